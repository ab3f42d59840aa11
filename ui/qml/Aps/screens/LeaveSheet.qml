// Really leave? Everything is wiped. Where there is nothing to lose, to leave is what comes next.
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property LeaveSheetModel vm
    icon: "leave"
    title: vm.told ? qsTr("Ông/Bà thôi, không làm nữa?") : qsTr("Ông/Bà coi xong rồi?")
    body: vm.body
    onOutside: vm.stay()

    Column {
        width: parent.width
        spacing: 28

        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 168 : 132
            gold: sheet.vm.told
            text: sheet.vm.told ? qsTr("Làm tiếp") : qsTr("Chưa, coi tiếp")
            onActivated: sheet.vm.stay()
        }
        KioskButton {
            objectName: "sheet:wipe"
            width: parent.width
            height: Theme.portrait ? 138 : 116
            gold: !sheet.vm.told
            icon: "leave"
            text: sheet.vm.told ? qsTr("Xóa hết, về màn hình đầu") : qsTr("Xong, về màn hình đầu")
            onActivated: sheet.vm.wipe()
        }
    }
}
