// The printer's slot with the very slip that comes out of it. It names the citizen, so it is covered until it is touched.
import QtQuick
import Aps

Item {
    id: slip
    property string source
    property bool covered: false
    property bool coming: false
    signal look

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
            height: sourceSize.width > 0 ? width * implicitHeight / Math.max(1, implicitWidth) : slip.covered ? parent.height - 20 : 300
            source: slip.source
            cache: false
            smooth: true
        }
    }
    Pressable {
        objectName: "look:slip"
        visible: slip.covered && !slip.coming
        x: 48
        y: 66
        width: parent.width - 96
        height: words.implicitHeight + 200
        label: words.text
        onActivated: slip.look()

        Icon {
            x: (parent.width - width) / 2
            y: 36
            name: "eye"
            size: 88
        }
        Words {
            id: words
            x: 16
            y: 144
            width: parent.width - 32
            text: qsTr("Phiếu có tên Ông/Bà. Chạm để coi.")
            weight: Font.DemiBold
            alignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
