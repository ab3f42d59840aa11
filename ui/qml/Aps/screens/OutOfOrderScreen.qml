// The machine takes no new dossier now; what was sent before goes on by itself.
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
        Banner {
            width: parent.width
            tone: "info"
            icon: "phone"
            head: qsTr("Đường dây nóng")
            body: screen.vm.frame.hotline
        }
    }
}
