// The window: the screen that is shown now, and the sheet above it.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

Item {
    id: main
    required property Router router
    required property bool motion
    property bool keyed: false
    // Everything is drawn for a short side of 1080 and scaled to the window.
    readonly property real unit: Math.max(0.1, Math.min(width, height) / 1080)

    function path(source: string): url {
        return Qt.resolvedUrl("Aps/" + source);
    }

    function showScreen() {
        stage.show(path(router.screenSource), router.screen);
    }

    function showSheet() {
        sheet.given.vm = router.sheet;
        if (router.sheetSource === "")
            sheet.source = "";
        else
            sheet.setSource(path(router.sheetSource), sheet.given);
    }

    Binding {
        target: Theme
        property: "portrait"
        value: main.height >= main.width
    }

    Binding {
        target: Theme
        property: "textSize"
        value: main.router.frame.textSize
    }

    Binding {
        target: Theme
        property: "contrast"
        value: main.router.frame.contrast
    }

    Binding {
        target: Theme
        property: "motion"
        value: main.motion && main.router.frame.motion
    }

    Binding {
        target: Theme
        property: "keyed"
        value: main.keyed
    }

    Binding {
        target: Theme
        property: "lowered"
        value: main.router.frame.lowered
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Item {
        width: main.width / main.unit
        height: main.height / main.unit
        scale: main.unit
        transformOrigin: Item.TopLeft

        Stage {
            id: stage
            anchors.fill: parent
            onArrived: main.router.arrived()
        }

        Loader {
            id: sheet
            readonly property var given: ({
                    vm: null
                }) // one object for good, as in Stage
            anchors.fill: parent
        }
    }

    Item {
        objectName: "in-motion"
        visible: stage.moving || (sheet.item as BottomSheet)?.rising === true
    }

    Connections {
        target: main.router
        function onScreenSourceChanged() {
            main.showScreen();
        }
        function onAheadSourceChanged() {
            if (main.router.aheadSource !== "")
                stage.prepare(main.path(main.router.aheadSource), main.router.ahead);
        }
        function onSheetSourceChanged() {
            main.showSheet();
        }
    }

    Connections {
        target: Feel
        function onPressed() {
            main.router.pressed();
        }
    }

    Component.onCompleted: {
        showScreen();
        showSheet();
    }
}
