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
    readonly property int fits: Math.max(1, Math.floor((height - below + between) / (rowHeight + between)))
    readonly property bool paged: !vm.looking && vm.rows.length > fits
    readonly property int shown: paged ? fits - 1 : fits

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
                width: list.width
                spacing: choices.between

                Repeater {
                    model: pair.modelData

                    ChoiceCard {
                        id: card
                        required property var modelData
                        objectName: "choice:" + modelData.value
                        width: pair.modelData.length === 2 ? (pair.width - pair.spacing) / 2 : pair.width
                        height: choices.rowHeight
                        text: modelData.text
                        gloss: modelData.gloss
                        chosen: modelData.chosen
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
                onActivated: choices.first = Math.max(0, choices.first - choices.shown)
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
