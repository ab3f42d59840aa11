// How to put the card on the scanner, and what went wrong the last time.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property CardReadyModel vm
    frame: vm.frame
    question: qsTr("Để thẻ căn cước vô máy chụp")
    hint: qsTr("Máy chụp ở bên phải màn hình.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 28

        Banner {
            readonly property bool personal: screen.vm.personal
            visible: screen.vm.problem !== ""
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: screen.vm.problem
            body: screen.vm.mend
        }
        Card {
            width: paged.width

            Column {
                width: parent.width
                spacing: 36

                StepCard {
                    width: parent.width
                    number: "1"
                    icon: "card"
                    text: qsTr("Đút thẻ vô khe, mặt có hình vuông chấm đen quay lên")
                }
                StepCard {
                    width: parent.width
                    number: "2"
                    icon: "touch"
                    text: qsTr("Bấm nút vàng, đợi thẻ chạy ra rồi cầm lại")
                }
            }
        }
        KioskButton {
            objectName: "type"
            width: paged.width
            height: Theme.portrait ? 120 : 100
            icon: "keyboard"
            text: qsTr("Không có thẻ, tự điền")
            onActivated: screen.vm.typeIdentity()
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Đọc thẻ") : qsTr("Coi tiếp")
        nextName: paged.last ? "scan" : "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.scan() : paged.next()
    }
}
