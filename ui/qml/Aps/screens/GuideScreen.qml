// What a procedure needs: papers, money, time, place. One page; when letters are large, several.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property GuideModel vm
    frame: vm.frame
    question: vm.name
    hint: crowded ? "" : vm.plain

    // Beside the facts there is little room: under a long official name the plain words go to the facts.
    readonly property bool crowded: !Theme.portrait && (vm.name.length > 60 || Theme.step === 2 && vm.name.length + vm.plain.length > 80)

    PagedColumn {
        id: paged
        anchors.fill: parent

        Words {
            visible: screen.crowded
            width: paged.width
            text: screen.vm.plain
            color: Theme.ink2
        }
        Repeater {
            model: screen.vm.papers

            Fact {
                required property var modelData
                required property int index
                width: paged.width
                icon: index === 0 ? "sheet" : ""
                label: index === 0 ? qsTr("Giấy tờ cần có") : ""
                value: modelData.name + " – " + modelData.need
                bold: modelData.required
                note: modelData.plain
            }
        }
        Repeater {
            model: screen.vm.inPerson

            Fact {
                required property string modelData
                required property int index
                width: paged.width
                line: index === 0
                icon: index === 0 ? "person" : ""
                label: index === 0 ? qsTr("Phải tới tận nơi") : ""
                value: modelData
                bold: false
            }
        }
        Fact {
            width: paged.width
            line: true
            icon: "banknote"
            label: qsTr("Tiền phải đóng")
            value: screen.vm.money
            note: screen.vm.moneyNote
        }
        Fact {
            width: paged.width
            line: true
            icon: "clock"
            label: qsTr("Chờ bao lâu")
            value: screen.vm.time
        }
        Fact {
            width: paged.width
            line: true
            icon: "desk"
            label: qsTr("Nơi làm")
            value: screen.vm.where
        }
        Repeater {
            model: screen.vm.notes

            Fact {
                required property string modelData
                required property int index
                width: paged.width
                line: index === 0
                icon: index === 0 ? "pen" : ""
                label: index === 0 ? qsTr("Nên biết") : ""
                value: modelData
                bold: false
            }
        }
        Item {
            visible: screen.vm.address !== ""
            width: paged.width
            height: Math.max(code.height, address.height) + 44

            Image {
                id: code
                y: 22
                width: Theme.portrait ? 300 : 240
                height: width
                source: screen.vm.code
                cache: false
                smooth: false
                fillMode: Image.PreserveAspectFit
            }
            Column {
                id: address
                anchors.left: code.right
                anchors.leftMargin: 36
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 8

                Words {
                    width: parent.width
                    text: qsTr("Lấy điện thoại chụp mã này để mở trang làm thủ tục.")
                    size: Theme.buttonSize - 2
                    weight: Font.DemiBold
                }
                Words {
                    width: parent.width
                    text: screen.vm.address
                    size: Theme.smallSize
                    color: Theme.ink2
                }
            }
        }
        Item {
            visible: screen.vm.canPrint
            width: paged.width
            height: papers.height + 28

            Grid {
                id: papers
                readonly property real half: (parent.width - spacing) / 2
                readonly property bool abreast: screen.vm.filedHere && Math.max(form.implicitWidth, guide.implicitWidth) <= half
                readonly property real across: abreast ? half : parent.width
                y: 22
                columns: abreast ? 2 : 1
                spacing: 24

                KioskButton {
                    id: guide
                    objectName: "print-guide"
                    width: papers.across
                    height: Theme.portrait ? 120 : 100
                    icon: "printer"
                    size: Theme.bodySize
                    text: qsTr("In hướng dẫn này")
                    onActivated: screen.vm.printGuide()
                }
                KioskButton {
                    id: form
                    objectName: "print-form"
                    visible: screen.vm.filedHere
                    width: papers.across
                    height: Theme.portrait ? 120 : 100
                    icon: "printer"
                    size: Theme.bodySize
                    text: qsTr("In tờ khai trống")
                    onActivated: screen.vm.printForm()
                }
            }
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: !paged.last ? qsTr("Coi tiếp") : screen.vm.filedHere ? qsTr("Bắt đầu làm") : qsTr("Tôi hiểu rồi")
        nextIcon: paged.last && !screen.vm.filedHere ? "check" : "arrow-right"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.accept() : paged.next()
    }
}
