// One question. What stands below it depends on how it is answered.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property AskQuestionModel vm
    readonly property bool looking: vm.looking
    readonly property bool choosing: !looking && ["choice", "dropdown", "checkbox", "boolean"].includes(vm.kind)
    readonly property bool dating: ["date", "partial_date", "month"].includes(vm.kind)
    readonly property bool counting: ["number", "tel", "time"].includes(vm.kind)
    readonly property bool telling: vm.kind === "html"
    readonly property bool typing: !choosing && !telling
    readonly property bool stacked: Theme.portrait || Theme.step > 1
    readonly property bool offering: vm.naming && Theme.portrait && zoneHeight - typed.height >= 960 // room for a row of names
    readonly property bool skipping: !telling && !vm.required && !vm.answered

    frame: vm.frame
    question: vm.ask
    spoken: vm.spoken
    hint: (vm.error !== "" || vm.said !== "") && Theme.textSize > 1 ? "" : vm.hint
    reading: typing && !dating && Theme.portrait ? typed.height + 20 : 0 // the boxes of a date are pressed
    richHint: true
    focus: true

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            vm.press("delete", "");
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            vm.next();
        else if (event.text !== "" && screen.typing)
            vm.type(event.text);
    }

    // A way to answer is made when it is wanted for the first time, and stays as long as the screen.
    component Part: Loader {
        property bool wanted
        active: false
        visible: wanted
        onWantedChanged: active = active || wanted
        Component.onCompleted: active = wanted
    }

    aside: Item {
        anchors.fill: parent
        Part {
            id: typedAside
            wanted: screen.typing && !Theme.portrait
            width: parent.width
            sourceComponent: typedAnswer
        }
        Part {
            wanted: screen.vm.naming && !Theme.portrait && parent.height >= y + 2 * Theme.nameHeight + 14
            y: typedAside.height + 24
            width: parent.width
            sourceComponent: nameKeys
        }
        Part {
            wanted: screen.looking && !screen.stacked
            y: typedAside.height + 20
            width: parent.width
            height: parent.height - y
            sourceComponent: choiceAnswer
        }
        Part {
            wanted: screen.choosing && screen.vm.readBack !== ""
            visible: wanted && height <= parent.height // the hint below the question goes before it
            width: parent.width
            anchors.bottom: parent.bottom
            sourceComponent: ReadBack {
                text: screen.vm.readBack
            }
        }
    }

    Component {
        id: typedAnswer
        TypedAnswer {
            vm: screen.vm
        }
    }

    Component {
        id: nameKeys
        NameKeys {
            vm: screen.vm
        }
    }

    Component {
        id: choiceAnswer
        ChoiceAnswer {
            vm: screen.vm
            active: (parent as Part)?.wanted === true
        }
    }

    Part {
        id: typed
        wanted: screen.typing && Theme.portrait
        width: parent.width
        sourceComponent: typedAnswer
    }

    Part {
        wanted: screen.offering
        x: keyboard.x
        y: typed.height + 24
        width: keyboard.width
        sourceComponent: nameKeys
    }

    Part {
        wanted: screen.choosing
        anchors.fill: parent
        anchors.bottomMargin: fee.visible ? fee.height + 24 : 0
        sourceComponent: choiceAnswer
    }

    Part {
        id: fee
        wanted: screen.vm.fee !== ""
        width: parent.width
        anchors.bottom: parent.bottom
        sourceComponent: Banner {
            tone: "info"
            icon: "banknote"
            head: qsTr("Tiền phải đóng")
            body: screen.vm.fee
        }
    }

    Part {
        id: found
        wanted: screen.looking && screen.stacked
        y: Theme.portrait ? typed.height + 20 : 0
        width: parent.width
        height: Theme.step === 0 ? 2 * Theme.choiceHeight + Theme.choiceGap : Theme.choiceHeight
        sourceComponent: choiceAnswer
    }

    Part {
        wanted: screen.telling
        width: parent.width
        sourceComponent: Words {
            text: screen.vm.told
            size: Theme.buttonSize
        }
    }

    Part {
        wanted: screen.dating || screen.counting
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? 20 : 0
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.portrait ? 840 : parent.width
        height: Theme.portrait ? Math.min(760, parent.height - typed.height - 40) : parent.height
        sourceComponent: NumberPad {
            vm: screen.vm
        }
    }

    Part {
        id: keyboard
        wanted: screen.typing && !screen.dating && !screen.counting
        x: Theme.portrait ? 24 - Theme.margin : 0
        y: screen.looking && screen.stacked ? found.y + found.height + 24 : Theme.portrait ? typed.height + 24 + (screen.offering ? Theme.nameHeight + 20 : 0) : 0
        width: Theme.portrait ? screen.width - 48 : parent.width
        height: Math.min(parent.height - y, Theme.portrait ? 1000 : parent.height)
        sourceComponent: Keyboard {
            vm: screen.vm
        }
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: screen.skipping ? (screen.vm.unknown ? qsTr("Tôi không biết") : screen.vm.skipWords || qsTr("Bỏ qua câu này")) : screen.vm.changing ? qsTr("Xong, về trang coi lại") : qsTr("Tiếp theo")
        nextName: !screen.skipping ? "next" : screen.vm.unknown ? "unknown" : "skip"
        nextGold: !screen.skipping
        onBack: screen.vm.back()
        onNext: !screen.skipping ? screen.vm.next() : screen.vm.unknown ? screen.vm.sayUnknown() : screen.vm.skip()
    }
}
