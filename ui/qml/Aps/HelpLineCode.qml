// A way to reach somebody: the code for a telephone's camera, and the number beside it.
import QtQuick

Row {
    id: line
    required property var modelData // name, number, code
    property int codeSize: 240
    spacing: 28

    Image {
        width: line.codeSize
        height: width
        source: line.modelData.code
        cache: false
        smooth: false
    }
    Column {
        width: parent.width - line.codeSize - parent.spacing
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
        Words {
            width: parent.width
            text: line.modelData.name
            size: line.modelData.number === "" ? Theme.bodySize : Theme.smallSize
            weight: line.modelData.number === "" ? Font.DemiBold : Font.Normal
            color: line.modelData.number === "" ? Theme.ink : Theme.ink2
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: line.modelData.number
            size: Theme.portrait ? Theme.titleSize : Math.min(Theme.bodySize + 2, 46)
            weight: Font.Bold
        }
    }
}
