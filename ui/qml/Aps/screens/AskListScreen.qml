// A list of people or things: each can be opened or taken off; one button adds another, the gold one goes on.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property AskListModel vm
    frame: vm.frame
    question: vm.ask
    spoken: vm.spoken
    hint: vm.hint
    richHint: true

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        ErrorLine {
            width: paged.width
            text: screen.vm.error
        }
        Repeater {
            model: screen.vm.items

            Row {
                id: line
                required property var modelData
                readonly property bool personal: true
                width: paged.width
                spacing: 20

                PaperRow {
                    objectName: "item:" + line.modelData.number
                    width: line.width - (remove.visible ? remove.width + line.spacing : 0)
                    number: line.modelData.number
                    title: line.modelData.name
                    line: line.modelData.problem !== "" ? line.modelData.problem : line.modelData.complete ? qsTr("Đã ghi, bấm để coi lại") : qsTr("Chưa ghi đủ, bấm để ghi tiếp")
                    done: line.modelData.complete
                    now: !line.modelData.complete
                    onActivated: screen.vm.open(line.modelData.number)
                }
                KioskButton {
                    id: remove
                    objectName: "remove:" + line.modelData.number
                    visible: screen.vm.mayRemove
                    width: 220
                    height: parent.height
                    icon: "trash"
                    text: qsTr("Bỏ ra")
                    onActivated: screen.vm.remove(line.modelData.number)
                }
            }
        }
        KioskButton {
            objectName: "add"
            visible: screen.vm.adding !== ""
            width: paged.width
            height: 134
            icon: "plus"
            text: screen.vm.adding
            onActivated: screen.vm.add()
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: !paged.last ? qsTr("Coi tiếp") : screen.vm.items.length === 0 && !screen.vm.required ? qsTr("Không có ai, làm tiếp") : screen.vm.changing ? qsTr("Xong, về trang coi lại") : qsTr("Đủ rồi, làm tiếp")
        nextName: "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.finish() : paged.next()
    }
}
