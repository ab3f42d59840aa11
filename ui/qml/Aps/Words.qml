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
    property bool complete: false
    property bool trying: false
    property Plain trial: null
    readonly property alias lineCount: shown.lineCount
    readonly property alias paintedWidth: shown.paintedWidth

    // On the whole, so that a heading can say that it is one, and a tile can leave out the words of its own name.
    Accessible.role: Accessible.StaticText
    Accessible.name: rich ? text.replace(/<[^>]*>/g, "") : text

    implicitWidth: shown.implicitWidth
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

    // Tries widths out, unseen; made only for words that need more than one line. A Loader would make it too late where a
    // screen is made ahead.
    Component {
        id: ruler
        Plain {
            visible: false
            onFontChanged: words.balance()
        }
    }

    Plain {
        id: shown
        x: words.alignment === Text.AlignHCenter ? (words.width - width) / 2 : words.alignment === Text.AlignRight ? words.width - width : 0
        horizontalAlignment: words.alignment
        width: words.width
        onTextChanged: words.balance()
        onFontChanged: words.balance()
        Accessible.ignored: true
    }

    function balance() {
        if (!complete || trying || width <= 0)
            return;
        const many = balanced && text !== "" && shown.implicitWidth > width;
        shown.width = many ? Math.min(width, Math.ceil(narrowest())) : width;
    }

    // The least width that takes no more lines than the whole room does, to 4 pixels.
    function narrowest(): real {
        trying = true;
        trial = trial ?? ruler.createObject(words) as Plain;
        trial.text = bound;
        trial.width = width;
        const lines = trial.lineCount;
        let wide = width;
        let low = wide / lines;
        while (lines > 1 && wide - low > 4) {
            const middle = (wide + low) / 2;
            trial.width = middle;
            if (trial.lineCount > lines || trial.contentWidth > middle)
                low = middle;
            else
                wide = middle;
        }
        trying = false;
        return wide;
    }

    onWidthChanged: balance()
    Component.onCompleted: {
        complete = true;
        balance();
    }
}
