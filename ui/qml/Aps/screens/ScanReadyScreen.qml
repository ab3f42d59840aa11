// How to put the paper in, and whether it has writing on both sides.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ScanReadyModel vm
    frame: vm.frame
    question: vm.again !== "" ? qsTr("Chụp lại %1").arg(vm.again.toLowerCase()) : vm.kept > 0 ? qsTr("Đưa thêm giấy vô máy chụp") : qsTr("Đưa giấy vô máy chụp")
    hint: vm.again !== "" ? qsTr("%1. Chỉ đưa một tờ đó thôi.").arg(vm.name) : vm.name

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 30

        Card {
            width: paged.width

            Column {
                width: parent.width
                spacing: 30

                StepCard {
                    width: parent.width
                    number: "1"
                    icon: "sheet"
                    text: qsTr("Gỡ kim bấm, vuốt giấy cho phẳng")
                }
                StepCard {
                    width: parent.width
                    number: "2"
                    icon: "feed"
                    text: screen.vm.thisSideUp ? qsTr("Đưa vô khe bên phải màn hình, mặt cần chụp lại quay lên") : qsTr("Đưa vô khe bên phải màn hình, mặt có chữ quay lên")
                }
            }
        }
        Column {
            width: paged.width
            spacing: 18

            Words {
                width: parent.width
                text: qsTr("Giấy có chữ mấy mặt?")
                size: Theme.buttonSize
                weight: Font.DemiBold
            }
            Grid {
                id: sides
                width: parent.width
                columns: Theme.textSize > 2 ? 1 : 2
                columnSpacing: 24
                rowSpacing: 18

                ChoiceCard {
                    objectName: "two-sided"
                    width: (sides.width - sides.columnSpacing * (sides.columns - 1)) / sides.columns
                    text: qsTr("Chữ hai mặt")
                    chosen: screen.vm.duplex
                    onActivated: screen.vm.chooseDuplex(true)
                }
                ChoiceCard {
                    objectName: "one-sided"
                    width: (sides.width - sides.columnSpacing * (sides.columns - 1)) / sides.columns
                    text: qsTr("Chữ một mặt")
                    chosen: !screen.vm.duplex
                    onActivated: screen.vm.chooseDuplex(false)
                }
            }
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Chụp giấy tờ") : qsTr("Coi tiếp")
        nextName: paged.last ? "scan" : "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.start() : paged.next()
    }
}
