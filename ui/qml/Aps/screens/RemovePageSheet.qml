// Really take this side out? It is shown, so that nobody takes out another one.
import QtQuick
import Aps
import Aps.Models

BottomSheet {
    id: sheet
    required property RemovePageSheetModel vm
    title: vm.title
    body: vm.body
    onOutside: vm.stay()

    Grid {
        id: row
        width: parent.width
        columns: Theme.portrait ? 1 : 2
        spacing: 28

        Rectangle {
            id: picture
            width: Theme.portrait ? [340, 300, 260][Theme.step] : 190
            height: Math.round(width * 1.414)
            color: Theme.sheetWhite
            border.color: Theme.outline
            border.width: 2

            Image {
                anchors.fill: parent
                anchors.margins: 2
                source: sheet.vm.source
                cache: false
                fillMode: Image.PreserveAspectFit
                smooth: true
            }
        }
        Column {
            width: Theme.portrait ? row.width : row.width - picture.width - row.spacing
            spacing: 28

            KioskButton {
                objectName: "sheet:stay"
                width: parent.width
                height: Theme.portrait ? 168 : 128
                gold: true
                text: qsTr("Giữ lại mặt này")
                onActivated: sheet.vm.stay()
            }
            KioskButton {
                objectName: "sheet:remove"
                width: parent.width
                height: Theme.portrait ? 138 : 112
                icon: "trash"
                text: sheet.vm.removeText
                onActivated: sheet.vm.remove()
            }
        }
    }
}
