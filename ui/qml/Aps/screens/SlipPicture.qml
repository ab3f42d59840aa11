// The printer's slot with the very slip that comes out of it.
import QtQuick
import Aps

Item {
    id: slip
    property string source
    property bool coming: false

    Rectangle {
        width: parent.width
        height: 36
        radius: 18
        color: "#26302F"
    }
    Item {
        x: 24
        y: 18
        width: parent.width - 48
        height: Math.min(parent.height - 18, slip.coming ? 260 : 100000)
        clip: true

        Rectangle {
            width: parent.width
            height: Math.min(parent.height, picture.height + 20)
            color: Theme.sheetWhite
            border.color: Theme.edge
            border.width: 2
        }
        Image {
            id: picture
            x: 6
            y: 6
            width: parent.width - 12
            height: sourceSize.width > 0 ? width * implicitHeight / Math.max(1, implicitWidth) : 300
            source: slip.source
            cache: false
            smooth: true
        }
    }
}
