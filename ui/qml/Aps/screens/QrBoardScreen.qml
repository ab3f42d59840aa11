// The commune's codes to photograph and its numbers to call; one touch shows a code large.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property QrBoardModel vm
    readonly property bool large: vm.enlarged >= 0
    readonly property var one: large ? vm.codes[vm.enlarged] : null
    readonly property int across: Theme.portrait || Theme.step > 0 ? 2 : 3
    readonly property bool beside: !Theme.portrait && Theme.step < 2 // the numbers stand beside the codes

    frame: vm.frame
    question: one ? one.name : qsTr("Bảng mã QR")
    hint: one ? one.plain : qsTr("Lấy điện thoại chụp mã. Bấm vô mã để coi lớn.")

    component NumberFact: Fact {
        required property var modelData
        required property int index
        icon: index === 0 ? "phone" : ""
        label: modelData.name
        value: modelData.number
    }

    aside: Column {
        visible: screen.beside && !screen.large
        width: parent.width
        anchors.bottom: parent.bottom

        Repeater {
            model: screen.beside ? screen.vm.numbers : []

            NumberFact {
                width: Theme.leftColumn
            }
        }
    }

    PagedColumn {
        id: paged
        visible: !screen.large
        anchors.fill: parent
        spacing: 24

        Repeater {
            model: screen.vm.announcements

            Banner {
                required property string modelData
                width: paged.width
                icon: "megaphone"
                head: qsTr("Thông báo")
                body: modelData
            }
        }
        Repeater {
            model: Math.ceil(screen.vm.codes.length / screen.across)

            Row {
                id: line
                required property int index
                readonly property real tallest: Math.max(...Array.from(children).map(tile => (tile as CodeTile)?.needed ?? 0))
                spacing: 24

                Repeater {
                    model: screen.vm.codes.slice(line.index * screen.across, (line.index + 1) * screen.across)

                    CodeTile {
                        id: tile
                        required property var modelData
                        objectName: "code:" + modelData.index
                        width: (paged.width - (screen.across - 1) * line.spacing) / screen.across
                        height: line.tallest
                        name: modelData.name
                        plain: modelData.plain
                        source: modelData.source
                        onActivated: screen.vm.enlarge(tile.modelData.index)
                    }
                }
            }
        }
        Repeater {
            model: screen.beside ? [] : screen.vm.numbers

            NumberFact {
                width: paged.width
            }
        }
    }

    component CodeTile: Pressable {
        id: codeTile
        property string name
        property string plain
        property url source
        readonly property real needed: picture.height + words.height + 76
        lip: Theme.lipTile
        radius: Theme.radiusTile
        label: name + ". " + plain

        Image {
            id: picture
            anchors.horizontalCenter: parent.horizontalCenter
            y: 20
            width: Theme.portrait ? [240, 220, 190][Theme.step] : [330, 300, 260][Theme.step]
            height: width
            source: codeTile.source
            cache: false
            smooth: false
        }
        Column {
            id: words
            x: 24
            width: parent.width - 48
            anchors.top: picture.bottom
            anchors.topMargin: 14
            spacing: 4
            Words {
                width: parent.width
                text: codeTile.name
                size: Theme.bodySize
                weight: Font.Bold
                alignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                text: codeTile.plain
                size: Theme.smallSize
                color: Theme.ink2
                alignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }

    Column {
        visible: screen.large
        width: parent.width
        spacing: 30

        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(screen.zoneWidth, screen.zoneHeight - address.height - 40, 860)
            height: width
            source: screen.one ? screen.one.source : ""
            cache: false
            smooth: false
        }
        Words {
            id: address
            width: parent.width
            text: screen.one ? screen.one.address : ""
            size: Theme.smallSize
            color: Theme.ink2
            alignment: Text.AlignHCenter
        }
    }

    actions: ActionRow {
        backText: screen.large ? qsTr("Coi các mã khác") : qsTr("Quay lại")
        nextText: screen.large ? "" : !paged.last ? qsTr("Coi tiếp") : screen.vm.canPrint ? qsTr("In ra giấy") : ""
        nextIcon: paged.last ? "printer" : "arrow-right"
        nextName: paged.last ? "print-board" : "more"
        nextGold: false
        onBack: screen.large ? screen.vm.reduce() : paged.page > 0 ? paged.previous() : screen.vm.back()
        onNext: paged.last ? screen.vm.print() : paged.next()
    }
}
