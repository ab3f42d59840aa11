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

    component StepName: Rectangle {
        property alias text: name.text
        height: name.implicitHeight + 20
        radius: Theme.radiusKey
        color: Theme.tealSoft

        Words {
            id: name
            x: 20
            width: parent.width - 40
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.smallSize
            weight: Font.Bold
            color: Theme.teal
            Accessible.role: Accessible.Heading
        }
    }

    Card {
        id: card
        width: parent.width
        height: Math.min(parent.height, step.height + paged.contentHeight - paged.headRoom(firstLine) + 2 * padding)
        readonly property var firstLine: rows.count > 0 ? rows.itemAt(0) : ({})

        // The heading of the page's first line; those of the steps that begin further down stand between the lines.
        StepName {
            id: step
            width: parent.width
            text: screen.vm.lines[paged.first]?.step ?? ""
        }
        PagedColumn {
            id: paged
            y: step.height
            width: card.innerWidth
            height: screen.zoneHeight - step.height - 2 * card.padding

            Repeater {
                id: rows
                model: screen.vm.lines

                Item {
                    id: line
                    required property var modelData
                    required property int index
                    readonly property real headRoom: modelData.begins ? heading.height + 16 : 0
                    readonly property bool uncovered: modelData.look !== "" && modelData.look === screen.vm.uncovered
                    width: paged.width
                    height: headRoom + row.implicitHeight

                    StepName {
                        id: heading
                        visible: line.modelData.begins && line.index !== paged.first
                        y: 16
                        width: parent.width
                        text: line.modelData.step
                    }
                    CheckRow {
                        id: row
                        y: line.headRoom
                        width: parent.width
                        height: implicitHeight
                        label: line.modelData.label
                        value: line.uncovered ? screen.vm.number : line.modelData.value
                        look: line.modelData.look
                        uncovered: line.uncovered
                        changeable: line.modelData.target !== ""
                        changeName: "change:" + line.modelData.target
                        last: line.index === screen.vm.lines.length - 1 || screen.vm.lines[line.index + 1].begins
                        onChange: screen.vm.change(line.index)
                        onLookAt: screen.vm.lookAt(line.modelData.look)
                    }
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
