// The answers to choose from, natural pairs side by side; more than fit are turned over page by page, never scrolled.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Item {
    id: choices
    required property AskQuestionModel vm
    property bool active: true
    property int first: 0
    readonly property real rowHeight: Theme.portrait ? [100, 152, 172][Theme.step] : [86, 148, 166][Theme.step]
    readonly property real between: Theme.portrait ? 18 : 14
    readonly property real below: (vm.error !== "" ? 110 : 0) + (Theme.portrait && vm.readBack !== "" ? 110 : 0)
    readonly property real room: height - below
    readonly property var heights: {
        const tall = [];
        for (let i = 0; i < rulers.count; ++i)
            tall.push((rulers.itemAt(i) as Ruler)?.needed ?? rowHeight);
        return tall;
    }
    readonly property bool paged: !vm.looking && taken(0, heights.length) > room
    readonly property int shown: vm.looking ? Math.max(1, Math.floor((room + between) / (rowHeight + between))) : paged ? fitting(first, 1) : vm.rows.length
    onPagedChanged: first = 0

    function taken(from: int, until: int): real {
        return heights.slice(from, until).reduce((sum, one) => sum + one + between, -between);
    }

    // How many rows fit on a page with its turning keys, from this one on or, with step -1, before it.
    function fitting(from: int, step: int): int {
        let left = room - rowHeight;
        let count = 0;
        for (let i = step > 0 ? from : from - 1; i >= 0 && i < heights.length; i += step) {
            left -= heights[i] + between;
            if (left < 0)
                break;
            ++count;
        }
        return Math.max(1, count);
    }

    // The cards of one row, never seen: long words make them taller.
    component Ruler: Item {
        id: ruler
        required property var modelData
        readonly property bool paired: modelData.length === 2
        readonly property real cardWidth: paired ? (choices.width - choices.between) / 2 : choices.width
        readonly property real needed: Math.max(choices.rowHeight, left.implicitHeight, right.implicitHeight)
        visible: false
        ChoiceCard {
            id: left
            width: ruler.cardWidth
            text: ruler.modelData[0].text
            gloss: ruler.modelData[0].gloss
        }
        ChoiceCard {
            id: right
            width: ruler.cardWidth
            text: ruler.paired ? ruler.modelData[1].text : ""
            gloss: ruler.paired ? ruler.modelData[1].gloss : ""
        }
    }

    Repeater {
        id: rulers
        model: choices.active && !choices.vm.looking ? choices.vm.rows : []
        Ruler {}
    }

    Connections {
        target: choices.vm
        function onNameChanged() {
            choices.first = 0;
        }
    }

    Column {
        id: list
        width: parent.width
        spacing: choices.between

        ErrorLine {
            width: parent.width
            text: choices.active ? choices.vm.error : ""
        }

        Repeater {
            model: choices.active ? choices.vm.rows.slice(choices.first, choices.first + choices.shown) : []

            Row {
                id: pair
                required property var modelData
                required property int index
                width: list.width
                spacing: choices.between

                Repeater {
                    model: pair.modelData

                    ChoiceCard {
                        id: card
                        required property var modelData
                        objectName: "choice:" + modelData.value
                        width: pair.modelData.length === 2 ? (pair.width - pair.spacing) / 2 : pair.width
                        height: choices.heights[choices.first + pair.index] ?? choices.rowHeight
                        text: modelData.text
                        gloss: modelData.gloss
                        chosen: modelData.chosen
                        several: choices.vm.kind === "checkbox"
                        enabled: !modelData.disabled
                        onActivated: choices.vm.choose(card.modelData.value)
                    }
                }
            }
        }

        Row {
            visible: choices.paged
            width: parent.width
            spacing: choices.between
            KioskButton {
                objectName: "less"
                visible: choices.first > 0
                width: (list.width - choices.between) / 2
                height: choices.rowHeight
                icon: "arrow-left"
                text: qsTr("Coi trước")
                onActivated: choices.first = Math.max(0, choices.first - choices.fitting(choices.first, -1))
            }
            KioskButton {
                objectName: "more"
                visible: choices.first + choices.shown < choices.vm.rows.length
                width: (list.width - choices.between) / 2
                height: choices.rowHeight
                iconAfter: "arrow-right"
                text: qsTr("Coi tiếp")
                onActivated: choices.first = choices.first + choices.shown
            }
        }

        ReadBack {
            visible: Theme.portrait && text !== ""
            width: parent.width
            text: choices.vm.readBack
        }
    }
}
