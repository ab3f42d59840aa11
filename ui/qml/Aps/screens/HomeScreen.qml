// What is to be done today? The commonest errand is gold; what cannot fit is left out in this order: the second lines of
// the tiles, what the commune tells, never a tile.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property HomeModel vm
    readonly property real between: Theme.portrait ? 28 : 24
    readonly property bool low: Theme.portrait && Theme.lowered
    readonly property real tiling: zoneHeight - reading // for all tiles
    readonly property real hero: Theme.portrait ? Math.min([330, 330, 300][Theme.step], 0.24 * tiling) : 190
    readonly property real small: Theme.portrait ? Math.max(130, Math.min(160, 0.12 * tiling)) : Theme.step > 0 ? 136 : 110
    readonly property real room: tiling - hero - small - 3 * between // for the four white ones
    readonly property real row: Math.min(Theme.step === 0 ? 366 : 440, (room - (told.visible ? told.height + between : 0)) / 2)
    readonly property bool lined: Theme.portrait ? row > [240, 410, 520][Theme.step] : Theme.step === 0

    frame: vm.frame
    home: true
    reading: aloft.visible ? aloft.height + between : 0
    question: qsTr("Hôm nay Ông/⁠Bà cần làm gì?")
    hint: qsTr("Bấm vô một ô. Bấm lộn không sao, quay lại được.")

    component Told: Banner {
        readonly property bool announcing: screen.vm.announcement !== ""
        tone: announcing && screen.vm.warning ? "warn" : "info"
        icon: !announcing ? "clock" : screen.vm.warning ? "slip" : "megaphone"
        head: announcing ? screen.vm.head : screen.vm.programme
        body: announcing ? screen.vm.announcement : screen.vm.detail
    }

    component ErrandTile: Tile {
        property string about
        width: (tiles.width - screen.between) / 2
        height: screen.row
        wide: !Theme.portrait || screen.row < 250
        pictureSize: wide ? 92 : Math.min([148, 104, 96][Theme.step], screen.row - (screen.lined ? 218 : 210))
        line: screen.lined ? about : ""
    }

    component SmallTile: Tile {
        readonly property int among: screen.vm.canPractise ? 3 : 2
        width: (screen.zoneWidth - (among - 1) * screen.between) / among
        height: screen.small
        wide: true
        pictureSize: Theme.portrait ? 60 : 56
        titleSize: [36, 40, 44][Theme.step]
    }

    aside: Column {
        width: parent.width
        anchors.bottom: parent.bottom
        spacing: 24

        Told {
            id: first
            visible: head !== "" && height < parent.parent.height
            width: parent.width
        }
        Banner {
            visible: first.announcing && screen.vm.programme !== "" && height + 24 + first.height < parent.parent.height
            width: parent.width
            icon: "clock"
            head: screen.vm.programme
            body: screen.vm.detail
        }
    }

    // What is only read may stand above the reach line.
    Told {
        id: aloft
        visible: screen.low && head !== "" && Theme.step < 2
        width: parent.width
    }
    Tile {
        id: file
        objectName: "tile:file"
        y: screen.reading
        width: parent.width
        height: screen.hero
        gold: true
        pictureSize: Theme.portrait ? Math.min(190, screen.hero - 100) : 130
        icon: "send"
        title: qsTr("Nộp hồ sơ")
        line: qsTr("Khai sinh, kết hôn, khai tử, cư trú")
        onActivated: screen.vm.choose("file")
    }
    Grid {
        id: tiles
        anchors.top: file.bottom
        anchors.topMargin: screen.between
        width: parent.width
        columns: 2
        spacing: screen.between

        ErrandTile {
            objectName: "tile:track"
            icon: "look-up"
            title: qsTr("Theo dõi hồ sơ")
            about: qsTr("Coi hồ sơ của tôi tới đâu")
            onActivated: screen.vm.choose("track")
        }
        ErrandTile {
            objectName: "tile:pay"
            icon: "banknote"
            title: qsTr("Đóng tiền")
            about: qsTr("Đóng lệ phí hồ sơ")
            onActivated: screen.vm.choose("pay")
        }
        ErrandTile {
            objectName: "tile:collect"
            icon: "certificate"
            title: qsTr("Nhận kết quả")
            about: qsTr("Giấy làm xong, tới lấy")
            onActivated: screen.vm.choose("collect")
        }
        ErrandTile {
            objectName: "tile:guide"
            icon: "book"
            title: qsTr("Hướng dẫn thủ tục")
            about: qsTr("Cần giấy gì, mất bao lâu")
            onActivated: screen.vm.choose("guide")
        }
    }
    Row {
        id: smalls
        anchors.top: tiles.bottom
        anchors.topMargin: screen.between
        spacing: screen.between

        SmallTile {
            objectName: "tile:know"
            icon: "touch"
            title: qsTr("Chạm để biết")
            onActivated: screen.vm.choose("guide")
        }
        SmallTile {
            objectName: "tile:board"
            icon: "qr"
            title: qsTr("Bảng mã QR")
            onActivated: screen.vm.openBoard()
        }
        SmallTile {
            objectName: "tile:practise"
            visible: screen.vm.canPractise
            icon: "pen"
            title: Theme.portrait && Theme.step === 0 ? qsTr("Tập thử cho quen") : qsTr("Tập thử")
            onActivated: screen.vm.practise()
        }
    }
    Told {
        id: told
        visible: Theme.portrait && !screen.low && head !== "" && (screen.room - height - screen.between) / 2 > (Theme.step === 0 ? 270 : 400)
        width: parent.width
        anchors.top: smalls.bottom
        anchors.topMargin: screen.between
    }
}
