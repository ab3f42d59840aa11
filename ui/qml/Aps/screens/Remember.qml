// One thing to remember before leaving: a number, a picture, two lines.
import QtQuick
import Aps

Item {
    id: remember
    property string number
    property string icon
    property string text
    width: parent ? parent.width : 0
    height: Math.max(100, words.height)

    Disc {
        id: disc
        text: remember.number
        width: 64
        height: 64
        anchors.verticalCenter: parent.verticalCenter
    }
    Icon {
        id: picture
        x: 78
        name: remember.icon
        size: 72
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        anchors.left: picture.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: remember.text
        size: Theme.buttonSize - 2
        weight: Font.DemiBold
    }
}
