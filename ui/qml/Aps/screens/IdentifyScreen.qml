// Who are you: the card is quicker, typing always works.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property IdentifyModel vm
    frame: vm.frame
    question: qsTr("Ông/Bà cho máy biết tên cách nào?")
    hint: qsTr("Có thẻ căn cước thì khỏi phải gõ.")

    Column {
        width: parent.width
        spacing: 36

        Tile {
            objectName: "card"
            width: parent.width
            height: Theme.portrait ? 400 : 330
            gold: true
            titleSize: [54, 58, 62][Theme.step]
            icon: "card"
            title: qsTr("Chụp thẻ căn\u00A0cước")
            line: qsTr("Nhanh nhất. Chụp xong lấy thẻ lại liền.")
            onActivated: screen.vm.readCard()
        }
        Tile {
            objectName: "type"
            width: parent.width
            height: Theme.portrait ? 340 : 270
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
        onBack: screen.vm.back()
    }
}
