// The portal is asked how a dossier stands; nothing to press but back.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property LookingUpModel vm
    frame: vm.frame
    question: qsTr("Đang hỏi Cổng dịch vụ công")
    hint: qsTr("Chưa cần bấm gì, chờ máy một chút.")

    Card {
        width: parent.width

        StepCard {
            width: parent.width
            number: ""
            icon: "portal"
            text: qsTr("Máy hỏi Cổng coi hồ sơ của Ông/Bà làm tới đâu rồi.")
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        note: qsTr("Đang hỏi, xin chờ.")
        onBack: screen.vm.back()
    }
}
