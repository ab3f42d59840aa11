// Furniture at the foot of every screen: call somebody, larger letters, the other language or the way out.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Rectangle {
    id: bar
    required property FrameModel frame
    property bool home: false
    readonly property bool readAloud: home // the same on every screen: said once
    property color ground: Theme.deep

    // The keys share what the captions leave free; a caption is never cut.
    readonly property var shown: [voiceKey, lettersKey, languageKey, leaveKey].filter(key => key.offered)
    readonly property real captions: shown.reduce((sum, key) => sum + key.captionWidth, 0)
    readonly property real free: width - keys.x - 24 - captions - 14 * (shown.length - 1)
    readonly property real padding: Math.max(8, Math.min(18, free / (2 * shown.length)))

    color: ground
    height: Theme.helperHeight

    component SmallKey: Item {
        id: small
        required property string icon
        required property string text
        property bool offered: true
        readonly property real captionWidth: Math.max(100, caption.implicitWidth)
        signal activated
        visible: offered
        width: captionWidth + 2 * bar.padding
        height: parent.height
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.focusable: true
        Accessible.onPressAction: activated()
        activeFocusOnTab: true
        Keys.onReturnPressed: event => pressedByKey(event)
        Keys.onEnterPressed: event => pressedByKey(event)
        Keys.onSpacePressed: event => pressedByKey(event)

        function pressedByKey(event: var) {
            event.accepted = Theme.keyed;
            if (Theme.keyed)
                activated();
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: 10
            radius: Theme.radiusKey
            color: Theme.deepInk
            opacity: smallTouch.pressed ? 0.22 : 0
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: 8
            radius: Theme.radiusKey
            color: "transparent"
            border.color: Theme.deepInk
            border.width: 3
            visible: small.activeFocus && Theme.keyed
        }
        Icon {
            name: small.icon
            size: 46
            color: Theme.deepInk
            x: (parent.width - width) / 2
            y: parent.height / 2 - 52
        }
        Text {
            id: caption
            text: small.text
            color: Theme.deepInk
            font.family: Theme.family
            font.pixelSize: 32
            font.weight: Font.Medium
            x: (parent.width - width) / 2
            y: parent.height / 2 + 4
            Accessible.ignored: true
        }
        MouseArea {
            id: smallTouch
            anchors.fill: parent
            onPressed: Feel.pressed()
            onClicked: small.activated()
        }
    }

    Pressable {
        id: help
        objectName: "help"
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(Theme.portrait && bar.frame.language !== "en" ? 390 : 300, helpRow.implicitWidth + 28)
        height: 108
        lip: 0
        radius: Theme.radiusChoice
        borderWidth: Theme.contrast === "dark" ? Theme.border : 0
        label: helpText.text
        onActivated: bar.frame.help()

        Row {
            id: helpRow
            anchors.centerIn: parent
            spacing: 12
            Icon {
                name: "hand"
                size: Theme.portrait ? 54 : 46
                color: Theme.contrast === "dark" ? Theme.deepInk : Theme.teal
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: helpText
                text: qsTr("Kêu người giúp")
                color: Theme.contrast === "dark" ? Theme.deepInk : Theme.teal
                font.family: Theme.family
                font.pixelSize: Theme.portrait ? 38 : 36
                font.weight: Font.Bold
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }

    Row {
        id: keys
        anchors.left: help.right
        anchors.leftMargin: 14
        height: parent.height
        spacing: 14

        SmallKey {
            id: voiceKey
            objectName: "read-aloud"
            offered: bar.frame.voice
            icon: bar.frame.speaking ? "speaker-off" : "speaker"
            text: bar.frame.speaking ? qsTr("Tắt tiếng") : qsTr("Nghe đọc")
            onActivated: bar.frame.readAloud(!bar.frame.speaking)
        }
        SmallKey {
            id: lettersKey
            objectName: "text-size"
            icon: "letters"
            text: [qsTr("Chữ to"), qsTr("Chữ to nữa"), qsTr("Chữ, màu")][bar.frame.textSize - 1]
            onActivated: bar.frame.easierToSee()
        }
        SmallKey {
            id: languageKey
            objectName: "language"
            offered: bar.home
            icon: "globe"
            text: bar.frame.language === "en" ? "Tiếng Việt" : "English"
            onActivated: bar.frame.switchLanguage()
        }
        SmallKey {
            id: leaveKey
            objectName: "leave"
            offered: !bar.home && Theme.portrait
            icon: "leave"
            text: qsTr("Thôi, về đầu")
            onActivated: bar.frame.leave()
        }
    }

    Row {
        visible: bar.home && !Theme.portrait && bar.frame.hotline !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: 18
        Icon {
            name: "phone"
            size: 46
            color: Theme.deepInk
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            text: qsTr("Đường dây nóng") + " <b>" + bar.frame.hotline + "</b>"
            Accessible.role: Accessible.StaticText
            Accessible.name: text.replace(/<[^>]*>/g, "")
            textFormat: Text.StyledText
            color: Theme.deepInk
            font.family: Theme.family
            font.pixelSize: 38
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
