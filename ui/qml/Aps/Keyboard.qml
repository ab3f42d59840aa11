// The keys under a text: Vietnamese order with tone keys that show the syllable as it would be (nobody must know "dấu"),
// typewriter order for Telex and VNI, or plain letters for an address. The last row stays where it is.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Item {
    id: keyboard
    readonly property bool readAloud: false // nobody wants to hear forty keys
    required property AskQuestionModel vm
    readonly property bool marking: vm.way === "abc"
    readonly property real between: 14
    readonly property real caption: Theme.portrait ? 52 : 44
    readonly property int columns: vm.keys.length > 0 ? vm.keys[0].length : 8
    readonly property real column: (width - between * (columns - 1)) / columns
    readonly property real rowHeight: marking ? (height - caption - between * 5) / 6.05 : Math.min(150, (height - caption - between * (vm.keys.length - 1)) / vm.keys.length)
    readonly property bool low: rowHeight < 100 // no room for two lines on a key
    readonly property real firstRow: height - vm.keys.length * rowHeight - (vm.keys.length - 1) * between
    readonly property real tone: (width - between * 5) / 6
    readonly property int longest: Math.max(1, ...vm.tones.map(each => each.syllable.length))

    function advice(): string {
        switch (vm.way) {
        case "telex":
            return qsTr("Kiểu Telex: AA = Â, OW = Ơ, DD = Đ, dấu: S F R X J");
        case "vni":
            return qsTr("Kiểu VNI: dấu 1 tới 5, Â Ê Ô 6, Ơ Ư 7, Ă 8, Đ 9");
        case "code":
            return qsTr("Chữ và số y như trên phiếu");
        case "address":
            return qsTr("Thư điện tử không có dấu, không cách chữ");
        default:
            return vm.tones.length > 0 ? qsTr("Chọn dấu cho chữ") + " <b>" + vm.syllable.replace(/&/g, "&amp;").replace(/</g, "&lt;") + "</b>" : qsTr("Bấm chữ cái trước, rồi chọn dấu ở hàng này");
        }
    }

    function folded(words: string): string {
        return low || columns === 8 ? words : words.replace(" ", "\n");
    }

    function word(act: string, text: string): string {
        switch (act) {
        case "delete":
            return qsTr("Xóa");
        case "space":
            return qsTr("Cách chữ");
        case "case":
            return keyboard.folded(vm.small ? qsTr("Chữ hoa") : qsTr("Chữ thường"));
        case "way":
            return keyboard.folded(qsTr("Đổi kiểu gõ"));
        default:
            return keyboard.low ? text.replace(/[ \n]/g, "") : text;
        }
    }

    function sizeOf(act: string, text: string): int {
        if (act === "write")
            return text.length > 1 ? 40 : 54;
        if (act === "delete")
            return columns === 8 ? 42 : 34;
        if (act === "way" || act === "case" || text.indexOf("\n") >= 0)
            return keyboard.low ? 32 : 34;
        return text.length > 5 ? 32 : 42;
    }

    Text {
        x: 4
        y: keyboard.marking ? 0 : keyboard.firstRow - keyboard.caption
        text: keyboard.advice()
        Accessible.role: Accessible.StaticText
        Accessible.name: text.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&amp;/g, "&")
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
        visible: keyboard.marking && keyboard.vm.tones.length === 0
        y: keyboard.caption
        width: parent.width
        height: keyboard.rowHeight
        radius: Theme.radiusKey
        color: "transparent"
        border.color: Theme.hair
        border.width: 2
    }

    Column {
        y: keyboard.firstRow
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
                        text: keyboard.word(modelData.act, modelData.text)
                        size: keyboard.sizeOf(modelData.act, modelData.text)
                        onActivated: keyboard.vm.press(cap.modelData.act, cap.modelData.text)
                    }
                }
            }
        }
    }
}
