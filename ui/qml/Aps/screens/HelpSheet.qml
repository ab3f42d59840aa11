// Who helps, and how to call them.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property HelpSheetModel vm
    icon: "hand"
    title: qsTr("Người giúp Ông/Bà ở đâu?")
    body: vm.helper
    onOutside: vm.stay()

    component Code: Column {
        id: code
        property string source
        property string words
        visible: source !== ""
        spacing: 12

        Image {
            width: Theme.portrait ? 300 : 220
            height: width
            source: code.source
            cache: false
            smooth: false
        }
        Words {
            width: Theme.portrait ? 300 : 220
            text: code.words
            size: Theme.smallSize
            alignment: Text.AlignHCenter
        }
    }

    Column {
        width: parent.width
        spacing: 36

        Flow {
            width: parent.width
            spacing: 48

            Row {
                spacing: 24
                height: Theme.portrait ? 72 : codes.height
                Icon {
                    name: "phone"
                    size: 72
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    width: Theme.portrait ? sheet.width - 2 * Theme.margin - 96 : 500
                    text: qsTr("Gọi <b>%1</b>").arg(sheet.vm.hotline)
                    rich: true
                    size: Theme.titleSize
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Row {
                id: codes
                spacing: 60
                Code {
                    source: sheet.vm.phoneCode
                    words: qsTr("Quét để gọi")
                }
                Code {
                    source: sheet.vm.zaloCode
                    words: qsTr("Quét để nhắn Zalo")
                }
            }
        }
        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 150 : 116
            gold: true
            text: qsTr("Được rồi, làm tiếp")
            onActivated: sheet.vm.stay()
        }
    }
}
