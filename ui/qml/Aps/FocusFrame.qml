// Where the keys act: two lines, one light and one dark, so that it is seen on every ground.
import QtQuick

Rectangle {
    id: focusFrame
    anchors.fill: parent
    anchors.margins: -10
    radius: 10
    color: "transparent"
    border.color: Theme.surface
    border.width: 4
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: 4
        radius: Math.max(0, focusFrame.radius - 4)
        color: "transparent"
        border.color: Theme.info
        border.width: 5
    }
}
