// How far the journey has come: one bar a step, the present one thicker, and the step in words.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Column {
    id: steps
    required property FrameModel frame
    spacing: 14

    Row {
        id: bars
        width: parent.width
        height: 22
        spacing: 10

        Repeater {
            model: steps.frame.steps

            Rectangle {
                id: bar
                required property int index
                readonly property bool now: index === steps.frame.step - 1
                width: (bars.width - bars.spacing * (steps.frame.steps - 1)) / Math.max(1, steps.frame.steps)
                height: now ? 22 : 12
                radius: height / 2
                anchors.verticalCenter: parent.verticalCenter
                color: index < steps.frame.step ? Theme.teal : "transparent"
                border.color: index < steps.frame.step ? Theme.teal : Theme.outline
                border.width: 2
            }
        }
    }

    Text {
        readonly property string words: qsTr("Bước %1/%2").arg(steps.frame.step).arg(steps.frame.steps) + " · " + steps.frame.stepName
        text: "<b>" + qsTr("Bước %1/%2").arg(steps.frame.step).arg(steps.frame.steps) + "</b> · " + steps.frame.stepName
        textFormat: Text.StyledText
        color: Theme.teal
        font.family: Theme.family
        font.pixelSize: Theme.stepSize
        width: parent.width
        wrapMode: Text.WordWrap
        Accessible.role: Accessible.StaticText
        Accessible.name: words
    }
}
