// Which paper is it about? Official name, what it means, what it costs.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ChooseProcedureModel vm

    frame: vm.frame
    question: vm.event !== "" ? vm.event : qsTr("Ông/⁠Bà cần giấy gì?")
    hint: qsTr("Bấm vô một ô để coi cần chuẩn bị gì. Chưa gửi gì hết.")

    // For those who know what their paper is called; an event's few procedures need no search.
    component ByName: KioskButton {
        objectName: "search"
        icon: "look-up"
        text: qsTr("Tìm theo tên")
        size: Math.min(Theme.buttonSize, 46)
        height: 110
        onActivated: screen.vm.search()
    }

    aside: ByName {
        visible: screen.vm.event === "" && !Theme.portrait
        width: parent.width
        anchors.bottom: parent.bottom
    }

    ByName {
        id: byName
        visible: screen.vm.event === "" && Theme.portrait
        width: parent.width
    }

    PagedColumn {
        id: paged
        y: byName.visible ? byName.height + 24 : 0
        width: parent.width
        height: parent.height - y
        spacing: 24

        Repeater {
            model: screen.vm.procedures

            Pressable {
                id: line
                required property var modelData
                objectName: "procedure:" + modelData.code
                width: paged.width
                height: words.height + 56
                lip: Theme.lipTile
                radius: Theme.radiusTile
                label: modelData.name + ". " + modelData.plain
                onActivated: screen.vm.choose(modelData.code)

                Icon {
                    id: picture
                    name: line.modelData.filedHere ? "sheet" : "book"
                    size: 108
                    x: 32
                    anchors.verticalCenter: parent.verticalCenter
                }
                Column {
                    id: words
                    anchors.left: picture.right
                    anchors.leftMargin: 30
                    anchors.right: arrow.left
                    anchors.rightMargin: 20
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 6
                    Words {
                        width: parent.width
                        text: line.modelData.name
                        size: Theme.titleSize
                        weight: Font.Bold
                        Accessible.ignored: true
                    }
                    Words {
                        width: parent.width
                        text: line.modelData.plain
                        color: Theme.ink2
                        Accessible.ignored: true
                    }
                    Words {
                        visible: line.modelData.facts !== ""
                        width: parent.width
                        text: line.modelData.facts
                        size: Theme.smallSize
                        weight: Font.DemiBold
                        color: line.modelData.filedHere ? Theme.teal : Theme.ink2
                        Accessible.ignored: true
                    }
                }
                Icon {
                    id: arrow
                    name: "arrow-right"
                    size: 64
                    anchors.right: parent.right
                    anchors.rightMargin: 34
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? "" : qsTr("Coi tiếp")
        nextName: "more"
        nextGold: false
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.next()
    }
}
