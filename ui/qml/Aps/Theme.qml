// All tokens of the look: colours by role, type sizes, spacing, lips, motion. Nothing else in QML holds a number of these.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    property bool portrait: true
    property int textSize: 1
    property string contrast: "normal"
    property bool motion: true
    // Somebody uses keys: only then a frame shows where they act.
    property bool keyed: false
    // The citizen sits: all that is pressed lies below the reach line, what is only read stands above it.
    property bool lowered: false

    readonly property int look: contrast === "dark" ? 1 : contrast === "light" ? 2 : 0
    readonly property string family: "Be Vietnam Pro"

    // Colours: normal, dark high contrast, light high contrast.
    readonly property list<color> papers: ["#F6F1E6", "#000000", "#FFFFFF"]
    readonly property list<color> inks: ["#1B2629", "#FFFFFF", "#000000"]
    readonly property color paper: ["#F6F1E6", "#000000", "#FFFFFF"][look]
    readonly property color surface: ["#FFFDF8", "#10181A", "#FFFFFF"][look]
    readonly property color ink: ["#1B2629", "#FFFFFF", "#000000"][look]
    readonly property color ink2: ["#435055", "#E4E4E4", "#1C1C1C"][look]
    readonly property color deep: ["#0B3F45", "#000000", "#000000"][look]
    readonly property color deeper: ["#092D32", "#000000", "#000000"][look]
    readonly property color deepInk: ["#FFFFFF", "#FFFFFF", "#FFFFFF"][look]
    readonly property color deepInk2: ["#CFE3E0", "#E4E4E4", "#E4E4E4"][look]
    readonly property color deepLine: ["#1F5C62", "#FFFFFF", "#FFFFFF"][look]
    readonly property color teal: ["#0E5459", "#8FE9E2", "#003D42"][look]
    readonly property color tealSoft: ["#E4F0EC", "#06282A", "#FFFFFF"][look]
    readonly property color sel: ["#0E5459", "#FFFFFF", "#000000"][look]
    readonly property color selInk: ["#FFFFFF", "#000000", "#FFFFFF"][look]
    readonly property color gold: ["#F5B62A", "#FFD84D", "#FFC72E"][look]
    readonly property color goldInk: ["#1B2629", "#000000", "#000000"][look]
    readonly property color goldEdge: ["#8A5E00", "#FFFFFF", "#000000"][look]
    readonly property color outline: ["#66726F", "#FFFFFF", "#000000"][look]
    readonly property color edge: ["#A89C84", "#FFFFFF", "#000000"][look]
    readonly property color hair: ["#DDD4C1", "#8A8A8A", "#6B6B6B"][look]
    readonly property color ok: ["#14532D", "#9BF0B4", "#003D17"][look]
    readonly property color okSoft: ["#E3F0E2", "#06210F", "#FFFFFF"][look]
    readonly property color info: ["#0C4674", "#A9D6FF", "#00315C"][look]
    readonly property color infoSoft: ["#E3EDF6", "#06203A", "#FFFFFF"][look]
    readonly property color warn: ["#5C3A00", "#FFD84D", "#3F2700"][look]
    readonly property color warnSoft: ["#FDEBC4", "#2A1F00", "#FFFFFF"][look]
    readonly property color bad: ["#8A1C12", "#FFB4A8", "#6E0D05"][look]
    readonly property color badSoft: ["#FBE6E1", "#2B0906", "#FFFFFF"][look]
    readonly property color white: "#FFFFFF"
    readonly property color sheetWhite: "#FFFFFF"
    readonly property color scrim: Qt.rgba(0.035, 0.176, 0.196, 0.7)

    // Type, in pixels on a short side of 1080; three text sizes.
    readonly property int step: Math.max(0, Math.min(2, textSize - 1))
    readonly property int questionSize: portrait ? [62, 70, 80][step] : [56, 64, 72][step]
    readonly property int titleSize: [48, 56, 64][step]
    readonly property int codeSize: portrait ? [62, 66, 72][step] : [56, 60, 66][step]
    readonly property int buttonSize: [42, 50, 58][step]
    readonly property int bodySize: [36, 44, 52][step]
    readonly property int stepSize: [34, 40, 46][step]
    readonly property int smallSize: [32, 38, 44][step]

    // Space and shape.
    readonly property int margin: portrait ? 60 : 48
    readonly property int gap: 24
    readonly property int choiceHeight: portrait ? [100, 152, 172][step] : [86, 148, 166][step]
    readonly property int choiceGap: portrait ? 18 : 14
    readonly property int radiusKey: 14
    readonly property int radiusChoice: 18
    readonly property int radiusButton: 20
    readonly property int radiusCard: 24
    readonly property int radiusTile: 28
    readonly property int radiusSheet: 36
    readonly property int border: contrast === "normal" ? 3 : 4
    readonly property int activeBorder: 5
    readonly property int lipKey: 8
    readonly property int lipButton: 10
    readonly property int lipTile: 12

    // The law of the house: 20 mm and 4 mm on a 27" panel.
    readonly property int smallestTarget: 66
    readonly property int smallestGap: 14

    // 1220 mm from the floor, on a 32" panel whose picture begins at 750 mm: 470 mm up, at 0.369 mm a pixel.
    // Lying on its side such a panel ends at 1148 mm, and all of it can be reached.
    readonly property int reachLine: portrait && lowered ? 1920 - 1274 : 0

    // Heights of the furniture.
    readonly property int headerHeight: portrait ? 124 : 92
    readonly property int helperHeight: portrait ? 148 : 136
    readonly property int actionHeight: portrait ? 178 : 136
    readonly property int nameHeight: 104
    readonly property int leftColumn: portrait ? 960 : 600

    // Motion, in milliseconds.
    readonly property int press: motion ? 60 : 0
    readonly property int slide: motion ? 160 : 0
    readonly property int rise: motion ? 200 : 0
    readonly property int breath: 1400 // the one thing that moves by itself: the frame of a call for help
}
