// What can be pressed stands on a lip; chosen, it has sunk. What is only read lies flat.
pragma ComponentBehavior: Bound
import QtQuick
import Aps

Plate {
    id: plate
    heading: "Pressed, chosen, read"

    component Caption: Text {
        color: Theme.ink2
        font.family: Theme.family
        font.pixelSize: 32
    }

    Row {
        spacing: 32
        Column {
            spacing: 14
            Caption {
                text: "the next step: one a screen"
            }
            KioskButton {
                width: 460
                height: 132
                gold: true
                text: "Tiếp theo"
                iconAfter: "arrow-right"
            }
        }
        Column {
            spacing: 14
            Caption {
                text: "anything else"
            }
            KioskButton {
                width: 460
                height: 132
                text: "Quay lại"
                icon: "arrow-left"
            }
        }
        Column {
            spacing: 14
            Caption {
                text: "reached by keys"
            }
            KioskButton {
                width: 460
                height: 132
                text: "Sửa"
                focus: true
                Component.onCompleted: forceActiveFocus()
            }
        }
    }
    Row {
        spacing: 32
        Column {
            spacing: 14
            Caption {
                text: "an answer"
            }
            ChoiceCard {
                width: 700
                text: "Mẹ đẻ"
                gloss: "má ruột"
            }
        }
        Column {
            spacing: 14
            Caption {
                text: "the answer that was chosen"
            }
            ChoiceCard {
                width: 700
                text: "Mẹ đẻ"
                gloss: "má ruột"
                chosen: true
            }
        }
    }
    Row {
        spacing: 32
        PadButton {
            width: 117
            height: 133
            text: "Ê"
        }
        PadButton {
            width: 190
            height: 133
            text: "THỄ"
            below: "ngã"
            soft: true
        }
        Tile {
            width: 466
            height: 366
            icon: "book"
            title: "Hướng dẫn thủ tục"
            line: "Cần giấy gì, mất bao lâu"
        }
        Card {
            width: 560
            Words {
                width: parent.width
                text: "A flat box is only to be read. Nothing on it can be pressed, so it has no lip."
            }
        }
    }
    ErrorLine {
        width: parent.width
        text: "Ghi đủ họ và tên, ít nhất hai chữ."
    }
    Repeater {
        model: [["info", "clock", "Thứ Năm không hẹn"], ["ok", "check", "Hồ sơ đã an toàn"], ["warn", "warning", "Giấy bị kẹt trong máy chụp"]]
        Banner {
            required property list<string> modelData
            width: plate.width - 120
            tone: modelData[0]
            icon: modelData[1]
            head: modelData[2]
            body: "A tint, a pictogram, a bold head, one sentence: " + modelData[0] + "."
        }
    }
}
