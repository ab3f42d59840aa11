// What a procedure needs: papers, money, time, place. One page; when letters are large, several.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property GuideModel vm
    frame: vm.frame
    question: vm.name
    hint: vm.plain

    PagedColumn {
        id: paged
        anchors.fill: parent

        Repeater {
            model: screen.vm.papers

            Fact {
                required property var modelData
                required property int index
                width: paged.width
                icon: index === 0 ? "sheet" : ""
                label: index === 0 ? qsTr("Giấy tờ cần có") : ""
                value: modelData.name + " – " + modelData.need
                bold: modelData.required
                note: modelData.plain
            }
        }
        Repeater {
            model: screen.vm.inPerson

            Fact {
                required property string modelData
                required property int index
                width: paged.width
                line: index === 0
                icon: index === 0 ? "person" : ""
                label: index === 0 ? qsTr("Phải tới tận nơi") : ""
                value: modelData
                bold: false
            }
        }
        Fact {
            width: paged.width
            line: true
            icon: "banknote"
            label: qsTr("Tiền phải đóng")
            value: screen.vm.money
            note: screen.vm.moneyNote
        }
        Fact {
            width: paged.width
            line: true
            icon: "clock"
            label: qsTr("Chờ bao lâu")
            value: screen.vm.time
        }
        Fact {
            width: paged.width
            line: true
            icon: "desk"
            label: qsTr("Nơi làm")
            value: screen.vm.where
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: paged.last ? qsTr("Bắt đầu làm") : qsTr("Coi tiếp")
        onBack: paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.accept() : paged.next()
    }
}
