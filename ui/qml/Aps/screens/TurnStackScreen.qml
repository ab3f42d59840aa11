// A scanner that reads one side has all fronts: turn the stack over for the backs, or say that they are empty.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property TurnStackModel vm
    frame: vm.frame
    question: vm.question
    hint: vm.hint

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 28

        Banner {
            visible: screen.vm.doubt !== ""
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: screen.vm.doubt
            body: screen.vm.why
        }
        Card {
            width: paged.width

            Column {
                width: parent.width
                spacing: 30

                Repeater {
                    model: screen.vm.steps

                    StepCard {
                        required property var modelData
                        required property int index
                        width: paged.width - 60
                        number: screen.vm.steps.length > 1 ? index + 1 : ""
                        icon: modelData.icon
                        text: modelData.text
                    }
                }
            }
        }
        KioskButton {
            objectName: "leave-backs"
            width: paged.width
            height: Theme.portrait ? 120 : 100
            icon: screen.vm.backs === 0 ? "blank" : "eye"
            text: screen.vm.leaveText
            onActivated: screen.vm.leaveBacks()
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? screen.vm.nextText : qsTr("Coi tiếp")
        nextName: paged.last ? "scan" : "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.scan() : paged.next()
    }
}
