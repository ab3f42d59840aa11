// Where the dossier is: safe at the machine, waiting for the line, at the portal. The third only with a receipt.
pragma ComponentBehavior: Bound
import QtQuick

Card {
    id: line
    property bool filed: false
    property bool waiting: true
    readonly property list<string> words: [qsTr("Đã lưu tại máy"), filed ? qsTr("Đã gửi đi") : waiting ? qsTr("Đang chờ mạng") : qsTr("Đang gửi"), filed ? qsTr("Cổng đã nhận") : qsTr("Cổng nhận hồ sơ")]
    readonly property list<string> icons: ["check", filed ? "check" : "clock", filed ? "check" : "portal"]

    padding: 26

    Row {
        width: line.innerWidth
        height: childrenRect.height

        Repeater {
            model: 3

            Item {
                id: stop
                required property int index
                readonly property bool done: index === 0 || line.filed
                readonly property bool now: index === 1 && !line.filed
                width: line.innerWidth / 3
                height: 76 + 10 + caption.height

                Rectangle {
                    visible: stop.index > 0
                    x: -parent.width / 2 + 46
                    y: 34
                    width: parent.width - 92
                    height: 6
                    color: stop.done || stop.index === 1 ? Theme.teal : Theme.hair
                }
                Disc {
                    x: (parent.width - width) / 2
                    icon: line.icons[stop.index]
                    filled: stop.done
                    border.color: stop.done || stop.now ? Theme.teal : Theme.outline
                    border.width: stop.now ? 5 : 3
                }
                Words {
                    id: caption
                    y: 86
                    width: parent.width - 8
                    x: 4
                    text: line.words[stop.index]
                    size: Theme.smallSize
                    weight: stop.done || stop.now ? Font.DemiBold : Font.Normal
                    color: stop.done || stop.now ? Theme.ink : Theme.ink2
                    alignment: Text.AlignHCenter
                }
            }
        }
    }
}
