// A key of a keyboard: letters on white, everything else on the soft teal.
pragma ComponentBehavior: Bound
import QtQuick

Pressable {
    id: pad
    property string text
    property string below
    property string icon
    property bool soft: false
    property int size: 54

    label: below === "" ? text : text + ", " + below
    lip: Theme.lipKey
    radius: Theme.radiusKey
    borderWidth: Theme.contrast === "normal" ? 2 : 4
    face: soft ? Theme.tealSoft : Theme.surface

    Column {
        anchors.centerIn: parent
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: pad.size < 40 ? 12 : 22
            Loader {
                active: pad.icon !== ""
                visible: active
                anchors.verticalCenter: parent.verticalCenter
                sourceComponent: Icon {
                    name: pad.icon
                    size: 56
                    color: Theme.ink
                }
            }
            Text {
                visible: pad.text !== ""
                text: pad.text
                textFormat: Text.PlainText
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: pad.size
                font.weight: pad.soft && pad.below === "" ? Font.Medium : Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.98
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
        Loader {
            active: pad.below !== "" && pad.height - pad.lip > 1.3 * pad.size + 42
            visible: active
            anchors.horizontalCenter: parent.horizontalCenter
            sourceComponent: Text {
                text: pad.below
                textFormat: Text.PlainText
                color: Theme.ink2
                font.family: Theme.family
                font.pixelSize: 32
                Accessible.ignored: true
            }
        }
    }
}
