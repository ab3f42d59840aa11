// The letters in Vietnamese order, and tone keys that show the syllable as it would be: nobody must know "dấu".
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Item {
    id: keyboard
    readonly property bool readAloud: false // nobody wants to hear forty keys
    required property AskQuestionModel vm
    readonly property real between: 14
    readonly property real caption: Theme.portrait ? 52 : 44
    readonly property real rowHeight: (height - caption - between * 5) / 6.05
    readonly property bool low: rowHeight < 100 // no room for two lines on a key
    readonly property real column: (width - between * 7) / 8
    readonly property real tone: (width - between * 5) / 6
    readonly property int longest: Math.max(1, ...vm.tones.map(each => each.syllable.length))

    Text {
        x: 4
        text: keyboard.vm.tones.length > 0 ? qsTr("Chọn dấu cho chữ") + " <b>" + keyboard.vm.syllable + "</b>" : qsTr("Bấm chữ cái trước, rồi chọn dấu ở hàng này")
        textFormat: Text.StyledText
        color: Theme.ink2
        font.family: Theme.family
        font.pixelSize: 34
    }

    Row {
        y: keyboard.caption
        spacing: keyboard.between
        Repeater {
            model: keyboard.vm.tones

            PadButton {
                id: toneKey
                required property var modelData
                objectName: "tone:" + modelData.tone
                width: keyboard.tone
                height: keyboard.rowHeight * 1.05
                soft: true
                text: modelData.syllable
                below: modelData.word
                size: Math.max(32, Math.min(46, (keyboard.tone - 16) / (keyboard.longest * 0.72)))
                onActivated: keyboard.vm.tone(toneKey.modelData.tone)
            }
        }
    }
    Rectangle {
        visible: keyboard.vm.tones.length === 0
        y: keyboard.caption
        width: parent.width
        height: keyboard.rowHeight
        radius: Theme.radiusKey
        color: "transparent"
        border.color: Theme.hair
        border.width: 2
    }

    Column {
        y: keyboard.caption + keyboard.rowHeight * 1.05 + keyboard.between
        spacing: keyboard.between
        Repeater {
            model: keyboard.vm.keys

            Row {
                id: keyRow
                required property var modelData
                spacing: keyboard.between
                Repeater {
                    model: keyRow.modelData

                    PadButton {
                        id: cap
                        required property var modelData
                        objectName: modelData.name
                        width: keyboard.column * modelData.span + keyboard.between * (modelData.span - 1)
                        height: keyboard.rowHeight
                        soft: modelData.act !== "write" && modelData.act !== "space"
                        icon: modelData.act === "delete" ? "backspace" : ""
                        text: modelData.act === "delete" ? qsTr("Xóa") : modelData.act === "space" ? qsTr("Cách chữ") : keyboard.low ? modelData.text.replace(/[ \n]/g, "") : modelData.text
                        size: modelData.act === "write" ? 54 : modelData.text.indexOf("\n") < 0 ? 42 : keyboard.low ? 32 : 36
                        onActivated: keyboard.vm.press(cap.modelData.act, cap.modelData.text)
                    }
                }
            }
        }
    }
}
