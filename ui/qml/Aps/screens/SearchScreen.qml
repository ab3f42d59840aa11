// A procedure by its name: a field, the best matches under it, the keyboard. Letters are enough, marks are not needed.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property SearchModel vm
    readonly property bool nothing: vm.text !== "" && vm.found.length === 0

    frame: vm.frame
    question: qsTr("Tìm thủ tục theo tên")
    reading: Theme.portrait ? field.height + 24 : 0
    focus: true

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            vm.press("delete", "");
        else if (event.text !== "")
            vm.type(event.text);
    }

    Connections {
        target: screen.vm
        function onFoundChanged() {
            matches.page = 0;
        }
    }

    component Field: TypedAnswer {
        vm: screen.vm
        width: parent ? parent.width : 0
    }

    // What is found; nothing typed, nothing found: what to do instead.
    Item {
        id: below
        parent: Theme.portrait ? portraitPlace : landscapePlace
        anchors.fill: parent

        Words {
            visible: screen.vm.text === ""
            width: parent.width
            text: qsTr("Gõ vài chữ là đủ, không cần dấu. Thí dụ: khai sinh, sao y, bằng lái.")
            color: Theme.ink2
        }
        Column {
            visible: screen.nothing
            width: parent.width
            spacing: 12
            Words {
                width: parent.width
                text: qsTr("Không thấy thủ tục nào giống vậy. Gõ ngắn hơn, hoặc hỏi:")
                weight: Font.DemiBold
            }
            Words {
                width: parent.width
                text: screen.vm.frame.hotline === "" ? screen.vm.frame.helper : Theme.step > 1 ? screen.vm.frame.hotline : screen.vm.frame.helper + " – " + screen.vm.frame.hotline
                color: Theme.ink2
            }
        }
        PagedColumn {
            id: matches
            visible: screen.vm.found.length > 0
            anchors.fill: parent
            spacing: 16

            Repeater {
                model: screen.vm.found

                Pressable {
                    id: match
                    required property var modelData
                    objectName: "procedure:" + modelData.code
                    width: matches.width
                    height: Math.max(110, words.height + 40)
                    lip: Theme.lipKey
                    radius: Theme.radiusChoice
                    label: modelData.name + ". " + modelData.line
                    onActivated: screen.vm.open(match.modelData.code)

                    Column {
                        id: words
                        x: 28
                        width: parent.width - 2 * 28 - (Theme.portrait ? 80 : 0)
                        anchors.verticalCenter: parent.verticalCenter
                        Words {
                            width: parent.width
                            text: match.modelData.name
                            size: [36, 40, 44][Theme.step]
                            weight: Font.DemiBold
                            Accessible.ignored: true
                        }
                        Words {
                            visible: Theme.portrait || Theme.step < 2
                            width: parent.width
                            text: match.modelData.line
                            size: Theme.smallSize
                            color: Theme.teal
                            Accessible.ignored: true
                        }
                    }
                    Icon {
                        visible: Theme.portrait
                        name: "arrow-right"
                        size: 56
                        anchors.right: parent.right
                        anchors.rightMargin: 28
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
        }
    }

    aside: Item {
        anchors.fill: parent
        Field {
            id: fieldAside
            visible: !Theme.portrait
        }
        Item {
            id: landscapePlace
            y: fieldAside.height + 20
            width: parent.width
            height: parent.height - y
        }
    }

    Field {
        id: field
        visible: Theme.portrait
    }
    Item {
        id: portraitPlace
        y: field.height + 24
        width: parent.width
        height: keyboard.y - y - 24
    }
    Keyboard {
        id: keyboard
        vm: screen.vm
        x: Theme.portrait ? 24 - Theme.margin : 0
        width: Theme.portrait ? screen.width - 48 : parent.width
        height: Theme.portrait ? 660 : parent.height
        anchors.bottom: parent.bottom
    }

    actions: ActionRow {
        backText: qsTr("Quay lại")
        nextText: matches.visible && !matches.last ? qsTr("Coi tiếp") : ""
        nextName: "more"
        nextGold: false
        onBack: matches.visible && matches.page > 0 ? matches.previous() : screen.vm.back()
        onNext: matches.next()
    }
}
