// An action: gold is the next step, plain is everything else.
import QtQuick

Pressable {
    id: button
    property string text
    property string icon
    property string iconAfter
    property bool gold: false
    property int size: Theme.buttonSize
    readonly property color inkColor: gold ? Theme.goldInk : Theme.ink

    label: text
    face: gold ? Theme.gold : Theme.surface
    lipColor: gold ? Theme.goldEdge : Theme.edge
    borderColor: gold ? Theme.goldEdge : Theme.outline
    implicitHeight: Math.max(132, label1.implicitHeight + 40)
    implicitWidth: row.implicitWidth + 72

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 28

        Icon {
            visible: button.icon !== ""
            name: button.icon
            size: 52
            stroke: 3.6
            color: button.inkColor
            anchors.verticalCenter: parent.verticalCenter
        }

        Text {
            id: label1
            text: button.text
            color: button.inkColor
            font.family: Theme.family
            font.pixelSize: button.size
            font.weight: button.gold ? Font.Bold : Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, button.width - 48 - (button.icon !== "" ? 80 : 0) - (button.iconAfter !== "" ? 80 : 0))
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        Icon {
            visible: button.iconAfter !== ""
            name: button.iconAfter
            size: 52
            stroke: 3.6
            color: button.inkColor
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
