// Every pictogram with its name: one stroke on a 48-unit grid.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import "../../ui/qml/Aps/icons.mjs" as Icons

Plate {
    id: plate
    heading: "Pictograms"

    Flow {
        width: parent.width
        spacing: 20
        Repeater {
            model: Object.keys(Icons.paths)
            Column {
                id: sign
                required property string modelData
                width: 194
                spacing: 6
                Icon {
                    name: sign.modelData
                    size: 96
                    x: (194 - 96) / 2
                }
                Text {
                    width: 194
                    text: sign.modelData
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: 26
                }
            }
        }
    }
}
