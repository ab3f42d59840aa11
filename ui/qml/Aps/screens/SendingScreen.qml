// Between "send" and the slip: first it is not safe yet, then it is. Nothing to press.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property SendingModel vm
    frame: vm.frame
    question: vm.safe ? qsTr("Hồ sơ đã lưu an toàn") : qsTr("Đang lưu hồ sơ vô máy")
    hint: vm.safe ? qsTr("Máy đang gửi lên Cổng, chờ vài giây.") : qsTr("Chưa xong, Ông/Bà chờ chút.")

    Column {
        width: parent.width
        spacing: 28

        Banner {
            visible: screen.vm.safe
            width: parent.width
            tone: "ok"
            icon: "shield"
            head: qsTr("Mất mạng, mất điện cũng không mất")
            body: qsTr("Mã tạm tại máy: %1").arg(screen.vm.code)
        }
        DeliveryLine {
            visible: screen.vm.safe
            width: parent.width
            waiting: false
        }
        Banner {
            visible: !screen.vm.safe
            width: parent.width
            tone: "teal"
            icon: "save"
            head: qsTr("Đang khóa và lưu hồ sơ")
            body: qsTr("Máy chưa nói “an toàn” thì xin đừng đi.")
        }
    }

    actions: ActionRow {
        note: screen.vm.safe ? qsTr("Đang gửi, xin chờ.<br>Xong máy tự in phiếu.") : qsTr("Đang lưu, xin chờ.<br>Xong máy tự qua bước sau.")
    }
}
