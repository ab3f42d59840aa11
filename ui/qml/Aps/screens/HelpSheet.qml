// Somebody is on the way: a sign for the whole room above, a word for the citizen below. Out of hours: whom to phone.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property HelpSheetModel vm
    readonly property int codeSize: Theme.portrait ? [240, 220, 190][Theme.step] : [150, 166, 150][Theme.step]
    // On its side, large letters leave room for two ways to reach somebody.
    readonly property int ways: Theme.portrait || Theme.step === 0 ? 3 : 2
    icon: vm.called || !Theme.portrait ? "" : "clock"
    title: vm.called ? qsTr("Có người ra liền, Ông/Bà chờ chút") : qsTr("Giờ này không có người ở quầy")
    body: vm.called ? vm.helper + "." : vm.opens
    curtain: vm.called
    onOutside: {
        if (!vm.called)
            vm.stay();
    }

    above: HelpSign {
        visible: sheet.vm.called
        anchors.fill: parent
        frameHeight: Theme.portrait ? height : sheet.height - Theme.helperHeight
        words: qsTr("Có người cần giúp ở máy %1").arg(sheet.vm.kiosk)
    }

    Column {
        width: parent.width
        spacing: 28

        Words {
            visible: sheet.vm.called
            width: parent.width
            text: sheet.vm.waited + (sheet.vm.longWait ? " " + qsTr("Lâu quá thì gọi <b>%1</b>.").arg(sheet.vm.hotline) : "")
            rich: true
            size: Theme.bodySize + 4
            color: Theme.teal
        }
        Words {
            visible: !sheet.vm.called
            width: parent.width
            text: qsTr("Hồ sơ đã gửi thì an toàn. Chưa gửi thì hôm khác tới làm lại cũng được.")
            color: Theme.ink2
        }
        Grid {
            id: lines
            visible: !sheet.vm.called
            width: parent.width
            columns: Theme.portrait ? 1 : 2
            spacing: Theme.portrait ? 20 : 28
            Repeater {
                model: sheet.vm.lines.slice(0, sheet.ways)
                HelpLineCode {
                    codeSize: sheet.codeSize
                    width: (lines.width - (lines.columns - 1) * lines.spacing) / lines.columns
                }
            }
        }
        KioskButton {
            objectName: "sheet:stay"
            width: parent.width
            height: Theme.portrait ? 150 : 116
            gold: !sheet.vm.called
            icon: sheet.vm.called ? "check" : ""
            text: sheet.vm.called ? qsTr("Thôi, tôi làm được rồi") : qsTr("Được rồi, làm tiếp")
            onActivated: sheet.vm.stay()
        }
    }
}
