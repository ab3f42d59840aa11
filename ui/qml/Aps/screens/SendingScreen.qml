// Between "send" and the slip: first it is not safe yet, then it is. Nothing to press.
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property SendingModel vm
    frame: vm.frame
    question: vm.safe ? qsTr("Hồ sơ đã lưu an toàn") : qsTr("Đang lưu hồ sơ vô máy")
    hint: vm.safe ? qsTr("Máy đang gửi lên Cổng, chờ vài giây.") : qsTr("Chưa xong, Ông/Bà chờ chút.")

    Column {
        width: parent.width
        spacing: 28

        Card {
            width: parent.width
            padding: 44
            color: screen.vm.safe ? Theme.okSoft : Theme.surface
            border.color: screen.vm.safe ? Theme.ok : Theme.hair

            Column {
                width: parent.width
                spacing: 28

                Icon {
                    name: screen.vm.safe ? "shield" : "save"
                    size: Theme.portrait ? 240 : 190
                    color: screen.vm.safe ? Theme.ok : Theme.teal
                    anchors.horizontalCenter: parent.horizontalCenter
                }
                Words {
                    width: parent.width
                    text: screen.vm.safe ? qsTr("Mất mạng, mất điện cũng không mất hồ sơ") : qsTr("Máy đang khóa kín rồi cất hồ sơ")
                    size: Theme.titleSize
                    weight: Font.Bold
                    color: screen.vm.safe ? Theme.ok : Theme.ink
                    alignment: Text.AlignHCenter
                }
                Words {
                    width: parent.width
                    text: screen.vm.safe ? qsTr("Mã tạm tại máy") + "<br><b>" + screen.vm.code + "</b>" : qsTr("Máy chưa nói “an toàn” thì xin đừng đi.")
                    rich: true
                    alignment: Text.AlignHCenter
                }
            }
        }
        DeliveryLine {
            visible: screen.vm.safe && (Theme.portrait || Theme.textSize < 3)
            width: parent.width
            waiting: false
        }
    }

    actions: ActionRow {
        note: screen.vm.safe ? qsTr("Đang gửi, xong máy tự in phiếu.") : qsTr("Đang lưu, xin chờ.")
    }
}
