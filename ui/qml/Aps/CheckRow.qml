// One line of the check page: a small label, the answer, and "change" where it can be changed.
import QtQuick

Item {
    id: row
    required property string label
    required property string value
    property bool changeable: true
    property bool last: false
    readonly property bool personal: true
    property string changeName: "change"
    signal change

    implicitHeight: Math.max(words.height, changeable ? 100 : 0) + 34

    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (row.changeable ? 240 : 0)
        spacing: 2
        Words {
            width: parent.width
            text: row.label
            size: Theme.smallSize
            color: Theme.ink2
        }
        Words {
            width: parent.width
            text: row.value
            size: Theme.buttonSize - 2
            weight: Font.DemiBold
        }
    }

    KioskButton {
        objectName: row.changeName
        visible: row.changeable
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: 212
        height: 100
        lip: 8
        radius: Theme.radiusChoice
        icon: "pen"
        text: qsTr("Sửa")
        label: qsTr("Sửa") + " " + row.label
        size: 40
        onActivated: row.change()
    }

    Rectangle {
        visible: !row.last
        anchors.bottom: parent.bottom
        width: parent.width
        height: 2
        color: Theme.hair
    }
}
