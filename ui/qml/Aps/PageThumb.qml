// A side of paper as the scanner sees it: it fills from the top as rows arrive, and gets a mark when it is safe.
import QtQuick

Item {
    id: thumb
    property string source
    property string caption
    property real fraction: 1
    property bool under: false
    property bool good: true
    property bool doubtful: false
    property real pictureWidth: 266
    property real captionRoom: 24

    width: pictureWidth
    implicitHeight: sheet.height + words.height + 18

    Rectangle {
        x: 8
        y: 8
        width: sheet.width
        height: sheet.height
        color: Theme.edge
        opacity: 0.35
        visible: Theme.contrast === "normal"
    }
    Rectangle {
        id: sheet
        width: thumb.pictureWidth
        height: Math.round(thumb.pictureWidth * 1.414)
        color: thumb.under ? Theme.hair : Theme.sheetWhite
        border.color: thumb.doubtful ? Theme.warn : Theme.outline
        border.width: thumb.doubtful ? Theme.activeBorder : 2

        Image {
            visible: !thumb.under
            anchors.fill: parent
            anchors.margins: sheet.border.width
            source: thumb.under ? "" : thumb.source
            cache: false
            fillMode: Image.PreserveAspectFit
            smooth: true
        }
        Rectangle {
            visible: thumb.under
            x: 2
            y: 2
            width: parent.width - 4
            height: Math.max(0, (parent.height - 4) * thumb.fraction)
            color: Theme.sheetWhite
        }
        Rectangle {
            visible: thumb.under
            y: Math.max(0, (parent.height - 8) * thumb.fraction)
            width: parent.width
            height: 8
            color: Theme.teal
        }
    }
    Rectangle {
        visible: !thumb.under
        anchors.right: sheet.right
        anchors.rightMargin: -16
        anchors.bottom: sheet.bottom
        anchors.bottomMargin: -14
        width: 60
        height: 60
        radius: 30
        color: thumb.doubtful ? Theme.warn : Theme.ok
        border.color: Theme.surface
        border.width: 4
        Icon {
            anchors.centerIn: parent
            name: thumb.doubtful ? "warning" : "check"
            size: 34
            stroke: 5
            color: Theme.surface
        }
    }
    Words {
        id: words
        y: sheet.height + 18
        width: parent.width + thumb.captionRoom
        x: -thumb.captionRoom / 2
        text: thumb.caption
        rich: true
        size: Theme.smallSize
        alignment: Text.AlignHCenter
    }
}
