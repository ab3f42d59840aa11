// A sign that is seen from across the room: who needs help is a machine, never a person. Its frame breathes softly.
import QtQuick

Item {
    id: sign
    required property string words
    property real frameHeight: height

    Item {
        id: frame
        width: parent.width
        height: sign.frameHeight

        SequentialAnimation on opacity {
            running: Theme.motion && sign.visible
            loops: Animation.Infinite
            NumberAnimation {
                from: 1
                to: 0.3
                duration: Theme.breath
                easing.type: Easing.InOutSine
            }
            NumberAnimation {
                from: 0.3
                to: 1
                duration: Theme.breath
                easing.type: Easing.InOutSine
            }
        }

        // Four bars and not one frame: a software renderer paints again only where something changes.
        Rectangle {
            width: parent.width
            height: 28
            color: Theme.deepInk
        }
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: 28
            color: Theme.deepInk
        }
        Rectangle {
            width: 28
            height: parent.height
            color: Theme.deepInk
        }
        Rectangle {
            x: parent.width - width
            width: 28
            height: parent.height
            color: Theme.deepInk
        }
    }

    Row {
        anchors.centerIn: parent
        width: Math.min(parent.width - 160, implicitWidth)
        spacing: 56

        Icon {
            visible: !Theme.portrait
            name: "hand"
            size: Math.min(220, sign.height - 80)
            color: Theme.deepInk
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            width: sign.width - 160 - (Theme.portrait ? 0 : 276)
            anchors.verticalCenter: parent.verticalCenter
            spacing: 36
            Icon {
                visible: Theme.portrait && sign.height > 760
                name: "hand"
                size: 240
                color: Theme.deepInk
            }
            Words {
                width: parent.width
                text: sign.words
                size: Theme.portrait ? 124 : sign.height > 400 ? 112 : sign.height > 280 ? 88 : 64
                weight: Font.Bold
                color: Theme.deepInk
            }
        }
    }
}
