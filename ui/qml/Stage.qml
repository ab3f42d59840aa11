// Two loaders that take turns: the coming screen fades in over the one that goes, which is emptied when it has arrived.
import QtQuick
import Aps

Item {
    id: stage
    property Loader current: second
    readonly property bool moving: fade.running
    signal arrived

    function show(source: url, vm: var) {
        if (fade.running) {
            fade.stop();
            fade.gone.source = "";
        }
        const gone = current;
        current = gone === first ? second : first;
        gone.z = 0;
        gone.enabled = false;
        current.z = 1;
        current.enabled = true;
        current.focus = true; // for a keyboard that is plugged in
        current.setSource(source, {
            vm: vm
        });
        fade.gone = gone;
        fade.restart();
    }

    Loader {
        id: first
        anchors.fill: parent
    }

    Loader {
        id: second
        anchors.fill: parent
    }

    NumberAnimation {
        id: fade
        property Loader gone: null
        target: stage.current
        property: "opacity"
        from: 0
        to: 1
        duration: gone && gone.item ? Theme.slide : 0
        onFinished: {
            if (gone)
                gone.source = "";
            stage.arrived();
        }
    }
}
