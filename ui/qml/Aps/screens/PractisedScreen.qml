// The end of practice: nothing was sent, and for real it goes the same way.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property PractisedModel vm
    frame: vm.frame
    question: qsTr("Ông/Bà tập xong rồi!")
    hint: qsTr("Không có gì được gửi đi, máy cũng không giữ lại gì.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 28

        Banner {
            width: paged.width
            tone: "ok"
            icon: "happy"
            head: qsTr("Làm thật cũng y như vậy")
            body: qsTr("Máy hỏi từng câu, Ông/Bà bấm trả lời. Bấm lộn thì quay lại được.")
        }
        StepCard {
            width: paged.width
            number: "1"
            icon: "card"
            text: qsTr("Chuẩn bị thẻ căn cước và giấy tờ")
        }
        StepCard {
            width: paged.width
            number: "2"
            icon: "send"
            text: qsTr("Bấm “Làm thật liền” rồi chọn việc")
        }
    }

    actions: ActionRow {
        backText: paged.page > 0 ? qsTr("Quay lại") : qsTr("Thôi")
        backIcon: paged.page > 0 ? "arrow-left" : ""
        backName: paged.page > 0 ? "back" : "enough"
        nextText: paged.last ? qsTr("Làm thật liền") : qsTr("Coi tiếp")
        onBack: paged.page > 0 ? paged.previous() : screen.vm.stop()
        onNext: paged.last ? screen.vm.doForReal() : paged.next()
    }
}
