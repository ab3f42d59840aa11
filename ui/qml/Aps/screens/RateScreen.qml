// Three faces with words; anonymous, and nobody has to.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property RateModel vm
    frame: vm.frame
    question: qsTr("Hôm nay Ông/Bà thấy sao?")
    hint: qsTr("Bấm một mặt. Không ghi tên ai.")

    Flow {
        id: faces
        readonly property real faceWidth: Theme.portrait ? width : (width - 2 * spacing) / 3
        width: parent.width
        spacing: 28

        component Face: Pressable {
            id: face
            property string icon
            width: faces.faceWidth
            height: Theme.portrait ? 290 : 420
            lip: Theme.lipTile
            radius: Theme.radiusTile

            Icon {
                id: picture
                name: face.icon
                size: Theme.portrait ? 148 : [190, 170, 150][Theme.step]
                x: Theme.portrait ? 48 : (parent.width - width) / 2
                y: Theme.portrait ? (parent.height - height) / 2 : [50, 40, 30][Theme.step]
            }
            Words {
                x: Theme.portrait ? picture.x + picture.width + 48 : 16
                y: Theme.portrait ? (parent.height - height) / 2 : [268, 236, 206][Theme.step]
                width: parent.width - x - 16
                height: implicitHeight
                text: face.label
                size: Theme.titleSize
                weight: Font.Bold
                alignment: Theme.portrait ? Text.AlignLeft : Text.AlignHCenter
                Accessible.ignored: true
            }
        }

        Face {
            objectName: "rate:3"
            icon: "happy"
            label: qsTr("Dễ, vừa ý")
            onActivated: screen.vm.rate(3)
        }
        Face {
            objectName: "rate:2"
            icon: "plain"
            label: qsTr("Tạm được")
            onActivated: screen.vm.rate(2)
        }
        Face {
            objectName: "rate:1"
            icon: "sad"
            label: qsTr("Khó, chưa vừa ý")
            onActivated: screen.vm.rate(1)
        }
    }

    actions: ActionRow {
        backText: qsTr("Thôi, khỏi chấm")
        backIcon: ""
        backName: "rate:0"
        onBack: screen.vm.rate(0)
    }
}
