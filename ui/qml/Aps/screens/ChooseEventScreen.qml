// What has happened? Eight events of life lead to a few procedures each, without anybody having to know a name.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ChooseEventModel vm
    readonly property real between: Theme.portrait ? 24 : 20
    readonly property real others: Theme.portrait ? ways.height + between : 0
    readonly property real least: Theme.portrait ? 216 : 152
    readonly property int rows: Math.max(1, Math.floor((zoneHeight - others + between) / (least + between)))
    readonly property int shown: Math.min(vm.events.length, 2 * rows)
    readonly property int lines: Math.ceil(shown / 2)
    readonly property real rowHeight: Math.min(Theme.portrait ? 258 : 190, (zoneHeight - others - between * (lines - 1)) / lines)
    property int first: 0

    frame: vm.frame
    question: vm.filing ? qsTr("Ông/⁠Bà có việc gì?") : qsTr("Ông/⁠Bà muốn biết về việc gì?")
    hint: qsTr("Bấm vô việc của mình. Chưa gửi gì hết.")

    // For those who know what their paper is called.
    component ByName: Grid {
        id: byName
        readonly property real keyWidth: Theme.portrait ? (width - spacing) / 2 : width
        columns: Theme.portrait ? 2 : 1
        spacing: screen.between

        KioskButton {
            objectName: "search"
            width: byName.keyWidth
            height: 110
            icon: "look-up"
            text: qsTr("Tìm theo tên")
            size: Math.min(Theme.buttonSize, 46)
            onActivated: screen.vm.search()
        }
        KioskButton {
            objectName: "all"
            width: byName.keyWidth
            height: 110
            icon: "sheet"
            text: qsTr("Coi tất cả")
            size: Math.min(Theme.buttonSize, 46)
            onActivated: screen.vm.showAll()
        }
    }

    aside: ByName {
        visible: !Theme.portrait
        width: parent.width
        anchors.bottom: parent.bottom
    }

    Grid {
        id: grid
        width: parent.width
        columns: 2
        spacing: screen.between

        Repeater {
            model: screen.vm.events.slice(screen.first, screen.first + screen.shown)

            Tile {
                id: tile
                required property var modelData
                objectName: "event:" + modelData.key
                width: (grid.width - screen.between) / 2
                height: screen.rowHeight
                wide: true
                pictureSize: Theme.step > 0 ? 72 : 88
                icon: modelData.icon
                title: modelData.name
                line: Theme.portrait && Theme.step === 0 ? modelData.line : ""
                onActivated: screen.vm.choose(tile.modelData.key)
            }
        }
    }

    ByName {
        id: ways
        visible: Theme.portrait
        width: parent.width
        y: grid.height + screen.between
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: screen.first + screen.shown < screen.vm.events.length ? qsTr("Coi tiếp") : ""
        nextName: "more"
        nextGold: false
        onBack: screen.first > 0 ? screen.first -= screen.shown : screen.vm.back()
        onNext: screen.first += screen.shown
    }
}
