// Colours by role: each pair as it is used, with its contrast by the formula of WCAG 2.
pragma ComponentBehavior: Bound
import QtQuick
import Aps

Plate {
    id: plate
    heading: "Colours: " + contrast

    function light(part: real): real {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    function luminance(tint: color): real {
        return 0.2126 * light(tint.r) + 0.7152 * light(tint.g) + 0.0722 * light(tint.b);
    }
    function ratio(one: color, other: color): string {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return ((high + 0.05) / (low + 0.05)).toFixed(1) + " : 1";
    }

    component Pair: Rectangle {
        id: pair
        required property string front
        required property string ground
        property color ink: Theme[front]
        width: (plate.width - 120 - 2 * 24) / 3
        height: 148
        radius: Theme.radiusCard
        color: Theme[ground]
        border.color: Theme.hair
        border.width: 2

        Column {
            x: 26
            anchors.verticalCenter: parent.verticalCenter
            Text {
                text: pair.front + " · " + pair.ground
                color: pair.ink
                font.family: Theme.family
                font.pixelSize: 38
                font.weight: Font.Bold
            }
            Text {
                text: pair.ink.toString().toUpperCase() + "   " + plate.ratio(pair.ink, pair.color)
                color: pair.ink
                font.family: Theme.family
                font.pixelSize: 32
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 24
        Repeater {
            model: [["ink", "paper"], ["ink", "surface"], ["ink2", "paper"], ["teal", "paper"], ["teal", "tealSoft"], ["ink2", "tealSoft"], ["deepInk", "deep"], ["deepInk2", "deep"], ["deepInk", "deeper"], ["goldInk", "gold"], ["selInk", "sel"], ["ok", "okSoft"], ["info", "infoSoft"], ["warn", "warnSoft"], ["bad", "badSoft"]]
            Pair {
                required property list<string> modelData
                front: modelData[0]
                ground: modelData[1]
            }
        }
    }

    Words {
        width: parent.width
        text: "Lines on paper: what bounds a control has 3 : 1 or more; lip and divider only decorate"
        size: 38
        weight: Font.Bold
    }
    Flow {
        width: parent.width
        spacing: 24
        Repeater {
            model: ["outline", "goldEdge", "deepLine", "edge", "hair"]
            Column {
                id: shape
                required property string modelData
                width: 276
                spacing: 10
                Rectangle {
                    width: 276
                    height: 66
                    radius: Theme.radiusChoice
                    color: Theme.surface
                    border.width: 8
                    border.color: Theme[shape.modelData]
                }
                Text {
                    text: shape.modelData + "\n" + plate.ratio(Theme[shape.modelData], Theme.paper)
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: 32
                }
            }
        }
    }
}
