// One pictogram in one stroke.
import QtQuick
import QtQuick.Shapes
import "icons.mjs" as Icons

Item {
    id: icon
    required property string name
    property real size: 48
    property color color: Theme.teal
    property real stroke: size > 140 ? 2.5 : 3

    width: size
    height: size
    Accessible.ignored: true

    Shape {
        width: 48
        height: 48
        scale: icon.size / 48
        transformOrigin: Item.TopLeft
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: icon.color
            strokeWidth: icon.stroke
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: Icons.paths[icon.name] ?? ""
            }
        }
    }
}
