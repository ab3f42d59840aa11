// A slip is brought back: hold it to the reader, or type its code.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ShowSlipModel vm
    frame: vm.frame
    question: vm.question
    hint: qsTr("Cần tờ phiếu máy in ra hôm Ông/Bà nộp hồ sơ.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 28

        Banner {
            visible: screen.vm.problem !== ""
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: screen.vm.problem
            body: screen.vm.mend
        }
        Card {
            width: paged.width

            StepCard {
                width: parent.width
                number: ""
                icon: "slip-to-reader"
                text: qsTr("Đưa mã vuông trên phiếu tới trước máy đọc, nghe tiếng bíp là được")
            }
        }
        Tile {
            objectName: "type"
            width: paged.width
            height: Theme.portrait ? [260, 270, 290][Theme.step] : [200, 210, 225][Theme.step]
            wide: true
            titleSize: [54, 58, 62][Theme.step]
            icon: "keyboard"
            title: qsTr("Tự gõ mã")
            line: qsTr("Gõ mã hồ sơ và mã bí mật in trên phiếu.")
            onActivated: screen.vm.typeCode()
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? "" : qsTr("Coi tiếp")
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.next()
    }
}
