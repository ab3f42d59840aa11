// Ten digits and "delete"; for a date that is only half known, two keys that say so.
pragma ComponentBehavior: Bound
import QtQuick
import Aps.Models

Item {
    id: pad
    readonly property bool readAloud: false // nobody wants to hear forty keys
    required property AskQuestionModel vm
    readonly property real between: 18
    readonly property bool partial: vm.partial
    readonly property real knowHeight: partial ? 112 + between : 0
    readonly property real key: (width - 2 * between) / 3
    readonly property real rowHeight: Math.min(170, (height - knowHeight - 3 * between) / 4)

    Row {
        visible: pad.partial
        spacing: pad.between
        PadButton {
            objectName: "know:month"
            visible: pad.vm.precision !== "month"
            width: (pad.width - pad.between) / 2
            height: 112
            soft: true
            size: 36
            text: qsTr("Chỉ nhớ tháng, năm")
            onActivated: pad.vm.know("month")
        }
        PadButton {
            objectName: "know:year"
            visible: pad.vm.precision !== "year"
            width: (pad.width - pad.between) / 2
            height: 112
            soft: true
            size: 36
            text: qsTr("Chỉ nhớ năm")
            onActivated: pad.vm.know("year")
        }
        PadButton {
            objectName: "know:day"
            visible: pad.vm.precision !== "day"
            width: (pad.width - pad.between) / 2
            height: 112
            soft: true
            size: 36
            text: qsTr("Nhớ đủ ngày")
            onActivated: pad.vm.know("day")
        }
    }

    Grid {
        id: digits
        y: pad.knowHeight
        columns: 3
        spacing: pad.between
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

            PadButton {
                id: digit
                required property string modelData
                objectName: "key:" + modelData
                width: pad.key
                height: pad.rowHeight
                text: modelData
                size: 64
                onActivated: pad.vm.press("write", digit.modelData)
            }
        }
    }
    Row {
        anchors.top: digits.bottom
        anchors.topMargin: pad.between
        spacing: pad.between
        PadButton {
            objectName: "key:0"
            width: pad.key
            height: pad.rowHeight
            text: "0"
            size: 64
            onActivated: pad.vm.press("write", "0")
        }
        PadButton {
            objectName: "key:delete"
            width: pad.key * 2 + pad.between
            height: pad.rowHeight
            soft: true
            icon: "backspace"
            text: qsTr("Xóa")
            size: 46
            onActivated: pad.vm.press("delete", "")
        }
    }
}
