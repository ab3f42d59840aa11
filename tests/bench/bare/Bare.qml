// The least that a change of pages can be: one loader, two pages with a rectangle and a text.
import QtQuick

Item {
    id: root
    property int page: 0

    Loader {
        anchors.fill: parent
        source: ["One.qml", "Two.qml"][root.page]
    }

    MouseArea {
        objectName: "swap"
        anchors.fill: parent
        onClicked: root.page = 1 - root.page
    }
}
