// A column that never scrolls: what does not fit waits on the next page, and the screen's gold button leads there.
import QtQuick

Item {
    id: paged
    default property alias rows: column.data
    property real spacing: 0
    property int page: 0
    property list<int> starts: [0]
    readonly property real contentHeight: column.implicitHeight
    readonly property int pages: starts.length
    readonly property int first: starts[page] ?? 0 // fewer pages may come before the page is put back
    readonly property bool last: page >= pages - 1
    readonly property real footHeight: pages > 1 ? foot.height + 12 : 0

    function next() {
        if (!last)
            page += 1;
        place();
    }

    function previous() {
        if (page > 0)
            page -= 1;
        place();
    }

    function shownRows(): list<var> {
        const found = [];
        for (let i = 0; i < column.children.length; ++i) {
            const row = column.children[i];
            if (row.visible && row.height > 0)
                found.push(row);
        }
        return found;
    }

    // What a row has at its top that is left out where it begins a page: a heading that stands above all pages then.
    function headRoom(row: var): real {
        return row.headRoom ?? 0;
    }

    // Which row begins each page. One row that is higher than the page has a page of its own.
    function divide(room: real): list<int> {
        const rows = shownRows();
        const found = [0];
        let top = rows.length > 0 ? rows[0].y + headRoom(rows[0]) : 0;
        for (let i = 0; i < rows.length; ++i) {
            if (rows[i].y + rows[i].height - top > room + 1 && i > found[found.length - 1]) {
                found.push(i);
                top = rows[i].y + headRoom(rows[i]);
            }
        }
        return found;
    }

    function layOut() {
        let found = divide(height);
        if (found.length > 1)
            found = divide(height - foot.height - 12);
        starts = found;
        page = Math.min(page, found.length - 1);
        place();
    }

    function place() {
        const rows = shownRows();
        const first = starts[page];
        const end = page + 1 < starts.length ? starts[page + 1] : rows.length;
        for (let i = 0; i < rows.length; ++i) {
            const here = i >= first && i < end;
            rows[i].opacity = here ? 1 : 0;
            rows[i].x = here ? 0 : -20000; // a screen reader finds what is transparent, not what lies outside the window
            rows[i].enabled = here;
        }
        column.y = rows.length > first ? -rows[first].y - headRoom(rows[first]) : 0;
    }

    onHeightChanged: later.restart()
    Component.onCompleted: layOut()

    Column {
        id: column
        width: parent.width
        spacing: paged.spacing
        onPositioningComplete: later.restart() // other rows of the same height in all change no height
        onChildrenChanged: later.restart()
    }

    // Not Qt.callLater: a call that is still waiting when the screen goes would find its object in pieces.
    Timer {
        id: later
        interval: 0
        onTriggered: paged.layOut()
    }

    Item {
        objectName: "in-motion"
        visible: later.running
    }

    Words {
        id: foot
        visible: paged.pages > 1
        anchors.bottom: parent.bottom
        width: parent.width
        text: qsTr("Trang %1/%2").arg(paged.page + 1).arg(paged.pages)
        size: Theme.smallSize
        weight: Font.DemiBold
        color: Theme.ink2
        alignment: Text.AlignHCenter
    }
}
