// This errand is done at the desk: where, and whom to ask.
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property AtDeskSheetModel vm
    icon: "desk"
    title: vm.title
    body: qsTr("Máy này chưa làm được việc này. %1 làm liền cho Ông/Bà.").arg(vm.helper)
    onOutside: vm.stay()

    Column {
        width: parent.width
        spacing: 36

        Row {
            spacing: 24
            Icon {
                name: "phone"
                size: 72
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                width: sheet.width / 2
                text: qsTr("Gọi <b>%1</b>").arg(sheet.vm.hotline)
                rich: true
                size: Theme.titleSize
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 150 : 116
            gold: true
            text: qsTr("Đã rõ, quay lại")
            onActivated: sheet.vm.stay()
        }
    }
}
