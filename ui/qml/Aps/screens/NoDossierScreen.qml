// Nothing can be told of a dossier now: why, that nothing is lost, what to do, who helps.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property NoDossierModel vm
    frame: vm.frame
    trouble: true
    question: vm.question
    hint: qsTr("Hồ sơ đã nộp không mất vì chuyện này.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Banner {
            width: paged.width
            tone: "warn"
            icon: screen.vm.icon
            head: screen.vm.head
            body: screen.vm.body
        }
        Banner {
            width: paged.width
            tone: "ok"
            icon: "shield"
            head: qsTr("Hồ sơ vẫn còn nguyên")
            body: qsTr("Hỏi lại mấy lần cũng được, không ảnh hưởng gì.")
        }
        Banner {
            width: paged.width
            tone: "info"
            icon: "person"
            head: qsTr("Không được nữa thì kêu người giúp")
            body: screen.vm.helper
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: !paged.last ? qsTr("Coi tiếp") : screen.vm.again ? qsTr("Thử lại") : qsTr("Gõ lại mã")
        nextIcon: !paged.last ? "arrow-right" : screen.vm.again ? "again" : "keyboard"
        nextName: !paged.last ? "next" : screen.vm.again ? "again" : "type"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: !paged.last ? paged.next() : screen.vm.again ? screen.vm.askAgain() : screen.vm.typeCode()
    }
}
