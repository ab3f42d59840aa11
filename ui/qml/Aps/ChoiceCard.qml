// One answer to choose: a ring (a box where several may be taken), the answer, an everyday word beside it.
// Chosen, it is teal and sunk.
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
    implicitHeight: Math.max(Theme.portrait ? 100 : 86, words.implicitHeight + 28 + lip)

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

        Icon {
            visible: card.chosen
            anchors.centerIn: parent
            name: "check"
            size: 38
            stroke: 5
            color: Theme.sel
        }
    }

    Item {
        id: words
        anchors.left: ring.right
        anchors.leftMargin: 26
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        readonly property bool oneLine: answer.implicitWidth + (card.gloss === "" ? 0 : 20 + glossText.implicitWidth) <= width
        implicitHeight: oneLine ? answer.implicitHeight : answer.height + (card.gloss === "" ? 0 : glossText.height)
        height: implicitHeight

        Text {
            id: answer
            width: Math.min(implicitWidth, parent.width)
            text: card.text
            color: card.inkColor
            font.family: Theme.family
            font.pixelSize: Theme.buttonSize
            font.weight: Font.DemiBold
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
        Text {
            id: glossText
            visible: card.gloss !== ""
            x: words.oneLine ? answer.width + 20 : 0
            y: words.oneLine ? answer.baselineOffset - baselineOffset : answer.height
            width: Math.min(implicitWidth, words.width - x)
            text: card.gloss
            color: card.chosen ? Theme.selInk : Theme.ink2
            font.family: Theme.family
            font.pixelSize: Theme.smallSize
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }
}
