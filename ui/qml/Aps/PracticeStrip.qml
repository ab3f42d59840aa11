// Under the header of everybody who practises: nothing of this is sent. Without practice it is not there.
import QtQuick
import Aps.Models

Rectangle {
    id: strip
    required property FrameModel frame

    visible: frame.practice !== ""
    height: !visible ? 0 : Theme.portrait ? [64, 70, 76][Theme.step] : 54
    color: Theme.infoSoft

    Icon {
        id: picture
        name: "pen"
        size: Theme.portrait ? 44 : 36
        color: Theme.info
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
    }
    Text {
        anchors.left: picture.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        text: strip.frame.practice
        color: Theme.info
        font.family: Theme.family
        font.pixelSize: Theme.portrait ? Theme.smallSize : Math.min(Theme.smallSize, 36)
        font.weight: Font.Bold
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 32
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 3
        color: Theme.info
    }
}
