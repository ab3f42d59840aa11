// All attachment rows: done, now, later. The gold button opens the paper that is needed next, or leads on.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property PapersModel vm
    readonly property bool wanting: vm.wanted !== ""
    frame: vm.frame
    question: qsTr("Chụp từng giấy tờ")
    hint: qsTr("Bấm vô giấy nào thì chụp giấy đó.")

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 24

        Banner {
            visible: screen.vm.missing && screen.wanting
            width: paged.width
            tone: "warn"
            icon: "warning"
            head: qsTr("Còn thiếu giấy bắt buộc")
            body: qsTr("%1. Bấm vô giấy đó để chụp.").arg(screen.vm.lacking)
        }
        Repeater {
            model: screen.vm.rows

            PaperRow {
                required property var modelData
                objectName: "row:" + modelData.component
                width: paged.width
                number: modelData.number
                title: modelData.name
                line: modelData.gloss
                done: modelData.state === "done"
                now: modelData.state === "now"
                onActivated: screen.vm.openRow(modelData.component)
            }
        }
        Banner {
            visible: Theme.portrait && Theme.textSize < 2
            width: paged.width
            tone: "teal"
            icon: "shield"
            body: qsTr("Giấy chụp xong Ông/Bà cầm về, máy không giữ.")
        }
    }

    aside: Banner {
        visible: Theme.textSize < 3
        anchors.bottom: parent.bottom
        width: parent.width
        tone: "teal"
        icon: "shield"
        body: qsTr("Giấy chụp xong Ông/Bà cầm về, máy không giữ.")
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: !paged.last ? qsTr("Coi tiếp") : screen.wanting ? qsTr("Chụp giấy tờ") : qsTr("Đủ rồi, làm tiếp")
        nextName: screen.wanting && paged.last ? "scan-next" : "next"
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: {
            if (!paged.last)
                paged.next();
            else if (screen.wanting)
                screen.vm.openRow(screen.vm.wanted);
            else
                screen.vm.finish();
        }
    }
}
