// The notice on personal data. Nothing goes on without a yes; no is as easy to press.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property NoticeModel vm
    frame: vm.frame
    question: qsTr("Ông/Bà đồng ý cho máy dùng thông tin không?")

    Card {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        PagedColumn {
            id: paged
            width: parent.width
            height: Math.min(contentHeight, decline.y - 36 - 60)
            spacing: 26

            Repeater {
                model: screen.vm.sentences

                Words {
                    required property string modelData
                    width: paged.width
                    text: modelData
                    size: Theme.bodySize + (Theme.portrait ? 4 : 0)
                    balanced: false
                }
            }
        }
    }

    KioskButton {
        id: decline
        objectName: "decline"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 120 : 104
        text: qsTr("Không đồng ý, thôi không làm")
        onActivated: screen.vm.decline()
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Đồng ý, làm tiếp") : qsTr("Coi tiếp")
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.accept() : paged.next()
    }
}
