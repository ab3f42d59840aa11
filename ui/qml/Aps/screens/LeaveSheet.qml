// Really leave? Everything is wiped.
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property LeaveSheetModel vm
    icon: "leave"
    title: qsTr("Ông/Bà thôi, không làm nữa?")
    body: vm.originals ? qsTr("Máy sẽ xóa hết câu trả lời và giấy tờ đã chụp. Nhớ lấy lại giấy tờ ở máy chụp.") : qsTr("Máy sẽ xóa hết câu trả lời và giấy tờ đã chụp.")
    onOutside: vm.stay()

    Column {
        width: parent.width
        spacing: 28

        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 168 : 132
            gold: true
            text: qsTr("Làm tiếp")
            onActivated: sheet.vm.stay()
        }
        KioskButton {
            objectName: "sheet:wipe"
            width: parent.width
            height: Theme.portrait ? 138 : 116
            icon: "leave"
            text: qsTr("Xóa hết, về màn hình đầu")
            onActivated: sheet.vm.wipe()
        }
    }
}
