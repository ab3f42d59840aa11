// The machine says back what it understood.
import QtQuick

Rectangle {
    id: readBack
    property string text
    readonly property bool personal: true

    radius: Theme.radiusChoice
    color: Theme.tealSoft
    border.color: Theme.teal
    border.width: Theme.contrast === "normal" ? 0 : 3
    implicitHeight: Math.max(92, words.implicitHeight + 40)

    Icon {
        id: person
        x: 28
        name: "person"
        size: 60
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        anchors.left: person.right
        anchors.leftMargin: 28
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: parent.verticalCenter
        text: readBack.text
        rich: true
        size: Theme.bodySize + 2
    }
}
