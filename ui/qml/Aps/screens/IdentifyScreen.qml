// Who are you: the card is quicker, typing always works. Where there is a reader, the card may be held to it at once.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property IdentifyModel vm
    readonly property bool crowded: vm.reader || vm.problem !== ""
    frame: vm.frame
    question: qsTr("Ông/Bà cho máy biết tên cách nào?")
    hint: qsTr("Có thẻ căn cước thì khỏi phải gõ.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: screen.crowded ? 28 : 36

        Banner {
            readonly property bool personal: screen.vm.personal
            visible: screen.vm.problem !== ""
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: screen.vm.problem
            body: screen.vm.mend
        }
        Tile {
            id: byCard
            objectName: "card"
            width: paged.width
            height: screen.crowded ? (Theme.portrait ? [270, 280, 300] : [210, 225, 250])[Theme.step] : Theme.portrait ? 400 : 330
            gold: true
            titleSize: [54, 58, 62][Theme.step]
            pictureSize: screen.crowded ? 130 : Theme.portrait ? 190 : 150
            icon: "card"
            title: qsTr("Chụp thẻ căn\u00A0cước")
            line: qsTr("Nhanh nhất. Chụp xong lấy thẻ lại liền.")
            onActivated: screen.vm.readCard()
        }
        Card {
            visible: screen.vm.reader && screen.vm.problem === "" // what the reader has read last stands in its place
            width: paged.width

            StepCard {
                width: parent.width
                number: ""
                icon: "card-to-reader"
                picture: Math.min(fullPicture, Theme.portrait ? 176 : 132)
                text: qsTr("Hoặc đưa mã vuông trên thẻ tới trước máy đọc, nghe tiếng bíp là được")
            }
        }
        Tile {
            objectName: "type"
            width: paged.width
            height: screen.crowded ? (Theme.portrait ? [220, 235, 260] : [180, 190, 205])[Theme.step] : Theme.portrait ? 340 : 270
            wide: true
            titleSize: [54, 58, 62][Theme.step]
            icon: "keyboard"
            title: qsTr("Tự điền")
            line: qsTr("Gõ họ tên và số căn cước trên màn hình.")
            onActivated: screen.vm.typeIdentity()
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? "" : qsTr("Coi tiếp")
        nextGold: !byCard.enabled // there is one gold thing: the card's way, where it is on this page
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.next()
    }
}
