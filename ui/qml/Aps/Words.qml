// Text in the house's typeface, left-aligned, wrapped without widows: as narrow as its line count allows.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: words
    property string text
    property int size: Theme.bodySize
    property int weight: Font.Normal
    property color color: Theme.ink
    property bool rich: false
    property bool balanced: true
    property int alignment: Text.AlignLeft
    // What belongs together stays on one line: a number with its unit, "Ông/Bà", words of two syllables.
    readonly property string bound: text.replace(/(\d) |(số|bàn) (?=\d)/gi, pair => pair.replace(" ", "\u00A0")).replace(/([A-Za-zÀ-ỹĐđ])\/(?=[A-Za-zÀ-ỹĐđ])/g, "$1/\u2060").replace(/hồ sơ|giấy tờ|căn cước|khai sinh|khai tử|trích lục|cam đoan|màn hình|thông tin|thủ tục|hộ tịch|máy chụp|máy in|ủy quyền|kết quả|quay lại|chụp lại|làm tiếp/gi, pair => pair.replace(" ", "\u00A0"))
    readonly property alias lineCount: shown.lineCount
    readonly property alias paintedWidth: shown.paintedWidth

    // On the whole, so that a heading can say that it is one, and a tile can leave out the words of its own name.
    Accessible.role: Accessible.StaticText
    Accessible.name: rich ? text.replace(/<[^>]*>/g, "") : text

    implicitWidth: whole.implicitWidth
    implicitHeight: shown.implicitHeight

    component Plain: Text {
        text: words.bound
        color: words.color
        font.family: Theme.family
        font.pixelSize: words.size
        font.weight: words.weight
        textFormat: words.rich ? Text.StyledText : Text.PlainText
        wrapMode: Text.WordWrap
        renderType: Text.QtRendering
    }

    Plain {
        id: whole
        visible: false
        wrapMode: Text.NoWrap
    }

    Plain {
        id: probe
        visible: false
        onTextChanged: words.balance()
    }

    Plain {
        id: shown
        x: words.alignment === Text.AlignHCenter ? (words.width - width) / 2 : words.alignment === Text.AlignRight ? words.width - width : 0
        horizontalAlignment: words.alignment
        width: words.width
        Accessible.ignored: true
    }

    function balance() {
        const room = words.width;
        if (room <= 0)
            return;
        let wide = room;
        if (words.balanced && words.text.length > 0) {
            probe.width = room;
            const lines = probe.lineCount;
            if (lines > 1) {
                let low = room / lines;
                while (wide - low > 4) {
                    const middle = (wide + low) / 2;
                    probe.width = middle;
                    if (probe.lineCount > lines || probe.contentWidth > middle)
                        low = middle;
                    else
                        wide = middle;
                }
            }
        }
        shown.width = Math.min(room, Math.ceil(wide));
    }

    onWidthChanged: balance()
    onSizeChanged: Qt.callLater(balance)
    onWeightChanged: Qt.callLater(balance)
    Component.onCompleted: balance()
}
