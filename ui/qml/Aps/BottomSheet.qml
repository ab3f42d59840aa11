// A sheet that rises from the bottom over the dimmed screen; the helper bar stays lit. Gold stays, plain leaves.
import QtQuick

Item {
    id: sheet
    property string icon
    property string title
    property string body
    property bool rich: false
    property bool dimming: true
    property bool curtain: false // nothing of the screen shines through; what is "above" stands there
    default property alias content: inner.data
    property alias above: aboveZone.data
    readonly property bool rising: rise.running
    signal outside

    anchors.fill: parent
    Accessible.role: Accessible.Dialog
    Accessible.name: title

    Rectangle {
        width: parent.width
        height: parent.height - Theme.helperHeight
        color: sheet.curtain ? Theme.deep : sheet.dimming ? Theme.scrim : "transparent"
        MouseArea {
            anchors.fill: parent
            onClicked: sheet.outside()
        }
    }

    Item {
        id: aboveZone
        width: parent.width
        height: panel.rest
    }

    Rectangle {
        id: panel
        readonly property real rest: sheet.height - Theme.helperHeight - height
        width: Theme.portrait ? parent.width + 2 * border.width : sheet.dimming ? 1240 : 1180
        // On its side the question stays in view on the left where the screen is not dimmed.
        x: Theme.portrait || sheet.dimming ? (parent.width - width) / 2 : parent.width - width - Theme.margin
        property real drop: 0
        y: rest + drop
        height: column.height + 64 + 44 + Theme.radiusSheet
        radius: Theme.radiusSheet
        color: Theme.paper
        border.color: Theme.outline
        border.width: Theme.contrast !== "normal" ? 4 : sheet.dimming ? 0 : Theme.border

        // The drop is animated, not the place: what comes later (a picture, another language) may change the height.
        NumberAnimation {
            id: rise
            target: panel
            property: "drop"
            running: true
            from: sheet.height
            to: 0
            duration: Theme.rise
            easing.type: Easing.OutCubic
        }

        MouseArea {
            anchors.fill: parent
        }

        Column {
            id: column
            x: (parent.width - width) / 2
            y: 64
            width: (Theme.portrait ? sheet.width : panel.width) - 2 * Theme.margin
            spacing: 28

            Icon {
                visible: sheet.icon !== ""
                name: sheet.icon
                size: Theme.portrait ? 104 : 84
            }
            Words {
                width: parent.width
                text: sheet.title
                size: Theme.questionSize - 6
                weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            Words {
                visible: sheet.body !== ""
                width: parent.width
                text: sheet.body
                rich: sheet.rich
                size: Theme.bodySize + 4
                color: Theme.ink2
            }
            Item {
                id: inner
                width: parent.width
                height: childrenRect.height
            }
        }
    }

    // The panel's lower corners lie behind the helper bar of the screen below; this keeps its edge straight.
    Rectangle {
        visible: Theme.portrait
        y: parent.height - Theme.helperHeight - Theme.radiusSheet
        width: parent.width
        height: Theme.radiusSheet
        color: Theme.paper
    }
}
