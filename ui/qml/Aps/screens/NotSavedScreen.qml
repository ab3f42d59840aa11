// The dossier could not be made safe: the answers are still here, and trying again is harmless.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property NotSavedModel vm
    frame: vm.frame
    trouble: true
    question: qsTr("Chưa lưu được hồ sơ")
    hint: qsTr("Hồ sơ chưa gửi đi. Không phải lỗi của Ông/Bà.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Banner {
            width: paged.width
            tone: "ok"
            icon: "shield"
            head: qsTr("Câu trả lời còn nguyên")
            body: qsTr("Giấy tờ đã chụp cũng còn, khỏi làm lại.")
        }
        Banner {
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: screen.vm.reason
            body: qsTr("Bấm “Thử lại”. Bấm mấy lần cũng chỉ thành một hồ sơ.")
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
        backText: qsTr("Thôi, về đầu")
        backIcon: "leave"
        backName: "give-up"
        nextText: paged.last ? qsTr("Thử lại") : qsTr("Coi tiếp")
        nextIcon: paged.last ? "again" : "arrow-right"
        nextName: paged.last ? "save-again" : "next"
        onBack: screen.vm.frame.leave()
        onNext: paged.last ? screen.vm.again() : paged.next()
    }
}
