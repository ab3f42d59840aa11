// Take your originals from the scanner before you go.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property TakeOriginalsModel vm
    frame: vm.frame
    question: qsTr("Lấy lại giấy tờ của Ông/Bà")
    hint: vm.count === "" ? "" : qsTr("Ông/Bà đã đưa vô máy: <b>%1</b>. Đếm lại cho đủ.").arg(vm.count)
    richHint: true

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Card {
            width: paged.width

            Column {
                width: parent.width
                spacing: 36

                StepCard {
                    width: parent.width
                    number: "1"
                    icon: "scanner"
                    text: qsTr("Lấy giấy ở khay phía trước máy chụp")
                }
                StepCard {
                    width: parent.width
                    number: "2"
                    icon: "card"
                    text: qsTr("Coi còn sót thẻ căn cước không")
                }
                StepCard {
                    width: parent.width
                    number: "3"
                    icon: "slip"
                    text: qsTr("Cất phiếu chung với giấy tờ")
                }
            }
        }
    }

    actions: ActionRow {
        nextText: paged.last ? qsTr("Tôi đã lấy đủ") : qsTr("Coi tiếp")
        nextIcon: paged.last ? "check" : "arrow-right"
        nextName: paged.last ? "took-originals" : "next"
        onNext: paged.last ? screen.vm.took() : paged.next()
    }
}
