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

        Banner {
            visible: screen.vm.empty
            width: paged.width
            tone: "ok"
            icon: "check"
            head: qsTr("Khe giấy đã trống")
            body: Theme.portrait || Theme.textSize < 3 ? qsTr("Máy coi lại rồi, không còn tờ nào trong khe.") : ""
        }
        Banner {
            visible: screen.vm.left
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: qsTr("Còn giấy trong khe")
            body: qsTr("Lấy tờ giấy đó ra, rồi coi lại ở đây.")
        }
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
        nextGold: !screen.vm.left || !paged.last
        nextName: paged.last ? "took-originals" : "next"
        onNext: paged.last ? screen.vm.took() : paged.next()
    }
}
