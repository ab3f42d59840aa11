// Names that complete the word under way: four side by side, or two beside the keyboard. Never more than an offer.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Grid {
    id: offers
    required property AskQuestionModel vm
    readonly property real between: 14
    columns: Theme.portrait ? 4 : 2
    spacing: between

    Repeater {
        model: offers.vm.names

        PadButton {
            id: offer
            required property string modelData
            objectName: "name:" + modelData
            width: (offers.width - offers.between * (offers.columns - 1)) / offers.columns
            height: Theme.nameHeight
            soft: true
            text: modelData
            size: Math.min(Theme.buttonSize, 46)
            onActivated: offers.vm.takeName(offer.modelData)
        }
    }
}
