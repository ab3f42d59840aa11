// The answers to choose from, natural pairs side by side; more than fit are turned over page by page, never scrolled.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Item {
    id: choices
    required property AskQuestionModel vm
    property bool active: true
    property int first: 0
    // A copy: every reading of a model's list makes a new one.
    readonly property var rows: vm.rows
    readonly property var nothing: ({
            value: "",
            text: "",
            gloss: "",
            chosen: false,
            disabled: true
        })
    readonly property real rowHeight: Theme.choiceHeight
    readonly property real between: Theme.choiceGap
    readonly property real below: (vm.error !== "" ? 110 : 0) + (Theme.portrait && vm.readBack !== "" ? 110 : 0)
    readonly property real room: height - below
    readonly property var heights: {
        const tall = [];
        for (let i = 0; i < rulers.count; ++i)
            tall.push((rulers.itemAt(i) as Ruler)?.needed ?? rowHeight);
        return tall;
    }
    readonly property bool paged: !vm.looking && taken(0, heights.length) > room
    readonly property int shown: vm.looking ? Math.max(1, Math.floor((room + between) / (rowHeight + between))) : paged ? fitting(first, 1) : rows.length
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

    // The words of one row, never seen: long ones make its cards taller.
    component Ruler: Item {
        id: ruler
        required property int index
        readonly property var row: choices.rows[index] ?? []
        readonly property real cardWidth: row.length === 2 ? (choices.width - choices.between) / 2 : choices.width
        readonly property real needed: Math.max(choices.rowHeight, left.cardHeight, (right.item as ChoiceWords)?.cardHeight ?? 0)
        visible: false
        ChoiceWords {
            id: left
            cardWidth: ruler.cardWidth
            text: ruler.row[0]?.text ?? ""
            gloss: ruler.row[0]?.gloss ?? ""
        }
        Loader {
            id: right
            active: ruler.row.length === 2
            sourceComponent: ChoiceWords {
                cardWidth: ruler.cardWidth
                text: ruler.row[1]?.text ?? ""
                gloss: ruler.row[1]?.gloss ?? ""
            }
        }
    }

    // Counted, not handed over: a list that changes would make every card anew under the finger.
    Repeater {
        id: rulers
        model: choices.active && !choices.vm.looking ? choices.rows.length : 0
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
            model: choices.active ? Math.max(0, Math.min(choices.shown, choices.rows.length - choices.first)) : 0

            Row {
                id: pair
                required property int index
                readonly property var answers: choices.rows[choices.first + index] ?? []
                width: list.width
                spacing: choices.between

                Repeater {
                    model: pair.answers.length

                    ChoiceCard {
                        id: card
                        required property int index
                        readonly property var answer: pair.answers[index] ?? choices.nothing
                        objectName: "choice:" + answer.value
                        width: pair.answers.length === 2 ? (pair.width - pair.spacing) / 2 : pair.width
                        height: choices.heights[choices.first + pair.index] ?? choices.rowHeight
                        text: answer.text
                        gloss: answer.gloss
                        chosen: answer.chosen
                        several: choices.vm.kind === "checkbox"
                        enabled: !answer.disabled
                        onActivated: choices.vm.choose(card.answer.value)
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
                visible: choices.first + choices.shown < choices.rows.length
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
