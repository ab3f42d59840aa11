// The frame of every screen of the journey: where we are, the question, the answers, the next step, the helpers.
import QtQuick
import Aps.Models

Rectangle {
    id: page
    required property FrameModel frame
    property string question
    property string hint
    property string spoken // what a voice says in place of the question, where a form has words for it
    property bool richHint: false
    property bool personalHint: false
    property bool trouble: false
    property bool home: false
    // How much at the top of the answers is only read. On a lowered screen that much may stand above the reach line.
    property real reading: 0
    readonly property real above: strip.visible && !Theme.portrait ? 14 : 36
    readonly property real breath: trouble ? 56 : 30
    default property alias answers: zone.data
    property alias actions: actionZone.data
    property alias aside: asideZone.data
    readonly property real zoneHeight: zone.height
    readonly property real zoneWidth: zone.width

    color: Theme.paper

    PracticeStrip {
        id: strip
        frame: page.frame
        y: header.height
        width: parent.width
    }

    // Trouble tints the head: amber, never red.
    Rectangle {
        visible: page.trouble
        anchors.top: strip.bottom
        width: Theme.portrait ? parent.width : head.x + head.width + 24
        height: Theme.portrait ? head.height + 62 : parent.height - strip.y - strip.height - Theme.helperHeight
        color: Theme.warnSoft

        Rectangle {
            visible: Theme.portrait
            anchors.bottom: parent.bottom
            width: parent.width
            height: 3
            color: Theme.warn
        }
        Rectangle {
            visible: !Theme.portrait
            anchors.right: parent.right
            width: 3
            height: parent.height
            color: Theme.warn
        }
    }

    Column {
        id: head
        x: Theme.margin
        y: Math.max(Theme.headerHeight + strip.height + page.above, Theme.reachLine - page.reading - page.breath - height)
        width: Theme.portrait ? page.width - 2 * Theme.margin : Theme.leftColumn
        spacing: 24

        StepBar {
            visible: page.frame.steps > 0
            frame: page.frame
            width: parent.width
        }
        Column {
            width: parent.width
            spacing: 14
            Words {
                text: page.question
                size: page.question.length > 60 ? Theme.titleSize : Theme.questionSize // a long official name
                weight: Font.Bold
                width: parent.width
                Accessible.role: Accessible.Heading
                Accessible.description: page.spoken
            }
            Words {
                readonly property bool personal: page.personalHint
                visible: page.hint !== ""
                text: page.hint
                rich: page.richHint
                color: Theme.ink2
                width: parent.width
            }
        }
    }

    Item {
        id: asideZone
        visible: !Theme.portrait
        x: Theme.margin
        anchors.top: head.bottom
        anchors.topMargin: 24
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.helperHeight + 36
        width: Theme.leftColumn
    }

    Item {
        id: zone
        x: Theme.portrait ? Theme.margin : Theme.margin + Theme.leftColumn + 64
        y: Theme.portrait ? Math.max(head.y + head.height + page.breath, Theme.reachLine - page.reading) : strip.y + strip.height + page.above
        width: page.width - x - Theme.margin
        height: page.height - y - Theme.helperHeight - 28 - (Theme.portrait && !page.home ? Theme.actionHeight : 0)
    }

    Rectangle {
        visible: !page.home
        x: Theme.portrait ? 0 : helper.width
        y: page.height - Theme.helperHeight - (Theme.portrait ? Theme.actionHeight : 0)
        width: page.width - x
        height: 2
        color: Theme.hair
    }

    Item {
        id: actionZone
        visible: !page.home
        x: Theme.portrait ? Theme.margin : helper.width + 36
        y: page.height - Theme.helperHeight - (Theme.portrait ? Theme.actionHeight - 24 : -16)
        width: page.width - x - Theme.margin
        height: Theme.portrait ? 132 : 106
    }

    HelperBar {
        id: helper
        frame: page.frame
        home: page.home
        width: Theme.portrait || page.home ? page.width : 800
        anchors.bottom: parent.bottom
    }

    // Last, as it is read and reached last: the question is what a screen reader begins with.
    Header {
        id: header
        frame: page.frame
        width: parent.width
        height: Math.max(Theme.headerHeight, head.y - page.above - strip.height)
        leave: !page.home
    }
}
