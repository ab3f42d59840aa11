// All answers before the declaration. Every page of them is seen before the gold button leads on.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property CheckModel vm
    frame: vm.frame
    question: qsTr("Coi lại, đúng hết chưa?")
    hint: qsTr("Sai chỗ nào bấm <b>Sửa</b>, xong máy quay về đây.")
    richHint: true

    Card {
        id: card
        width: parent.width
        height: Math.min(parent.height, paged.contentHeight + 2 * padding)

        PagedColumn {
            id: paged
            width: card.innerWidth
            height: screen.zoneHeight - 2 * card.padding

            Repeater {
                model: screen.vm.lines

                CheckRow {
                    required property var modelData
                    required property int index
                    width: paged.width
                    label: modelData.label
                    value: modelData.value
                    changeable: modelData.target !== ""
                    changeName: "change:" + modelData.target
                    last: index === screen.vm.lines.length - 1
                    onChange: screen.vm.change(index)
                }
            }
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Đúng hết, làm tiếp") : qsTr("Coi tiếp")
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.confirm() : paged.next()
    }
}
