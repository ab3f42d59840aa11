// The scanner stopped: first what is safe, then what to do, then who helps.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ScanFaultModel vm
    readonly property bool tight: !Theme.portrait && Theme.textSize > 1 // the first page is to say what to do
    frame: vm.frame
    trouble: true
    question: vm.title
    hint: vm.hint

    component HelperBanner: Banner {
        tone: "info"
        icon: "person"
        head: qsTr("Ngại làm? Kêu người giúp")
        body: screen.vm.helper
    }

    component StepsHead: Words {
        width: paged.width - 60
        text: screen.vm.stepsHead
        size: Theme.buttonSize
        weight: Font.Bold
    }

    component FaultStep: StepCard {
        required property var modelData
        required property int index
        width: paged.width - 60
        number: screen.vm.steps.length > 1 ? index + 1 : ""
        icon: modelData.icon
        picture: screen.vm.steps.length < 3 ? fullPicture : Math.min(fullPicture, Theme.portrait ? 150 : 120)
        text: modelData.text
    }

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Banner {
            width: paged.width
            tone: "ok"
            icon: "shield"
            head: qsTr("Không mất gì hết")
            body: screen.vm.safe
        }
        Card {
            visible: !screen.tight
            width: paged.width

            Column {
                width: parent.width
                spacing: 28

                StepsHead {}
                Repeater {
                    model: screen.tight ? [] : screen.vm.steps
                    FaultStep {}
                }
            }
        }
        Repeater {
            model: screen.tight ? screen.vm.steps : []

            Card {
                id: card
                required property var modelData
                required property int index
                width: paged.width

                Column {
                    width: parent.width
                    spacing: 20

                    StepsHead {
                        visible: card.index === 0
                    }
                    FaultStep {
                        modelData: card.modelData
                        index: card.index
                    }
                }
            }
        }
        HelperBanner {
            visible: Theme.portrait || Theme.textSize > 1
            width: paged.width
        }
    }

    aside: HelperBanner {
        visible: Theme.textSize < 2
        anchors.bottom: parent.bottom
        width: parent.width
    }

    actions: ActionRow {
        backText: screen.vm.giveUpText
        backIcon: ""
        backName: "leave-fault"
        nextText: paged.last ? screen.vm.resumeText : qsTr("Coi tiếp")
        nextIcon: paged.last ? "" : "arrow-right"
        nextName: paged.last ? "resume" : "next"
        onBack: screen.vm.giveUp()
        onNext: paged.last ? screen.vm.resume() : paged.next()
    }
}
