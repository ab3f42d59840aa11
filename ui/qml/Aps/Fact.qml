// One fact to read: a pictogram, a small label, the fact, and a note below it. Without pictogram the text keeps its place.
import QtQuick

Item {
    id: fact
    property string icon
    property string label
    required property string value
    property string note
    property bool bold: true
    property bool line: false

    readonly property int inset: icon === "" ? 8 : 12 // what follows under the same pictogram stands closer

    implicitHeight: Math.max(words.height, icon === "" ? 0 : 84) + 2 * inset

    Rectangle {
        visible: fact.line
        width: parent.width
        height: 2
        color: Theme.hair
    }

    Icon {
        visible: fact.icon !== ""
        x: 0
        y: fact.inset + 2
        name: fact.icon
        size: 80
    }

    Column {
        id: words
        x: 116
        y: fact.inset
        width: parent.width - x
        spacing: 2

        Words {
            visible: fact.label !== ""
            width: parent.width
            text: fact.label
            size: Theme.smallSize
            color: Theme.ink2
        }
        Words {
            width: parent.width
            text: fact.value
            size: Theme.buttonSize - 2
            weight: fact.bold ? Font.DemiBold : Font.Normal
        }
        Words {
            visible: fact.note !== ""
            width: parent.width
            text: fact.note
            size: Theme.smallSize
            color: Theme.ink2
        }
    }
}
