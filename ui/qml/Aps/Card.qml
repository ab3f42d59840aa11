// A flat box to read in; its content decides its height.
import QtQuick

Rectangle {
    id: card
    property real padding: 30
    default property alias content: inner.data
    readonly property alias innerWidth: inner.width

    color: Theme.surface
    radius: Theme.radiusCard
    border.color: Theme.hair
    border.width: 2
    implicitHeight: inner.childrenRect.height + 2 * padding

    Item {
        id: inner
        x: card.padding
        y: card.padding
        width: parent.width - 2 * card.padding
        height: childrenRect.height
    }
}
