// A way into the machine: a picture, a title, one line that says what happens. The gold one is the commonest errand.
import QtQuick

Pressable {
    id: tile
    required property string icon
    required property string title
    property string line
    property bool gold: false
    property bool wide: gold || !Theme.portrait
    property real pictureSize: gold ? (Theme.portrait ? 190 : 150) : Theme.portrait ? (Theme.lowered ? [132, 88, 72] : [148, 104, 96])[Theme.step] : 92
    property int titleSize: gold ? 72 : Math.min(Theme.buttonSize + 2, 50)
    readonly property color inkColor: gold ? Theme.goldInk : Theme.ink

    label: line === "" ? title : title + ". " + line
    lip: Theme.lipTile
    radius: Theme.radiusTile
    face: gold ? Theme.gold : Theme.surface
    lipColor: gold ? Theme.goldEdge : Theme.edge
    borderColor: gold ? Theme.goldEdge : Theme.outline

    Icon {
        id: picture
        name: tile.icon
        size: tile.pictureSize
        color: tile.gold ? Theme.goldInk : Theme.teal
        x: tile.gold ? 36 : tile.wide ? 26 : 20
        y: tile.wide ? (parent.height - height) / 2 : Theme.lowered ? 22 : 30
    }

    Column {
        x: tile.wide ? picture.x + picture.width + (tile.gold && Theme.portrait ? 40 : 22) : 28
        width: parent.width - x - (arrow.visible ? 130 : 14)
        y: tile.wide ? (parent.height - height) / 2 : parent.height - height - 24
        spacing: 4

        Words {
            width: parent.width
            text: tile.title
            color: tile.inkColor
            size: tile.titleSize
            weight: Font.Bold
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            visible: tile.line !== ""
            text: tile.line
            size: tile.gold ? Theme.bodySize : Theme.smallSize
            color: tile.gold ? Theme.goldInk : Theme.ink2
            Accessible.ignored: true
        }
    }

    Icon {
        id: arrow
        visible: tile.gold
        name: "arrow-right"
        size: 76
        stroke: 3.4
        color: Theme.goldInk
        anchors.right: parent.right
        anchors.rightMargin: 42
        anchors.verticalCenter: parent.verticalCenter
    }
}
