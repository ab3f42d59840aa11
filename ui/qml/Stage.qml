// Three loaders that take turns: the coming screen fades in over the one that goes, which is emptied when it has arrived.
// The third holds the screen that is likely next, made ahead while nobody waits for it, with nothing of anybody in it.
pragma ComponentBehavior: Bound
import QtQuick
import Aps

Item {
    id: stage
    property Wing current: second
    property Wing ahead: third
    readonly property bool moving: fade.running
    signal arrived

    // Out of sight it lies outside the window and is transparent: laid out already, and nothing that anybody finds.
    component Wing: Loader {
        id: wing
        // One object for good: in Qt 6.11 setSource never lets go of the one that it was given, nor of what is in it.
        readonly property var given: ({
                vm: null
            })
        property bool seen: false
        x: seen ? 0 : -20000
        width: stage.width
        height: stage.height
        enabled: wing === stage.current
        opacity: 0

        function fill(source: url, model: var) {
            given.vm = model;
            setSource(source, given);
        }

        function empty() {
            source = "";
            given.vm = null;
            seen = false;
            opacity = 0;
        }
    }

    function show(source: url, vm: var) {
        if (fade.running) {
            fade.stop();
            fade.gone.empty();
        }
        const gone = current;
        const others = [first, second, third].filter(wing => wing !== gone);
        const coming = (ahead.given.vm === vm && ahead.status === Loader.Ready ? ahead : others.find(wing => wing !== ahead)) as Wing;
        if (coming !== ahead) {
            ahead.empty(); // another screen comes, or sooner than it could be made
            coming.asynchronous = false;
            coming.fill(source, vm);
        }
        ahead = others.find(wing => wing !== coming) as Wing;
        gone.z = 0;
        current = coming;
        current.z = 1;
        current.seen = true;
        current.focus = true; // for a keyboard that is plugged in
        fade.gone = gone;
        fade.restart();
    }

    function prepare(source: url, vm: var) {
        ahead.asynchronous = true;
        ahead.fill(source, vm);
    }

    Wing {
        id: first
    }

    Wing {
        id: second
    }

    Wing {
        id: third
    }

    NumberAnimation {
        id: fade
        property Wing gone: null
        target: stage.current
        property: "opacity"
        from: 0
        to: 1
        duration: gone && gone.item ? Theme.slide : 0
        onFinished: {
            if (gone)
                gone.empty();
            stage.arrived();
        }
    }
}
