// How a dossier stands: one banner that says it, the results to be printed, and what else is known.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property DossierFoundModel vm
    frame: vm.frame
    question: qsTr("Hồ sơ của Ông/Bà")
    hint: vm.name
    personalHint: true

    // There is one gold thing: the result to be printed, where it is on this page.
    readonly property int nextResult: vm.results.findIndex(result => result.next)
    readonly property bool golden: nextResult >= 0 && results.count > nextResult && results.itemAt(nextResult)?.enabled === true

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Banner {
            width: paged.width
            tone: screen.vm.tone
            icon: screen.vm.icon
            head: screen.vm.head
            body: screen.vm.body
        }
        DeliveryLine {
            visible: screen.vm.waiting
            width: paged.width
            waiting: screen.vm.frame.network === "offline"
        }
        Banner {
            visible: screen.vm.slip
            width: paged.width
            tone: "info"
            icon: "slip"
            head: qsTr("Cầm lại phiếu ở máy chụp")
            body: qsTr("Người khác có phiếu là coi được hồ sơ.")
        }
        Repeater {
            id: results
            model: screen.vm.results.length

            Pressable {
                id: result
                required property int index
                readonly property bool personal: true
                readonly property var told: screen.vm.results[index] ?? ({})
                readonly property bool gold: told.next === true
                readonly property color inkColor: gold ? Theme.goldInk : Theme.ink
                objectName: "result:" + index
                width: paged.width
                height: Math.max(Theme.portrait ? 176 : 140, words.height + 56)
                lip: Theme.lipTile
                radius: Theme.radiusTile
                face: gold ? Theme.gold : Theme.surface
                lipColor: gold ? Theme.goldEdge : Theme.edge
                borderColor: gold ? Theme.goldEdge : Theme.outline
                label: told.title + ". " + told.line
                onActivated: screen.vm.printResult(told.documentId)

                Icon {
                    id: picture
                    x: 34
                    anchors.verticalCenter: parent.verticalCenter
                    name: result.told.printed ? "check" : "printer"
                    size: 92
                    color: result.gold ? Theme.goldInk : Theme.teal
                }
                Column {
                    id: words
                    x: picture.x + picture.width + 28
                    width: parent.width - x - 28
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 4
                    Words {
                        width: parent.width
                        text: result.told.title ?? ""
                        size: Theme.buttonSize
                        weight: Font.Bold
                        color: result.inkColor
                        Accessible.ignored: true
                    }
                    Words {
                        width: parent.width
                        text: result.told.line ?? ""
                        color: result.gold ? Theme.goldInk : Theme.ink2
                        Accessible.ignored: true
                    }
                }
            }
        }
        Repeater {
            model: screen.vm.facts.length

            Fact {
                required property int index
                readonly property bool personal: true
                readonly property var told: screen.vm.facts[index] ?? ({})
                width: paged.width
                line: index > 0 && icon !== ""
                icon: told.icon ?? ""
                label: told.label ?? ""
                value: told.value ?? ""
            }
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Tôi coi xong rồi") : qsTr("Coi tiếp")
        nextIcon: paged.last ? "check" : "arrow-right"
        nextName: paged.last ? "done" : "next"
        nextGold: !screen.golden
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.frame.leave() : paged.next()
    }
}
