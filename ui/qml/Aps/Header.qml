// Whose machine this is, the line to the portal, the clock. Nothing to press, but for "leave" in landscape.
// Higher than usual on a lowered screen: above the line of text lies the tile pattern.
import QtQuick
import Aps.Models

Rectangle {
    id: header
    required property FrameModel frame
    property bool leave: false
    readonly property bool readAloud: false // the same on every screen

    color: Theme.deep
    height: Theme.headerHeight

    TilePattern {
        width: parent.width
        height: line.y
        tile: 120
    }

    Item {
        id: line
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.headerHeight
    }

    TilePattern {
        id: seal
        x: Theme.margin
        anchors.verticalCenter: line.verticalCenter
        width: 72
        height: 72
        tile: 72
        strokeWidth: 2.2
        color: Theme.deepInk2
    }

    Column {
        visible: Theme.portrait
        anchors.left: seal.visible ? seal.right : parent.left
        anchors.leftMargin: seal.visible ? 22 : Theme.margin
        anchors.verticalCenter: line.verticalCenter

        Text {
            text: header.frame.centre
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.deepInk2
            font.family: Theme.family
            font.pixelSize: 32
        }
        Text {
            text: header.frame.commune
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.deepInk
            font.family: Theme.family
            font.pixelSize: 38
            font.weight: Font.Bold
        }
    }

    Text {
        visible: !Theme.portrait
        anchors.left: seal.visible ? seal.right : parent.left
        anchors.leftMargin: seal.visible ? 22 : Theme.margin
        anchors.verticalCenter: line.verticalCenter
        text: header.frame.language === "en" ? header.frame.centre + ", " + header.frame.commune : header.frame.centre + " " + header.frame.commune
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        color: Theme.deepInk
        font.family: Theme.family
        font.pixelSize: 34
        font.weight: Font.DemiBold
    }

    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: line.verticalCenter
        spacing: 24

        Pressable {
            objectName: "leave"
            visible: header.leave && !Theme.portrait
            width: leaveRow.width + 48
            height: 80
            anchors.verticalCenter: parent.verticalCenter
            lip: 0
            borderWidth: 0
            face: "transparent"
            lipColor: "transparent"
            tint: Theme.deepInk
            label: leaveText.text
            onActivated: header.frame.leave()

            Row {
                id: leaveRow
                anchors.centerIn: parent
                spacing: 16
                Icon {
                    name: "leave"
                    size: 42
                    color: Theme.deepInk
                    anchors.verticalCenter: parent.verticalCenter
                }
                Text {
                    id: leaveText
                    text: qsTr("Thôi, về đầu")
                    color: Theme.deepInk
                    font.family: Theme.family
                    font.pixelSize: 36
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }
            }
        }

        Icon {
            visible: header.frame.network !== "unknown"
            name: header.frame.network === "offline" ? "wifi-off" : "wifi"
            size: 44
            color: Theme.deepInk
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            text: header.frame.network === "offline" ? qsTr("Mất mạng") : header.frame.clock
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.deepInk
            font.family: Theme.family
            font.pixelSize: 38
            font.weight: Font.DemiBold
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
