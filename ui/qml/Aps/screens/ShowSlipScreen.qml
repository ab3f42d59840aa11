// A slip is brought back: lay it on the scanner, hold it to the reader, or type its code.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ShowSlipModel vm
    readonly property bool crowded: vm.reader || vm.problem !== ""
    frame: vm.frame
    question: vm.question
    hint: qsTr("Cần tờ phiếu máy in ra hôm Ông/Bà nộp hồ sơ.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: screen.crowded ? 28 : 36

        Banner {
            visible: screen.vm.problem !== ""
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: screen.vm.problem
            body: screen.vm.mend
        }
        Tile {
            id: byScanner
            objectName: "scan"
            width: paged.width
            height: screen.crowded ? (Theme.portrait ? [290, 300, 330] : [220, 235, 262])[Theme.step] : Theme.portrait ? 400 : 330
            gold: true
            titleSize: [54, 58, 62][Theme.step]
            pictureSize: screen.crowded ? 130 : Theme.portrait ? 190 : 150
            icon: "slip"
            title: qsTr("Chụp phiếu")
            line: qsTr("Đút phiếu vô khe máy chụp, rồi bấm đây.")
            onActivated: screen.vm.scan()
        }
        Card {
            visible: screen.vm.reader && screen.vm.problem === "" // what was told last stands in its place
            width: paged.width

            StepCard {
                width: parent.width
                number: ""
                icon: "slip-to-reader"
                picture: Math.min(fullPicture, Theme.portrait ? 176 : 132)
                text: qsTr("Hoặc đưa mã vuông trên phiếu tới trước máy đọc, nghe tiếng bíp là được")
            }
        }
        Tile {
            objectName: "type"
            width: paged.width
            height: screen.crowded ? (Theme.portrait ? [220, 235, 260] : [180, 190, 205])[Theme.step] : Theme.portrait ? 340 : 270
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
        nextGold: !byScanner.enabled // there is one gold thing: the scanner's way, where it is on this page
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.next()
    }
}
