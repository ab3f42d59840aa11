// Larger letters, other colours, a lower screen, less motion: every touch acts at once, and is seen behind the sheet.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property DisplaySheetModel vm
    title: qsTr("Dễ coi, dễ bấm")
    body: Theme.step > 1 || !Theme.portrait ? "" : qsTr("Bấm vô là đổi liền. Muốn như cũ thì bấm lại.")
    dimming: false
    onOutside: vm.stay()

    Column {
        width: parent.width
        spacing: 24

        Row {
            id: letters
            readonly property real keyWidth: (width - 2 * spacing) / 3
            width: parent.width
            spacing: 18

            // Each word stands in the size that it gives: 36, 44 and 52.
            OptionKey {
                objectName: "letters:1"
                width: letters.keyWidth
                height: 132
                size: 36
                text: qsTr("Chữ vừa")
                chosen: sheet.vm.frame.textSize === 1
                onActivated: sheet.vm.setTextSize(1)
            }
            OptionKey {
                objectName: "letters:2"
                width: letters.keyWidth
                height: 132
                size: 44
                text: qsTr("Chữ to")
                chosen: sheet.vm.frame.textSize === 2
                onActivated: sheet.vm.setTextSize(2)
            }
            OptionKey {
                objectName: "letters:3"
                width: letters.keyWidth
                height: 132
                size: 52
                text: qsTr("Rất to")
                label: qsTr("Chữ rất to")
                chosen: sheet.vm.frame.textSize === 3
                onActivated: sheet.vm.setTextSize(3)
            }
        }
        Row {
            id: colours
            width: parent.width
            spacing: 18

            component Sample: Rectangle {
                id: sample
                required property color ink
                width: 132
                height: 60
                radius: 10
                border.color: Theme.outline
                border.width: 3
                Text {
                    anchors.centerIn: parent
                    text: "Aa"
                    color: sample.ink
                    font.family: Theme.family
                    font.pixelSize: 40
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }

            OptionKey {
                objectName: "colours:normal"
                width: letters.keyWidth
                height: 172
                text: qsTr("Thường")
                label: qsTr("Màu thường")
                chosen: sheet.vm.frame.contrast === "normal"
                onActivated: sheet.vm.setContrast("normal")
                Sample {
                    color: Theme.papers[0]
                    ink: Theme.inks[0]
                }
            }
            OptionKey {
                objectName: "colours:dark"
                width: letters.keyWidth
                height: 172
                text: qsTr("Nền đen")
                chosen: sheet.vm.frame.contrast === "dark"
                onActivated: sheet.vm.setContrast("dark")
                Sample {
                    color: Theme.papers[1]
                    ink: Theme.inks[1]
                }
            }
            OptionKey {
                objectName: "colours:light"
                width: letters.keyWidth
                height: 172
                text: qsTr("Nền trắng")
                chosen: sheet.vm.frame.contrast === "light"
                onActivated: sheet.vm.setContrast("light")
                Sample {
                    color: Theme.papers[2]
                    ink: Theme.inks[2]
                }
            }
        }
        ChoiceCard {
            objectName: "lowered"
            visible: Theme.portrait // a panel on its side can be reached as it is
            several: true
            width: parent.width
            text: qsTr("Hạ màn hình xuống")
            gloss: qsTr("khi Ông/Bà ngồi")
            chosen: sheet.vm.frame.lowered
            onActivated: sheet.vm.setLowered(!chosen)
        }
        ChoiceCard {
            objectName: "calm"
            several: true
            width: parent.width
            text: qsTr("Ít chuyển động")
            chosen: !sheet.vm.frame.motion
            onActivated: sheet.vm.setMotion(chosen)
        }
        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 150 : 116
            gold: true
            icon: "check"
            text: qsTr("Xong")
            onActivated: sheet.vm.stay()
        }
    }
}
