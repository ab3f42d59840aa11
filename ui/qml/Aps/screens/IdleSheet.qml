// Are you still there? The countdown is never short, and more time is free.
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property IdleSheetModel vm
    icon: "clock"
    title: qsTr("Ông/Bà còn làm nữa không?")
    body: qsTr("Lâu không bấm, máy sẽ tự xóa thông tin để người sau không coi được.")

    Column {
        width: parent.width
        spacing: 28

        Words {
            width: parent.width
            text: qsTr("Còn <b>%1 giây</b>").arg(sheet.vm.secondsLeft)
            rich: true
            size: Theme.titleSize
            color: Theme.teal
        }
        Rectangle {
            width: parent.width
            height: 22
            radius: 11
            color: Theme.surface
            border.color: Theme.teal
            border.width: 2

            Rectangle {
                width: Math.max(22, parent.width * sheet.vm.secondsLeft / Math.max(1, sheet.vm.seconds))
                height: parent.height
                radius: 11
                color: Theme.teal
            }
        }
        Item {
            width: 1
            height: Theme.portrait ? 40 : 0
        }
        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 168 : 132
            gold: true
            size: Theme.titleSize + 4
            text: qsTr("Cho tôi thêm thời gian")
            onActivated: sheet.vm.moreTime()
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
