// One line of the check page: a small label, the answer, "change" where it can be changed, "look" where it is hidden.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: row
    required property string label
    required property string value
    property bool changeable: true
    property string look
    property bool uncovered: false
    property bool last: false
    readonly property bool personal: true
    property string changeName: "change"
    signal change
    signal lookAt

    implicitHeight: Math.max(words.height, buttons.height) + 34

    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (buttons.width > 0 ? buttons.width + 28 : 0)
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

    Grid {
        id: buttons
        readonly property bool beside: row.width > 820 && Theme.textSize < 3
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columns: beside && row.look !== "" ? 2 : 1
        spacing: 16
        horizontalItemAlignment: Grid.AlignRight

        Loader {
            active: row.look !== ""
            visible: active
            sourceComponent: KioskButton {
                objectName: "look:" + row.look
                opacity: row.uncovered ? 0 : 1
                enabled: !row.uncovered
                width: buttons.beside ? 280 : 212
                height: 100
                lip: 8
                radius: Theme.radiusChoice
                icon: "eye"
                text: qsTr("Coi số")
                label: qsTr("Coi số") + " " + row.label
                size: 40
                onActivated: row.lookAt()
            }
        }
        KioskButton {
            objectName: row.changeName
            visible: row.changeable
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
    }

    Rectangle {
        visible: !row.last
        anchors.bottom: parent.bottom
        width: parent.width
        height: 2
        color: Theme.hair
    }
}
