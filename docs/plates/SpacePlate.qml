// Distances and targets as they are on the glass: pixels, and millimetres on 27 and 32 inches.
pragma ComponentBehavior: Bound
import QtQuick
import Aps

Plate {
    id: plate
    heading: "Space and targets"

    function measured(pixels: real): string {
        return pixels + " px · " + (pixels * 0.311).toFixed(1) + " mm · " + (pixels * 0.369).toFixed(1) + " mm";
    }

    component Measure: Row {
        id: measure
        required property string name
        required property int pixels
        property int wide: pixels
        property color tint: Theme.sel
        spacing: 30
        Rectangle {
            width: measure.wide
            height: measure.pixels
            radius: Math.min(Theme.radiusKey, measure.pixels / 4)
            color: measure.tint
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            text: measure.name + ": " + plate.measured(measure.pixels)
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: 36
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    Measure {
        name: "smallest gap"
        pixels: 14
        wide: 400
        tint: Theme.warn
    }
    Measure {
        name: "gap of the grid"
        pixels: Theme.gap
        wide: 400
        tint: Theme.warn
    }
    Measure {
        name: "margin, portrait"
        pixels: 60
        wide: 400
        tint: Theme.warn
    }
    Measure {
        name: "smallest target"
        pixels: 66
    }
    Measure {
        name: "choice"
        pixels: 100
        wide: 400
    }
    Measure {
        name: "letter key"
        pixels: 133
        wide: 117
    }
    Measure {
        name: "action"
        pixels: 132
        wide: 400
    }
    Row {
        spacing: 36
        Repeater {
            model: [["key", Theme.radiusKey], ["choice", Theme.radiusChoice], ["button", Theme.radiusButton], ["card", Theme.radiusCard], ["tile", Theme.radiusTile], ["sheet", Theme.radiusSheet]]
            Column {
                id: corner
                required property list<var> modelData
                spacing: 10
                Rectangle {
                    width: 200
                    height: 120
                    radius: corner.modelData[1]
                    color: Theme.surface
                    border.color: Theme.outline
                    border.width: Theme.border
                }
                Text {
                    text: corner.modelData[0] + " " + corner.modelData[1]
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: 32
                }
            }
        }
    }
}
