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
        visible: !typed.dating
        width: parent.width
        height: Math.max(128, field.implicitHeight + 44)
        radius: Theme.radiusChoice
        color: Theme.surface
        border.color: typed.vm.error !== "" ? Theme.warn : Theme.teal
        border.width: Theme.activeBorder
        Accessible.role: Accessible.EditableText
        Accessible.name: typed.vm.ask
        Accessible.description: typed.vm.text

        Flow {
            id: field
            x: 30
            width: parent.width - 60
            anchors.verticalCenter: parent.verticalCenter

            Text {
                visible: text !== "" && !typed.counting
                text: typed.vm.head.replace(/ $/, " ")
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: typed.vm.text.length > 24 || !Theme.portrait ? 46 : 60
                font.weight: Font.DemiBold
                wrapMode: Text.WordWrap
                width: Math.min(implicitWidth, field.width)
                Accessible.ignored: true
            }
            Rectangle {
                visible: typed.vm.syllable !== "" && !typed.counting
                width: last.implicitWidth + 12
                height: last.implicitHeight
                radius: 10
                color: Theme.tealSoft
                Text {
                    id: last
                    x: 6
                    text: typed.vm.syllable
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: typed.vm.text.length > 24 || !Theme.portrait ? 46 : 60
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
            }
            Text {
                visible: typed.counting
                text: typed.vm.text
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: 64
                font.weight: Font.DemiBold
                font.letterSpacing: 2
                Accessible.ignored: true
            }
            Item {
                width: 14
                height: 76
                Rectangle {
                    x: 6
                    y: 6
                    width: 5
                    height: 64
                    color: Theme.teal
                }
            }
        }
    }

    Row {
        visible: typed.dating
        spacing: 24

        component Box: Rectangle {
            id: box
            required property string caption
            required property string digits
            required property int places
            property bool now: false
            readonly property real part: (typed.width - 48) / 8
            width: places === 4 ? part * 4 : part * 2
            height: 150
            radius: Theme.radiusChoice
            color: Theme.surface
            border.color: now ? (typed.vm.error !== "" ? Theme.warn : Theme.teal) : Theme.outline
            border.width: now ? Theme.activeBorder : Theme.border
            Accessible.role: Accessible.EditableText
            Accessible.name: caption
            Accessible.description: digits

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
                color: box.digits === "" ? Theme.hair : Theme.ink
                font.family: Theme.family
                font.pixelSize: 64
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
        }

        Box {
            visible: typed.vm.precision === "day"
            caption: qsTr("Ngày")
            digits: typed.vm.day
            places: 2
            now: digits.length < 2
        }
        Box {
            visible: typed.vm.precision !== "year"
            caption: qsTr("Tháng")
            digits: typed.vm.month
            places: 2
            now: digits.length < 2 && (typed.vm.precision === "month" || typed.vm.day.length === 2)
        }
        Box {
            caption: qsTr("Năm")
            digits: typed.vm.year
            places: 4
            now: typed.vm.precision === "year" || typed.vm.month.length === 2
        }
    }

    ErrorLine {
        width: parent.width
        text: typed.vm.looking ? "" : typed.vm.error
    }
}
