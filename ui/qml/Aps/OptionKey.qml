// One of a few ways to have the screen: its picture, its word. Chosen, it is teal and sunk, and has a tick.
import QtQuick

Pressable {
    id: option
    required property string text
    property int size: 42
    default property alias picture: shown.data
    readonly property color inkColor: chosen ? Theme.selInk : Theme.ink

    choice: true
    label: text
    lip: Theme.lipKey
    radius: Theme.radiusChoice
    face: chosen ? Theme.sel : Theme.surface
    borderColor: chosen ? Theme.sel : Theme.outline
    implicitHeight: words.implicitHeight + 40 + lip

    Column {
        id: words
        anchors.centerIn: parent
        spacing: 8

        Item {
            id: shown
            visible: children.length > 0
            anchors.horizontalCenter: parent.horizontalCenter
            width: childrenRect.width
            height: childrenRect.height
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 12

            Icon {
                visible: option.chosen
                name: "check"
                size: 44
                stroke: 5
                color: option.inkColor
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                text: option.text
                color: option.inkColor
                font.family: Theme.family
                font.pixelSize: option.size
                font.weight: Font.DemiBold
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
