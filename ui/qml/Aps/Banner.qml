// Something to read: a tint, a pictogram, a bold head, one or two sentences. It has no lip, so nobody presses it.
import QtQuick

Rectangle {
    id: banner
    property string tone: "info"
    property string icon: ""
    property string head
    property string body
    property bool rich: false
    readonly property color inkColor: ({
            info: Theme.info,
            ok: Theme.ok,
            warn: Theme.warn,
            bad: Theme.bad,
            teal: Theme.teal
        })[tone]

    color: ({
            info: Theme.infoSoft,
            ok: Theme.okSoft,
            warn: Theme.warnSoft,
            bad: Theme.badSoft,
            teal: Theme.tealSoft
        })[tone]
    radius: Theme.radiusCard
    border.color: inkColor
    border.width: tone === "teal" ? 0 : 2
    implicitHeight: Math.max(words.height + 48, icon === "" ? 0 : 136)

    Icon {
        id: picture
        visible: banner.icon !== ""
        x: 34
        anchors.verticalCenter: parent.verticalCenter
        name: banner.icon
        size: 84
        color: banner.inkColor
    }

    Column {
        id: words
        x: banner.icon === "" ? 32 : picture.x + picture.width + 28
        width: parent.width - x - 28
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Words {
            visible: banner.head !== ""
            width: parent.width
            text: banner.head
            size: Theme.buttonSize
            weight: Font.Bold
            color: banner.inkColor
        }
        Words {
            visible: banner.body !== ""
            width: parent.width
            text: banner.body
            rich: banner.rich
            size: Theme.bodySize
            color: Theme.ink
        }
    }
}
