// What is to be done today? The commonest errand is gold.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property HomeModel vm
    readonly property real told: notice.visible ? notice.height + 36 : 0
    readonly property real row: Math.min(Theme.textSize < 2 ? 366 : 440, (zoneHeight - file.height - told - 56) / 2)

    frame: vm.frame
    home: true
    reading: Theme.lowered ? told : 0
    question: qsTr("Hôm nay Ông/⁠Bà cần làm gì?")
    hint: qsTr("Bấm vô một ô. Bấm lộn không sao, quay lại được.")

    aside: Banner {
        visible: screen.vm.programme !== "" && Theme.textSize < 3
        width: parent.width
        anchors.bottom: parent.bottom
        icon: "clock"
        head: screen.vm.programme
        body: screen.vm.detail
    }

    Tile {
        id: file
        objectName: "tile:file"
        y: screen.reading
        width: parent.width
        height: !Theme.portrait ? 210 : Theme.lowered ? 250 : [350, 330, 300][Theme.step]
        gold: true
        icon: "send"
        title: qsTr("Nộp hồ sơ")
        line: qsTr("Khai sinh, kết hôn, khai tử, cư trú")
        onActivated: screen.vm.choose("file")
    }
    Grid {
        id: grid
        anchors.top: file.bottom
        anchors.topMargin: 28
        width: parent.width
        columns: 2
        spacing: 28

        Tile {
            objectName: "tile:track"
            width: (grid.width - 28) / 2
            height: screen.row
            icon: "look-up"
            title: qsTr("Theo dõi hồ sơ")
            line: qsTr("Coi hồ sơ của tôi tới đâu")
            onActivated: screen.vm.choose("track")
        }
        Tile {
            objectName: "tile:pay"
            width: (grid.width - 28) / 2
            height: screen.row
            icon: "banknote"
            title: qsTr("Đóng tiền")
            line: qsTr("Đóng lệ phí hồ sơ")
            onActivated: screen.vm.choose("pay")
        }
        Tile {
            objectName: "tile:collect"
            width: (grid.width - 28) / 2
            height: screen.row
            icon: "certificate"
            title: qsTr("Nhận kết quả")
            line: qsTr("Giấy làm xong, tới lấy")
            onActivated: screen.vm.choose("collect")
        }
        Tile {
            objectName: "tile:guide"
            width: (grid.width - 28) / 2
            height: screen.row
            icon: "book"
            title: qsTr("Hướng dẫn thủ tục")
            line: qsTr("Cần giấy gì, mất bao lâu")
            onActivated: screen.vm.choose("guide")
        }
    }
    Banner {
        id: notice
        visible: Theme.portrait && screen.vm.programme !== "" && Theme.textSize < 2
        width: parent.width
        y: Theme.lowered ? 0 : grid.y + grid.height + 36 // what is only read may stand above the reach line
        icon: "clock"
        head: screen.vm.programme
        body: screen.vm.detail
    }
}
