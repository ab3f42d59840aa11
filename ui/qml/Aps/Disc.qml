// A round mark: a number, or a tick when it is done.
import QtQuick

Rectangle {
    id: disc
    property string text
    property string icon
    property bool filled: true
    property color tint: Theme.teal

    width: 76
    height: 76
    radius: width / 2
    color: filled ? tint : "transparent"
    border.color: filled ? tint : Theme.outline
    border.width: 3
    Accessible.ignored: true

    Text {
        visible: disc.icon === ""
        anchors.centerIn: parent
        text: disc.text
        color: disc.filled ? Theme.surface : Theme.ink2
        font.family: Theme.family
        font.pixelSize: disc.width * 0.56
        font.weight: Font.Bold
    }
    Icon {
        visible: disc.icon !== ""
        anchors.centerIn: parent
        name: disc.icon
        size: disc.width * 0.66
        stroke: 4
        color: disc.filled ? Theme.surface : Theme.ink2
    }
}
