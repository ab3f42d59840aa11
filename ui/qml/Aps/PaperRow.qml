// One attachment row: a number, teal while it is its turn, green with a tick when its pages are there.
import QtQuick

Pressable {
    id: row
    required property string number
    required property string title
    required property string line
    property bool done: false
    property bool now: false
    property bool pressing: true

    label: title + ". " + line
    enabled: pressing
    lip: pressing ? Theme.lipKey : 0
    lipColor: Theme.edge
    radius: Theme.radiusCard
    face: done ? Theme.okSoft : Theme.surface
    borderColor: done ? Theme.ok : now ? Theme.teal : Theme.outline
    borderWidth: now ? Theme.activeBorder : Theme.border
    implicitHeight: Math.max(134, words.height + 44) + lip

    Disc {
        id: disc
        x: 28
        anchors.verticalCenter: parent.verticalCenter
        text: row.number
        icon: row.done ? "check" : ""
        filled: row.done || row.now
        tint: row.done ? Theme.ok : Theme.teal
    }
    Column {
        id: words
        anchors.left: disc.right
        anchors.leftMargin: 28
        anchors.right: chevron.left
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2
        Words {
            width: parent.width
            text: row.title
            size: Theme.buttonSize - 2
            weight: Font.DemiBold
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: row.line
            size: Theme.smallSize
            color: row.done ? Theme.ok : Theme.ink2
            Accessible.ignored: true
        }
    }
    Icon {
        id: chevron
        visible: row.pressing
        name: row.done ? "pen" : "arrow-right"
        size: 48
        anchors.right: parent.right
        anchors.rightMargin: 30
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink2
    }
}
