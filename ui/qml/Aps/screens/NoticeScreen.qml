// The notice on personal data. Nothing goes on without a yes; no is as easy to press.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property NoticeModel vm
    frame: vm.frame
    question: vm.whole ? qsTr("Lời báo đầy đủ về thông tin cá nhân") : qsTr("Ông/Bà đồng ý cho máy dùng thông tin không?")

    function turnTo(whole: bool) {
        paged.page = 0;
        screen.vm.showWhole(whole);
    }

    Card {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        PagedColumn {
            id: paged
            width: parent.width
            height: Math.min(contentHeight, (screen.vm.whole ? screen.zoneHeight : answers.y - 36) - 60)
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

    Grid {
        id: answers
        visible: !screen.vm.whole
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        columns: screen.vm.hasFull && Theme.textSize < 2 ? 2 : 1
        spacing: 24

        KioskButton {
            objectName: "whole"
            visible: screen.vm.hasFull
            width: (answers.width - answers.spacing * (answers.columns - 1)) / answers.columns
            height: Theme.portrait ? 116 : 92
            text: qsTr("Coi bản đầy đủ")
            onActivated: screen.turnTo(true)
        }
        KioskButton {
            objectName: "decline"
            width: (answers.width - answers.spacing * (answers.columns - 1)) / answers.columns
            height: Theme.portrait ? 116 : 92
            text: qsTr("Không đồng ý")
            onActivated: screen.vm.decline()
        }
    }

    actions: ActionRow {
        backText: screen.vm.whole && paged.page === 0 ? "" : qsTr("Quay lại")
        nextText: !paged.last ? qsTr("Coi tiếp") : screen.vm.whole ? qsTr("Đọc xong") : qsTr("Đồng ý, làm tiếp")
        nextName: screen.vm.whole && paged.last ? "done" : "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: !paged.last ? paged.next() : screen.vm.whole ? screen.turnTo(false) : screen.vm.accept()
    }
}
