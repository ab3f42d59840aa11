// Pages come in one by one; the line on the newest follows the scanner's real rows. No gold while the machine works.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property ScanningModel vm
    readonly property int nowIndex: vm.rows.findIndex(row => row.state === "now")
    frame: vm.frame
    question: vm.backs ? qsTr("Đang chụp mặt sau") : qsTr("Đang chụp giấy tờ")
    hint: qsTr("Chưa cần bấm gì. Coi hình hiện ra bên dưới.")

    component QuietRow: PaperRow {
        required property var modelData
        pressing: false
        number: modelData.number
        title: modelData.name
        line: modelData.gloss
        done: modelData.state === "done"
    }

    Column {
        width: parent.width
        spacing: 24

        Repeater {
            id: before
            model: Theme.portrait ? screen.vm.rows.slice(Math.max(0, screen.nowIndex - 1), screen.nowIndex) : []

            QuietRow {
                width: screen.zoneWidth
                visible: now.height + height + 24 <= screen.zoneHeight
            }
        }
        Card {
            id: now
            width: screen.zoneWidth
            border.color: Theme.teal
            border.width: Theme.activeBorder

            Column {
                width: parent.width
                spacing: 30

                Item {
                    width: parent.width
                    height: Math.max(disc.height, heading.height)

                    Disc {
                        id: disc
                        text: screen.nowIndex + 1
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        id: heading
                        anchors.left: disc.right
                        anchors.leftMargin: 28
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: screen.vm.name
                        size: Theme.buttonSize - 2
                        weight: Font.DemiBold
                    }
                }
                Row {
                    id: thumbs
                    readonly property real captions: 18 + 2.6 * Theme.smallSize
                    readonly property real room: screen.zoneHeight - heading.height - sentence.height - captions - 120
                    readonly property real thumbWidth: Math.min(266, (parent.width - 2 * spacing) / 3 - 8, room / 1.414)
                    spacing: Math.max(32, (parent.width - 3 * 266) / 4)
                    height: thumbWidth * 1.414 + captions

                    Repeater {
                        model: screen.vm.pages

                        PageThumb {
                            required property var modelData
                            pictureWidth: thumbs.thumbWidth
                            source: modelData.source
                            caption: "<b>" + modelData.name + "</b> · " + modelData.finding
                            doubtful: !modelData.good
                        }
                    }
                    PageThumb {
                        visible: screen.vm.underWay > 0
                        pictureWidth: thumbs.thumbWidth
                        under: true
                        fraction: screen.vm.fraction
                        caption: "<b>" + qsTr("Mặt %1").arg(screen.vm.underWay) + "</b> · " + qsTr("đang chụp")
                    }
                }
                Item {
                    width: parent.width
                    height: Math.max(52, sentence.height)

                    Icon {
                        id: scannerIcon
                        name: "scanner"
                        size: 52
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        id: sentence
                        anchors.left: scannerIcon.right
                        anchors.leftMargin: 24
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        text: screen.vm.stopping ? qsTr("Máy đang dừng lại, chờ một chút.") : screen.vm.sentence
                        rich: true
                        color: Theme.teal
                    }
                }
            }
        }
        Repeater {
            model: Theme.portrait ? screen.vm.rows.slice(screen.nowIndex + 1, screen.nowIndex + 2) : []

            QuietRow {
                readonly property real above: before.count > 0 ? (before.itemAt(0)?.height ?? 0) + 24 : 0
                width: screen.zoneWidth
                visible: now.height + above + height + 24 <= screen.zoneHeight
            }
        }
    }

    actions: ActionRow {
        backText: screen.vm.stopping ? "" : qsTr("Dừng chụp")
        backIcon: ""
        backName: "stop"
        note: qsTr("Đang chụp, xin chờ.") + (Theme.textSize > 1 ? "" : "<br>" + qsTr("Chụp xong sẽ có nút <b>vàng</b>."))
        onBack: screen.vm.stop()
    }
}
