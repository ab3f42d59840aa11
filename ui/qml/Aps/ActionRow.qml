// Two actions: what leads back on the left, what leads on, wider and gold, on the right. They stack when words are long.
import QtQuick

Item {
    id: actions
    property string backText
    property string backIcon: "arrow-left"
    property string backName: "back"
    property string nextText
    property string nextIcon: "arrow-right"
    property string nextName: "next"
    property bool nextGold: true
    property string note
    signal back
    signal next

    anchors.fill: parent

    KioskButton {
        id: left
        objectName: actions.backName
        visible: actions.backText !== ""
        text: actions.backText
        icon: actions.backIcon
        size: Math.min(Theme.buttonSize, 50)
        width: actions.nextText === "" ? Math.max(340, implicitWidth) : Math.min(actions.width * 0.47, Math.max(340, implicitWidth))
        height: parent.height
        onActivated: actions.back()
    }

    KioskButton {
        id: right
        objectName: actions.nextName
        visible: actions.nextText !== ""
        text: actions.nextText
        iconAfter: actions.nextIcon
        gold: actions.nextGold
        size: Math.min(Theme.buttonSize, 50)
        anchors.left: left.visible ? left.right : parent.left
        anchors.leftMargin: left.visible ? 28 : 0
        anchors.right: parent.right
        height: parent.height
        onActivated: actions.next()
    }

    Row {
        visible: actions.nextText === "" && actions.note !== ""
        anchors.left: left.visible ? left.right : parent.left
        anchors.leftMargin: left.visible ? 40 : 0
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 28
        Icon {
            id: noteIcon
            name: "clock"
            size: 60
            color: Theme.ink2
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            width: parent.width - noteIcon.width - parent.spacing
            text: actions.note
            rich: true
            size: Theme.smallSize
            color: Theme.ink2
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
