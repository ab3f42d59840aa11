// The pages of one row: look, turn, move, take out, add, do again, and confirm the count.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ReviewPagesModel vm
    readonly property bool large: vm.enlargedIndex >= 0
    readonly property int perPage: !Theme.portrait ? 4 : Theme.textSize < 3 ? 6 : 3
    readonly property int sheets: Math.max(1, Math.ceil(vm.pages.length / perPage))
    property int sheet: 0
    readonly property bool lastSheet: sheet >= sheets - 1
    frame: vm.frame
    component Tool: KioskButton {
        height: Theme.portrait ? 112 : 96
        size: Math.min(Theme.buttonSize, 46)
    }

    question: large ? vm.enlargedName : vm.question
    hint: large ? vm.name : Theme.textSize < 2 ? qsTr("%1. Bấm vô hình để coi lớn.").arg(vm.name) : Theme.portrait || Theme.textSize < 3 ? vm.name : ""

    Column {
        id: list
        visible: !screen.large
        anchors.fill: parent
        spacing: 24

        Banner {
            id: doubt
            visible: screen.vm.doubt !== ""
            width: parent.width
            tone: "warn"
            icon: "warning"
            body: screen.vm.doubt
        }
        Grid {
            id: grid
            readonly property int across: Theme.portrait ? 3 : 4
            readonly property int down: Math.ceil(Math.min(screen.perPage, screen.vm.pages.length) / across)
            readonly property real room: list.height - (doubt.visible ? doubt.height + 24 : 0) - more.height - 24 - (foot.visible ? foot.height + 24 : 0)
            readonly property real cellWidth: (width - (across - 1) * columnSpacing) / across
            readonly property real cellHeight: Math.min(cellWidth * 1.414 + 60 + 1.3 * Theme.smallSize, (room - (down - 1) * rowSpacing) / Math.max(1, down))
            width: parent.width
            columns: across
            columnSpacing: 20
            rowSpacing: 20

            Repeater {
                model: screen.vm.pages.slice(screen.sheet * screen.perPage, (screen.sheet + 1) * screen.perPage)

                Pressable {
                    id: cell
                    required property var modelData
                    objectName: "page:" + modelData.index
                    label: modelData.name + ", " + modelData.finding
                    width: grid.cellWidth
                    height: grid.cellHeight
                    radius: Theme.radiusChoice
                    borderColor: modelData.good ? Theme.outline : Theme.warn
                    onActivated: screen.vm.enlarge(modelData.index)

                    PageThumb {
                        x: (parent.width - width) / 2
                        y: 22
                        pictureWidth: Math.min(cell.width - 70, (cell.height - 52 - 2.6 * Theme.smallSize - cell.lip) / 1.414)
                        captionRoom: cell.width - pictureWidth - 12
                        source: cell.modelData.source
                        caption: "<b>" + cell.modelData.name + "</b><br>" + cell.modelData.finding
                        doubtful: !cell.modelData.good
                    }
                }
            }
        }
        Words {
            id: foot
            visible: screen.sheets > 1
            width: parent.width
            text: qsTr("Trang %1/%2").arg(screen.sheet + 1).arg(screen.sheets)
            size: Theme.smallSize
            weight: Font.DemiBold
            color: Theme.ink2
            alignment: Text.AlignHCenter
        }
    }

    Column {
        id: more
        visible: !screen.large
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: 18

        Tool {
            objectName: "undo"
            visible: screen.vm.mayUndo
            width: parent.width
            icon: "again"
            text: qsTr("Lấy lại như trước")
            onActivated: screen.vm.undo()
        }
        Tool {
            objectName: "turn-stack"
            visible: screen.vm.mayTurn
            width: parent.width
            icon: "turn-over"
            text: qsTr("Chụp mặt sau")
            onActivated: screen.vm.turnStack()
        }
        Row {
            width: parent.width
            spacing: 24

            Tool {
                objectName: "rescan"
                width: (parent.width - parent.spacing) / 2
                icon: "again"
                text: qsTr("Chụp lại hết")
                onActivated: screen.vm.rescan()
            }
            Tool {
                objectName: "scan-more"
                width: (parent.width - parent.spacing) / 2
                icon: "plus"
                text: qsTr("Thêm tờ nữa")
                onActivated: screen.vm.scanMore()
            }
        }
    }

    Item {
        visible: screen.large
        anchors.fill: parent

        Rectangle {
            id: paper
            readonly property real room: Theme.portrait ? parent.width : parent.width - tools.width - 36
            x: Theme.portrait ? (parent.width - width) / 2 : 0
            height: Math.min(Theme.portrait ? parent.height - tools.height - 30 : parent.height, room * 1.414)
            width: height / 1.414
            color: Theme.sheetWhite
            border.color: Theme.outline
            border.width: 2

            Image {
                anchors.fill: parent
                anchors.margins: 2
                source: screen.vm.enlarged
                cache: false
                fillMode: Image.PreserveAspectFit
                smooth: true
            }
        }
        Flow {
            id: tools
            readonly property real half: Theme.portrait ? (width - spacing) / 2 : width
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: Theme.portrait ? parent.width : 520
            spacing: 18

            Tool {
                objectName: "turn"
                width: tools.half
                icon: "turn"
                text: qsTr("Xoay giấy")
                onActivated: screen.vm.turn(screen.vm.enlargedIndex)
            }
            Tool {
                objectName: "redo"
                width: tools.half
                icon: "again"
                text: qsTr("Chụp lại mặt này")
                onActivated: screen.vm.redo(screen.vm.enlargedIndex)
            }
            Tool {
                objectName: "earlier"
                visible: screen.vm.enlargedIndex > 0
                width: screen.vm.enlargedIndex < screen.vm.pages.length - 1 ? tools.half : tools.width
                icon: "arrow-left"
                text: qsTr("Đưa lên trước")
                onActivated: screen.vm.move(screen.vm.enlargedIndex, -1)
            }
            Tool {
                objectName: "later"
                visible: screen.vm.enlargedIndex < screen.vm.pages.length - 1
                width: screen.vm.enlargedIndex > 0 ? tools.half : tools.width
                icon: "arrow-right"
                text: qsTr("Đưa ra sau")
                onActivated: screen.vm.move(screen.vm.enlargedIndex, 1)
            }
            Tool {
                objectName: "remove"
                width: tools.width
                icon: "trash"
                text: qsTr("Bỏ mặt này ra")
                onActivated: screen.vm.remove(screen.vm.enlargedIndex)
            }
        }
    }

    actions: ActionRow {
        backText: screen.large ? "" : qsTr("Quay lại")
        nextText: screen.large ? qsTr("Xong mặt này") : screen.lastSheet ? qsTr("Đúng, giữ hết") : qsTr("Coi tiếp")
        nextIcon: screen.large || screen.lastSheet ? "check" : "arrow-right"
        nextName: screen.large ? "done" : screen.lastSheet ? "keep-pages" : "next"
        onBack: {
            if (screen.sheet > 0)
                screen.sheet -= 1;
            else
                screen.vm.back();
        }
        onNext: {
            if (screen.large)
                screen.vm.reduce();
            else if (screen.lastSheet)
                screen.vm.keep();
            else
                screen.sheet += 1;
        }
    }
}
