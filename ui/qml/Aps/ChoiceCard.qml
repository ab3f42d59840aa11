// One answer to choose: a ring (a box where several may be taken), the answer, an everyday word beside it.
// Chosen, it is teal and sunk.
pragma ComponentBehavior: Bound
import QtQuick

Pressable {
    id: card
    required property string text
    property string gloss
    readonly property color inkColor: chosen ? Theme.selInk : Theme.ink

    choice: !several
    label: gloss === "" ? text : text + ", " + gloss
    lip: Theme.lipKey
    radius: Theme.radiusChoice
    face: chosen ? Theme.sel : Theme.surface
    borderColor: chosen ? Theme.sel : Theme.outline
    implicitHeight: Math.max(Theme.portrait ? 100 : 86, words.cardHeight)

    Rectangle {
        id: ring
        x: 26
        width: 52
        height: 52
        radius: card.several ? 12 : 26
        anchors.verticalCenter: parent.verticalCenter
        color: card.chosen ? Theme.selInk : "transparent"
        border.color: card.chosen ? Theme.selInk : Theme.outline
        border.width: 4

        Loader {
            active: card.chosen
            anchors.centerIn: parent
            sourceComponent: Icon {
                name: "check"
                size: 38
                stroke: 5
                color: Theme.sel
            }
        }
    }

    ChoiceWords {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        cardWidth: card.width
        text: card.text
        gloss: card.gloss
        color: card.inkColor
        glossColor: card.chosen ? Theme.selInk : Theme.ink2
    }
}
