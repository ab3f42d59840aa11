// Gạch bông: the cement floor tile of old village halls, one stroke, tone on tone. The only ornament.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

Item {
    id: pattern
    property color color: Theme.deepLine
    property real tile: 180
    property real strokeWidth: 3
    visible: Theme.contrast === "normal"
    clip: true
    Accessible.ignored: true

    Repeater {
        model: Math.ceil(pattern.width / pattern.tile) * Math.ceil(pattern.height / pattern.tile)

        Shape {
            id: one
            required property int index
            readonly property int columns: Math.ceil(pattern.width / pattern.tile)
            x: (index % columns) * pattern.tile
            y: Math.floor(index / columns) * pattern.tile
            width: 96
            height: 96
            scale: pattern.tile / 96
            transformOrigin: Item.TopLeft

            ShapePath {
                strokeColor: pattern.color
                strokeWidth: pattern.strokeWidth * 96 / pattern.tile
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: "M48 44 C36 34 36 14 48 4 C60 14 60 34 48 44 M48 52 C36 62 36 82 48 92 C60 82 60 62 48 52 M44 48 C34 36 14 36 4 48 C14 60 34 60 44 48 M52 48 C62 36 82 36 92 48 C82 60 62 60 52 48 M38 38 L24 24 M58 38 L72 24 M38 58 L24 72 M58 58 L72 72 M0 30 A30 30 0 0 0 30 0 M66 0 A30 30 0 0 0 96 30 M96 66 A30 30 0 0 0 66 96 M30 96 A30 30 0 0 0 0 66 M0 18 A18 18 0 0 0 18 0 M78 0 A18 18 0 0 0 96 18 M96 78 A18 18 0 0 0 78 96 M18 96 A18 18 0 0 0 0 78"
                }
            }
        }
    }
}
