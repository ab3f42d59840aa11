// Somebody does not agree to the notice: nothing was kept, and the desk takes the dossier on paper.
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property DeclinedSheetModel vm
    icon: "shield"
    title: qsTr("Không đồng ý cũng không sao")
    body: qsTr("Máy chưa giữ gì của Ông/Bà. Làm bằng giấy thì mời qua quầy: %1, hoặc gọi %2.").arg(vm.helper).arg(vm.hotline)
    onOutside: vm.stay()

    Column {
        width: parent.width
        spacing: 28

        KioskButton {
            objectName: "sheet:wipe"
            width: parent.width
            height: Theme.portrait ? 168 : 132
            gold: true
            text: qsTr("Đã rõ, về màn hình đầu")
            onActivated: sheet.vm.wipe()
        }
        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 138 : 116
            text: qsTr("Đọc lại")
            onActivated: sheet.vm.stay()
        }
    }
}
