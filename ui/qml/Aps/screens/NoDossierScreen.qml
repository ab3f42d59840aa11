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
    hint: qsTr("Không phải lỗi của Ông/Bà.")

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
            head: qsTr("Hồ sơ đã nộp không bị ảnh hưởng")
            body: qsTr("Hỏi thì không làm mất gì hết.")
        }
        Banner {
            visible: screen.vm.slip
            width: paged.width
            tone: "info"
            icon: "slip"
            head: qsTr("Cầm lại phiếu ở máy chụp")
            body: qsTr("Người khác có phiếu là coi được hồ sơ.")
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
