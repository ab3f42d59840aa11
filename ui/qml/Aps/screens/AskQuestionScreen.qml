// One question. What stands below it depends on how it is answered.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property AskQuestionModel vm
    readonly property bool choosing: vm.kind === "choice" || vm.kind === "dropdown"
    readonly property bool dating: vm.kind === "date" || vm.kind === "partial_date"
    readonly property bool counting: vm.kind === "number" || vm.kind === "tel"

    frame: vm.frame
    question: vm.ask
    hint: vm.error !== "" && Theme.textSize > 1 ? "" : vm.hint
    focus: true

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            vm.press("delete", "");
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            vm.next();
        else if (event.text !== "" && !screen.choosing)
            vm.type(event.text);
    }

    aside: Item {
        anchors.fill: parent
        TypedAnswer {
            visible: !screen.choosing && !Theme.portrait
            vm: screen.vm
            width: parent.width
        }
        ReadBack {
            visible: screen.choosing && text !== ""
            text: screen.vm.readBack
            width: parent.width
            anchors.bottom: parent.bottom
        }
    }

    TypedAnswer {
        id: typed
        visible: !screen.choosing && Theme.portrait
        vm: screen.vm
        width: parent.width
    }

    ChoiceAnswer {
        visible: screen.choosing
        anchors.fill: parent
        vm: screen.vm
        active: screen.choosing
    }

    NumberPad {
        visible: screen.dating || screen.counting
        vm: screen.vm
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? 20 : 0
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.portrait ? 840 : parent.width
        height: Theme.portrait ? Math.min(760, parent.height - typed.height - 40) : parent.height
    }

    Keyboard {
        visible: screen.vm.kind === "text" || screen.vm.kind === "comment"
        vm: screen.vm
        x: Theme.portrait ? 24 - Theme.margin : 0
        y: Theme.portrait ? typed.height + 24 : 0
        width: Theme.portrait ? screen.width - 48 : parent.width
        height: Math.min(parent.height - y, Theme.portrait ? 1000 : parent.height)
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: !screen.vm.required && !screen.vm.answered ? qsTr("Bỏ qua câu này") : screen.vm.changing ? qsTr("Xong, về trang coi lại") : qsTr("Tiếp theo")
        nextName: !screen.vm.required && !screen.vm.answered ? "skip" : "next"
        nextGold: screen.vm.required || screen.vm.answered
        onBack: screen.vm.back()
        onNext: !screen.vm.required && !screen.vm.answered ? screen.vm.skip() : screen.vm.next()
    }
}
