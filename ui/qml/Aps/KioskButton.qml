// An action: gold is the next step, plain is everything else.
pragma ComponentBehavior: Bound
import QtQuick

Pressable {
    id: button
    property string text
    property string icon
    property string iconAfter
    property bool gold: false
    property int size: Theme.buttonSize
    readonly property real iconRoom: (icon !== "" ? 80 : 0) + (iconAfter !== "" ? 80 : 0)
    // When the words are long the pictures go first, then the letters shrink, never below the normal size.
    readonly property bool roomy: label1.implicitWidth + iconRoom <= width - 40
    readonly property color inkColor: gold ? Theme.goldInk : Theme.ink

    label: text
    face: gold ? Theme.gold : Theme.surface
    lipColor: gold ? Theme.goldEdge : Theme.edge
    borderColor: gold ? Theme.goldEdge : Theme.outline
    implicitHeight: 132
    implicitWidth: label1.implicitWidth + iconRoom + 72

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 28

        Loader {
            active: button.icon !== "" && button.roomy
            visible: active
            anchors.verticalCenter: parent.verticalCenter
            sourceComponent: Icon {
                name: button.icon
                size: 52
                stroke: 3.6
                color: button.inkColor
            }
        }

        Text {
            id: label1
            text: button.text
            textFormat: Text.PlainText
            color: button.inkColor
            font.family: Theme.family
            font.pixelSize: button.size
            font.weight: button.gold ? Font.Bold : Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, button.width - 40)
            height: Math.min(implicitHeight, button.height - button.lip - 8)
            fontSizeMode: Text.Fit
            minimumPixelSize: Math.min(42, button.size)
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        Loader {
            active: button.iconAfter !== "" && button.roomy
            visible: active
            anchors.verticalCenter: parent.verticalCenter
            sourceComponent: Icon {
                name: button.iconAfter
                size: 52
                stroke: 3.6
                color: button.inkColor
            }
        }
    }
}
