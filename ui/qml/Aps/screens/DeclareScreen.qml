// The declaration: read, tick, send. Gold lies on the tick first, then on "send".
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property DeclareModel vm
    frame: vm.frame
    question: qsTr("Đọc lời cam đoan rồi gửi hồ sơ")
    hint: qsTr("Chưa bấm “Gửi hồ sơ” thì chưa gửi gì.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 28

        Card {
            id: declared
            width: paged.width
            padding: 36

            Column {
                width: parent.width
                spacing: 24

                Icon {
                    visible: !screen.vm.asked // what is asked for stays on this page
                    name: "seal"
                    size: Theme.portrait ? 104 : 76
                }
                Repeater {
                    model: screen.vm.declaration

                    Words {
                        required property string modelData
                        width: paged.width - 72
                        text: modelData
                        size: Theme.buttonSize
                        balanced: false
                    }
                }
            }
        }
        Banner {
            visible: screen.vm.asked
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: qsTr("Bấm vô ô cam đoan trước đã")
            body: Theme.textSize < 3 ? qsTr("Bấm ô bên dưới, rồi bấm Gửi hồ sơ.") : ""
        }
        Pressable {
            id: tick
            objectName: "tick"
            several: true
            label: words.text
            width: paged.width
            height: Math.max(Theme.portrait ? 160 : 130, words.implicitHeight + 60)
            chosen: screen.vm.ticked
            face: chosen ? Theme.sel : Theme.gold
            lipColor: Theme.goldEdge
            borderColor: chosen ? Theme.sel : Theme.goldEdge
            onActivated: screen.vm.tick(!screen.vm.ticked)

            Rectangle {
                id: box
                x: 36
                width: 76
                height: 76
                radius: 14
                anchors.verticalCenter: parent.verticalCenter
                color: tick.chosen ? Theme.selInk : Theme.surface
                border.color: tick.chosen ? Theme.selInk : Theme.goldInk
                border.width: 4

                Icon {
                    visible: tick.chosen
                    anchors.centerIn: parent
                    name: "check"
                    size: 60
                    stroke: 5
                    color: Theme.sel
                }
            }
            Words {
                id: words
                anchors.left: box.right
                anchors.leftMargin: 32
                anchors.right: parent.right
                anchors.rightMargin: 24
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Tôi đã đọc và xin cam đoan")
                size: Theme.buttonSize + 2
                weight: Font.Bold
                color: tick.chosen ? Theme.selInk : Theme.goldInk
                Accessible.ignored: true
            }
        }
        KioskButton {
            objectName: "print-form"
            // Never on a page of its own: the tick belongs beside Gửi hồ sơ.
            visible: screen.vm.canPrint && !screen.vm.asked && declared.height + tick.height + high + 2 * paged.spacing <= paged.height
            readonly property int high: Theme.portrait ? 120 : 100
            width: paged.width
            height: high
            icon: "printer"
            size: Theme.bodySize
            text: qsTr("In tờ khai đã điền")
            onActivated: screen.vm.printForm()
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Gửi hồ sơ") : qsTr("Coi tiếp")
        nextIcon: paged.last ? "send" : "arrow-right"
        nextGold: screen.vm.ticked || !paged.last
        nextName: paged.last ? "send" : "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.send() : paged.next()
    }
}
