// Gạch bông: the cement floor tile of old village halls, one stroke, tone on tone. The only ornament.
import QtQuick

// One tile is drawn once and laid out as a picture: as shapes, a floor of them took longer to paint than the whole screen.
Image {
    id: pattern
    property color color: Theme.deepLine
    property real tile: 180
    property real strokeWidth: 3
    readonly property string path: "M48 44 C36 34 36 14 48 4 C60 14 60 34 48 44 M48 52 C36 62 36 82 48 92 C60 82 60 62 48 52 M44 48 C34 36 14 36 4 48 C14 60 34 60 44 48 M52 48 C62 36 82 36 92 48 C82 60 62 60 52 48 M38 38 L24 24 M58 38 L72 24 M38 58 L24 72 M58 58 L72 72 M0 30 A30 30 0 0 0 30 0 M66 0 A30 30 0 0 0 96 30 M96 66 A30 30 0 0 0 66 96 M30 96 A30 30 0 0 0 0 66 M0 18 A18 18 0 0 0 18 0 M78 0 A18 18 0 0 0 96 18 M96 78 A18 18 0 0 0 78 96 M18 96 A18 18 0 0 0 0 78"

    visible: Theme.contrast === "normal"
    fillMode: Image.Tile
    horizontalAlignment: Image.AlignLeft
    verticalAlignment: Image.AlignTop
    sourceSize: Qt.size(tile, tile)
    source: "data:image/svg+xml;utf8," + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="' + path + '" fill="none" stroke="' + color + '" stroke-width="' + strokeWidth * 96 / tile + '" stroke-linecap="round" stroke-linejoin="round"/></svg>')
    Accessible.ignored: true
}
