// The type scale at one of the three text sizes, on the letters that break first.
pragma ComponentBehavior: Bound
import QtQuick
import Aps

Plate {
    id: plate
    heading: "Type: " + ["chữ vừa", "chữ to", "chữ rất to"][textSize - 1]

    Repeater {
        model: [["question", Theme.questionSize, Font.Bold], ["title", Theme.titleSize, Font.Bold], ["code", Theme.codeSize, Font.Bold], ["button", Theme.buttonSize, Font.DemiBold], ["body", Theme.bodySize, Font.Normal], ["step", Theme.stepSize, Font.Normal], ["small", Theme.smallSize, Font.Normal]]
        Row {
            id: line
            required property list<var> modelData
            spacing: 40
            Text {
                width: 300
                text: line.modelData[0] + " " + line.modelData[1]
                color: Theme.ink2
                font.family: Theme.family
                font.pixelSize: 32
                anchors.baseline: sample.baseline
            }
            Text {
                id: sample
                text: "Ẳ Ễ Ỗ ữ ợ · Nguyễn Thị Hoa"
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: line.modelData[1]
                font.weight: line.modelData[2]
            }
        }
    }
}
