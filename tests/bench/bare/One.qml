import QtQuick

Rectangle {
    color: "#F6F1E6"

    Text {
        anchors.centerIn: parent
        font.pixelSize: 60
        text: "One"
    }
}
