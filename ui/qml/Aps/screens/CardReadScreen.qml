// What the card says, to be confirmed by the person.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property CardReadModel vm
    frame: vm.frame
    question: qsTr("Máy đọc thẻ như vầy, đúng chưa?")
    hint: vm.nameless ? qsTr("Máy đọc này chỉ đọc được số. Họ tên Ông/Bà ghi ở bước sau.") : qsTr("Số căn cước chỉ hiện bốn số cuối cho kín đáo.")

    Card {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        padding: 36

        PagedColumn {
            id: paged
            width: parent.width
            height: Math.min(contentHeight, wrong.y - 36 - 72)

            Repeater {
                model: screen.vm.lines

                CheckRow {
                    required property var modelData
                    required property int index
                    width: paged.width
                    label: modelData.label
                    value: modelData.value
                    changeable: false
                    last: index === screen.vm.lines.length - 1
                }
            }
        }
    }

    KioskButton {
        id: wrong
        objectName: "type"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 120 : 100
        icon: "pen"
        text: qsTr("Không đúng, tự điền")
        onActivated: screen.vm.typeIdentity()
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Đúng, dùng thẻ này") : qsTr("Coi tiếp")
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.use() : paged.next()
    }
}
