// One thing to do with the hands: a number, a picture, two lines.
import QtQuick

Item {
    id: stepCard
    required property string number
    required property string icon
    required property string text
    readonly property real fullPicture: Theme.portrait ? [208, 176, 150][Theme.step] : [150, 132, 116][Theme.step]
    property real picture: fullPicture

    implicitHeight: Math.max(picture, words.implicitHeight)

    Disc {
        id: disc
        visible: stepCard.number !== ""
        text: stepCard.number
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        id: frame
        x: disc.visible ? disc.width + 26 : 0
        width: stepCard.picture
        height: stepCard.picture
        radius: Theme.radiusCard
        color: Theme.tealSoft
        border.color: Theme.teal
        border.width: Theme.contrast === "normal" ? 0 : 3
        anchors.verticalCenter: parent.verticalCenter

        Icon {
            anchors.centerIn: parent
            name: stepCard.icon
            size: stepCard.picture * 0.66
            stroke: 3
        }
    }
    Words {
        id: words
        anchors.left: frame.right
        anchors.leftMargin: 32
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: stepCard.text
        size: Theme.buttonSize
    }
}
