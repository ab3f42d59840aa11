// A page of the design system: a heading and what it shows, on paper.
import QtQuick
import Aps

Rectangle {
    id: plate
    required property string contrast
    required property int textSize
    property string heading
    default property alias content: body.data

    width: 1600
    height: body.y + body.height + 60
    color: Theme.paper

    Binding {
        target: Theme
        property: "contrast"
        value: plate.contrast
    }
    Binding {
        target: Theme
        property: "textSize"
        value: plate.textSize
    }

    Words {
        x: 60
        y: 48
        width: plate.width - 120
        text: plate.heading
        size: Theme.titleSize
        weight: Font.Bold
    }
    Column {
        id: body
        x: 60
        y: 150
        width: plate.width - 120
        spacing: 28
    }
}
