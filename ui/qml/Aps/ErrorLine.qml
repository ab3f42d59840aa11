// What to write instead, right under the answer. Amber: nothing is lost and nobody is blamed.
import QtQuick

Rectangle {
    id: errorLine
    property string text

    visible: text !== ""
    radius: Theme.radiusKey
    color: Theme.warnSoft
    border.color: Theme.warn
    border.width: 2
    implicitHeight: words.implicitHeight + 28

    Icon {
        id: sign
        x: 20
        name: "warning"
        size: 48
        color: Theme.warn
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        anchors.rightMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        text: errorLine.text
        size: Theme.bodySize
        color: Theme.warn
        weight: Font.DemiBold
    }
}
