// A paper on A4: pages and price before it is printed, how it stands, and what to do when it stopped.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property PrintPaperModel vm
    frame: vm.frame
    trouble: vm.trouble
    question: vm.question
    hint: vm.hint
    personalHint: vm.personal

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Repeater {
            model: screen.vm.notes.length

            Banner {
                required property int index
                readonly property var told: screen.vm.notes[index] ?? ({})
                width: paged.width
                tone: told.tone ?? "info"
                icon: told.icon ?? ""
                head: told.head ?? ""
                body: told.body ?? ""
            }
        }
        Card {
            visible: screen.vm.head !== ""
            width: paged.width
            padding: 40
            color: screen.vm.printed ? Theme.okSoft : Theme.surface
            border.color: screen.vm.printed ? Theme.ok : Theme.hair

            Column {
                width: parent.width
                spacing: 20

                Icon {
                    visible: !screen.vm.trouble
                    name: screen.vm.icon
                    size: Theme.portrait ? 240 : Theme.textSize > 2 ? 120 : 190
                    color: screen.vm.printed ? Theme.ok : Theme.teal
                    anchors.horizontalCenter: parent.horizontalCenter
                }
                Words {
                    width: parent.width
                    text: screen.vm.head
                    size: Theme.titleSize
                    weight: Font.Bold
                    color: screen.vm.printed ? Theme.ok : Theme.ink
                    alignment: Text.AlignHCenter
                }
                Words {
                    visible: screen.vm.body !== ""
                    width: parent.width
                    text: screen.vm.body
                    alignment: Text.AlignHCenter
                }
            }
        }
        Fact {
            visible: screen.vm.price !== ""
            width: paged.width
            icon: "banknote"
            label: qsTr("Tiền in")
            value: screen.vm.price
            note: screen.vm.priceNote
        }
    }

    actions: ActionRow {
        backText: screen.vm.backText
        backIcon: screen.vm.backIcon
        nextText: screen.vm.nextText === "" || paged.last ? screen.vm.nextText : qsTr("Coi tiếp")
        nextIcon: paged.last ? screen.vm.nextIcon : "arrow-right"
        nextName: !paged.last ? "next" : screen.vm.printed ? "took-paper" : "print"
        note: screen.vm.note
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: !paged.last ? paged.next() : screen.vm.printed ? screen.vm.back() : screen.vm.print()
    }
}
