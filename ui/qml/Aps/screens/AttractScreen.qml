// Nobody is here: the machine invites.
import QtQuick
import Aps
import Aps.Models

Rectangle {
    id: screen
    required property AttractModel vm
    readonly property bool tall: Theme.portrait
    readonly property string announced: (vm.warning ? "<b>" + vm.head + ".</b> " : "") + vm.announcement

    color: Theme.deep

    TilePattern {
        width: parent.width
        height: screen.tall ? 760 : parent.height - Theme.helperHeight
    }
    Rectangle {
        visible: Theme.contrast === "normal"
        width: parent.width
        height: screen.tall ? 760 : parent.height - Theme.helperHeight
        gradient: Gradient {
            orientation: screen.tall ? Gradient.Vertical : Gradient.Horizontal
            GradientStop {
                position: 0
                color: Qt.rgba(0.043, 0.247, 0.271, screen.tall ? 0.35 : 1)
            }
            GradientStop {
                position: 1
                color: Qt.rgba(0.043, 0.247, 0.271, screen.tall ? 1 : 0.55)
            }
        }
    }

    Column {
        x: Theme.margin
        y: screen.tall ? 66 : 40
        Text {
            text: screen.vm.frame.centre
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.deepInk2
            font.family: Theme.family
            font.pixelSize: 36
        }
        Text {
            text: screen.vm.frame.commune
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.deepInk
            font.family: Theme.family
            font.pixelSize: 46
            font.weight: Font.Bold
        }
    }
    Text {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: screen.tall ? 66 : 44
        text: screen.vm.frame.clock
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        color: Theme.deepInk
        font.family: Theme.family
        font.pixelSize: 56
        font.weight: Font.DemiBold
    }

    Column {
        id: invitation
        x: Theme.margin
        y: screen.tall ? 330 : 210
        width: screen.tall ? parent.width - 2 * Theme.margin : 880
        spacing: screen.tall ? 44 : 30
        Words {
            width: parent.width
            text: qsTr("Làm giấy tờ ở máy này")
            size: screen.tall ? 132 : 112
            Accessible.role: Accessible.Heading
            weight: Font.Bold
            color: Theme.deepInk
        }
        Words {
            width: parent.width
            text: qsTr("Trích lục hộ tịch, đăng ký khai tử. Máy hỏi từng câu, Ông/Bà bấm trả lời.")
            size: screen.tall ? 42 : 40
            color: Theme.deepInk2
        }
    }

    Pressable {
        objectName: "start"
        x: screen.tall ? Theme.margin : 1020
        y: screen.tall ? 900 : 220
        width: screen.tall ? parent.width - 2 * Theme.margin : parent.width - x - Theme.margin
        height: screen.tall ? 420 : 380
        lip: 18
        radius: 40
        borderWidth: 0
        face: Theme.gold
        lipColor: Theme.goldEdge
        label: qsTr("Bấm vô đây để bắt đầu")
        onActivated: screen.vm.start()

        Row {
            anchors.centerIn: parent
            spacing: screen.tall ? 64 : 40
            Icon {
                name: "touch"
                size: screen.tall ? 220 : 180
                color: Theme.goldInk
                stroke: 2.8
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                width: screen.tall ? 560 : 500
                text: qsTr("Bấm vô đây để bắt đầu")
                size: screen.tall ? 94 : 80
                weight: Font.Bold
                color: Theme.goldInk
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    Column {
        x: screen.tall ? Theme.margin : 1020
        y: screen.tall ? 1366 : 640
        width: screen.tall ? parent.width - 2 * Theme.margin : parent.width - x - Theme.margin
        spacing: screen.tall && screen.vm.announcement === "" ? 34 : 22

        component Promise: Item {
            id: promise
            required property string icon
            required property string text
            width: parent ? parent.width : 0
            height: Math.max(84, promiseText.implicitHeight)
            Icon {
                id: promiseIcon
                name: promise.icon
                size: 80
                color: Theme.deepInk
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                id: promiseText
                anchors.left: promiseIcon.right
                anchors.leftMargin: 36
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: promise.text
                rich: true
                size: 38
                color: Theme.deepInk
            }
        }

        Promise {
            icon: "shield"
            text: qsTr("<b>Bấm lộn không sao,</b> quay lại được liền. Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.")
        }
        Rectangle {
            visible: screen.vm.programme !== "" || screen.vm.announcement !== ""
            width: parent.width
            height: 2
            color: Theme.deepLine
        }
        Promise {
            visible: screen.vm.programme !== "" && (screen.vm.announcement === "" || screen.tall && screen.announced.length < 90)
            icon: "clock"
            text: "<b>" + screen.vm.programme + ":</b> " + screen.vm.detail
        }
        Promise {
            visible: screen.vm.announcement !== ""
            icon: screen.vm.warning ? "slip" : "megaphone"
            text: screen.announced
        }
    }

    HelperBar {
        frame: screen.vm.frame
        home: true
        ground: Theme.deeper
        width: parent.width
        anchors.bottom: parent.bottom
    }
}
