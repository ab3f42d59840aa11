// What has been typed so far: a field of letters with a caret, or three boxes for a date; and what is wrong with it.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Column {
    id: typed
    required property AskQuestionModel vm
    readonly property bool dating: ["date", "partial_date", "month"].includes(vm.kind)
    readonly property bool counting: ["number", "tel", "time"].includes(vm.kind)
    spacing: 18

    Rectangle {
        id: field
        readonly property int size: typed.counting ? 64 : typed.vm.text.length > 24 || !Theme.portrait ? 46 : 60
        readonly property int inset: Theme.portrait ? 22 : 14
        readonly property int lines: Theme.portrait ? 3 : 5
        visible: !typed.dating
        width: parent.width
        height: Math.max(Theme.portrait ? 128 : Theme.step > 1 ? 84 : 112, Math.min(letters.height, lines * 1.27 * size) + 2 * inset)
        radius: Theme.radiusChoice
        color: Theme.surface
        border.color: typed.vm.error !== "" ? Theme.warn : Theme.teal
        border.width: Theme.activeBorder
        activeFocusOnTab: true
        Accessible.role: Accessible.EditableText
        Accessible.name: typed.vm.ask
        Accessible.description: typed.vm.text

        FocusFrame {
            radius: parent.radius + 10
            visible: field.activeFocus && Theme.keyed
        }

        // What is longer than the field runs out of it above: the end, where the keys write, is always in view.
        Item {
            x: 30
            y: field.inset
            width: parent.width - 60
            height: parent.height - 2 * field.inset
            clip: letters.height > height

            TextEdit {
                id: letters
                y: height > parent.height ? parent.height - height : (parent.height - height) / 2
                width: parent.width - 9 // the caret
                readOnly: true
                enabled: false
                text: typed.vm.text
                wrapMode: TextEdit.Wrap
                color: Theme.ink
                selectionColor: Theme.tealSoft
                selectedTextColor: Theme.ink
                font.family: Theme.family
                font.pixelSize: field.size
                font.weight: Font.DemiBold
                font.letterSpacing: typed.counting ? 2 : 0
                readonly property int word: text.length - typed.vm.syllable.length
                function shade(): void {
                    select(word, text.length);
                }
                onTextChanged: shade()
                onWordChanged: shade()
                Component.onCompleted: shade()
                Accessible.ignored: true
            }
            Rectangle {
                x: letters.cursorRectangle.x + 4
                y: letters.y + letters.cursorRectangle.y + 4
                width: 5
                height: letters.cursorRectangle.height - 8
                color: Theme.teal
            }
        }
    }

    Row {
        visible: typed.dating
        spacing: 24

        component Box: Pressable {
            id: box
            required property string caption
            required property string digits
            required property string part
            required property int places
            property bool now: false
            readonly property real column: (typed.width - 48) / 8
            objectName: "part:" + part
            width: places === 4 ? column * 4 : column * 2
            height: 150 + lip
            lip: Theme.lipKey
            radius: Theme.radiusChoice
            borderColor: now ? (typed.vm.error !== "" ? Theme.warn : Theme.teal) : Theme.outline
            borderWidth: now ? Theme.activeBorder : Theme.border
            label: caption + " " + digits
            onActivated: typed.vm.goTo(part)

            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 12
                text: box.caption
                color: Theme.ink2
                font.family: Theme.family
                font.pixelSize: 32
                Accessible.ignored: true
            }
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                y: 54
                text: box.digits + "–".repeat(box.places - box.digits.length)
                color: box.digits === "" ? Theme.ink2 : Theme.ink
                font.family: Theme.family
                font.pixelSize: 64
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }

        Box {
            visible: typed.vm.precision === "day"
            part: "day"
            caption: qsTr("Ngày")
            digits: typed.vm.day
            places: 2
            now: digits.length < 2
        }
        Box {
            visible: typed.vm.precision !== "year"
            part: "month"
            caption: qsTr("Tháng")
            digits: typed.vm.month
            places: 2
            now: digits.length < 2 && (typed.vm.precision === "month" || typed.vm.day.length === 2)
        }
        Box {
            part: "year"
            caption: qsTr("Năm")
            digits: typed.vm.year
            places: 4
            now: typed.vm.precision === "year" || typed.vm.month.length === 2
        }
    }

    Words {
        visible: typed.vm.said !== "" && typed.vm.error === ""
        width: parent.width
        text: typed.vm.said
        size: Theme.bodySize
        weight: Font.DemiBold
    }

    ErrorLine {
        width: parent.width
        text: typed.vm.looking ? "" : typed.vm.error
    }
}
