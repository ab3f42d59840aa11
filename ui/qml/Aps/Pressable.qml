// What can be pressed: a face on a lip. It sinks under the finger and acts on release.
import QtQuick

FocusScope {
    id: pressable
    property string label
    property bool chosen: false
    property bool choice: false // one of several answers
    property bool several: false // a box to tick
    property color face: Theme.surface
    property color lipColor: Theme.edge
    property color borderColor: Theme.outline
    property int borderWidth: Theme.border
    property int lip: Theme.lipButton
    property color tint: Theme.ink
    property real radius: Theme.radiusButton
    readonly property bool sunk: chosen || touch.pressed
    default property alias content: top.data
    signal activated

    activeFocusOnTab: true
    Accessible.role: several ? Accessible.CheckBox : choice ? Accessible.RadioButton : Accessible.Button
    Accessible.name: label
    Accessible.checkable: choice || several
    Accessible.checked: chosen
    Accessible.focusable: true
    Accessible.onPressAction: activated()
    Accessible.onToggleAction: activated()
    Keys.onReturnPressed: event => pressedByKey(event)
    Keys.onEnterPressed: event => pressedByKey(event)
    Keys.onSpacePressed: event => pressedByKey(event)

    // Without a frame nobody knows what Enter would press: then the key goes on to the screen.
    function pressedByKey(event: var) {
        event.accepted = Theme.keyed;
        if (Theme.keyed)
            activated();
    }

    Rectangle {
        y: pressable.lip
        width: parent.width
        height: parent.height - pressable.lip
        radius: pressable.radius
        color: pressable.lipColor
        visible: !pressable.chosen
    }

    Rectangle {
        id: top
        y: pressable.sunk ? pressable.lip : 0
        width: parent.width
        height: parent.height - pressable.lip
        radius: pressable.radius
        color: pressable.face
        border.color: pressable.borderColor
        border.width: pressable.borderWidth

        // What has no lip to sink on answers by a tint.
        Rectangle {
            anchors.fill: parent
            radius: pressable.radius
            visible: pressable.lip === 0 && touch.pressed
            color: pressable.tint
            opacity: 0.2
        }

        Behavior on y {
            NumberAnimation {
                duration: Theme.press
            }
        }
    }

    FocusFrame {
        radius: pressable.radius + 10
        visible: pressable.activeFocus && Theme.keyed
    }

    MouseArea {
        id: touch
        anchors.fill: parent
        onPressed: Feel.pressed()
        onClicked: pressable.activated()
    }
}
