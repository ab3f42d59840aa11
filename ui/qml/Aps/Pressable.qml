// What can be pressed: a face on a lip. It sinks under the finger and acts on release.
pragma ComponentBehavior: Bound
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
    // What has no lip to sink on answers by a tint.
    readonly property color tinted: face.a === 0 ? Qt.alpha(tint, 0.2) : Qt.tint(face, Qt.alpha(tint, 0.2))
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
        color: pressable.lip === 0 && touch.pressed ? pressable.tinted : pressable.face
        border.color: pressable.borderColor
        border.width: pressable.borderWidth

        Behavior on y {
            NumberAnimation {
                duration: Theme.press
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: pressable.activeFocus && Theme.keyed
        sourceComponent: FocusFrame {
            radius: pressable.radius + 10
        }
    }

    MouseArea {
        id: touch
        anchors.fill: parent
        onPressed: Feel.pressed()
        onClicked: pressable.activated()
    }
}
