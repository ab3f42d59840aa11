// What is written on a card to choose: the answer, and an everyday word beside it or, when that is too long, below it.
import QtQuick

Item {
    id: words
    required property real cardWidth
    property string text
    property string gloss
    property color color: Theme.ink
    property color glossColor: Theme.ink2
    readonly property real ringRoom: 104
    // As high as a card must be for these words; measured also where no card is shown.
    readonly property real cardHeight: implicitHeight + 28 + Theme.lipKey
    readonly property bool oneLine: answer.implicitWidth + (gloss === "" ? 0 : 20 + glossText.implicitWidth) <= width

    x: ringRoom
    width: cardWidth - ringRoom - 20
    implicitHeight: oneLine ? answer.implicitHeight : answer.height + (gloss === "" ? 0 : glossText.height)
    height: implicitHeight

    Text {
        id: answer
        width: Math.min(implicitWidth, words.width)
        text: words.text
        textFormat: Text.PlainText
        color: words.color
        font.family: Theme.family
        font.pixelSize: Theme.buttonSize
        font.weight: Font.DemiBold
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }
    Text {
        id: glossText
        visible: words.gloss !== ""
        x: words.oneLine ? answer.width + 20 : 0
        y: words.oneLine ? answer.baselineOffset - baselineOffset : answer.height
        width: Math.min(implicitWidth, words.width - x)
        text: words.gloss
        textFormat: Text.PlainText
        color: words.glossColor
        font.family: Theme.family
        font.pixelSize: Theme.smallSize
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }
}
