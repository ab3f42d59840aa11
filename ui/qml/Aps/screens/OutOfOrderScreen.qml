// The machine takes no new dossier now; what was sent before goes on by itself.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property OutOfOrderModel vm
    frame: vm.frame
    home: true
    trouble: true
    question: qsTr("Máy đang nghỉ, chưa nhận hồ sơ")
    hint: vm.reason

    Column {
        width: parent.width
        spacing: 28

        Banner {
            width: parent.width
            tone: "ok"
            icon: "shield"
            head: qsTr("Hồ sơ gửi trước đó vẫn an toàn")
            body: qsTr("Máy vẫn tự gửi tiếp, khỏi làm lại.")
        }
        Banner {
            width: parent.width
            tone: "info"
            icon: "desk"
            head: qsTr("Mời Ông/Bà qua quầy")
            body: screen.vm.helper
        }
        Grid {
            id: lines
            width: parent.width
            topPadding: 8
            readonly property int room: Math.max(1, Math.floor((screen.zoneHeight - y) / (240 + spacing)))
            columns: Theme.portrait ? 1 : 2
            spacing: 28
            Repeater {
                model: screen.vm.lines.slice(0, Theme.portrait ? lines.room : 2)
                HelpLineCode {
                    codeSize: Theme.portrait ? 240 : 180
                    width: (lines.width - (lines.columns - 1) * lines.spacing) / lines.columns
                }
            }
        }
    }
}
