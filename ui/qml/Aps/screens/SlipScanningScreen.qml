// The slip is being read; nothing to press but stop.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property SlipScanningModel vm
    frame: vm.frame
    question: qsTr("Đang đọc phiếu")
    hint: qsTr("Chưa cần bấm gì, vài giây là xong.")

    Card {
        width: parent.width

        StepCard {
            width: parent.width
            number: ""
            icon: "scanner"
            text: qsTr("Phiếu chạy qua máy chụp rồi ra phía trước. Xong thì cầm lại.")
        }
    }

    actions: ActionRow {
        backText: qsTr("Dừng lại")
        backIcon: ""
        backName: "stop"
        note: qsTr("Đang đọc, xin chờ.")
        onBack: screen.vm.back()
    }
}
