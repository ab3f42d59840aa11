// The slip: what became of the dossier, the code, and what to take. When the paper failed, the code is photographed.
pragma ComponentBehavior: Bound
import QtQuick
import Aps
import Aps.Models

JourneyPage {
    id: screen
    required property SlipReadyModel vm
    readonly property bool printing: vm.paper === "printing"
    readonly property bool failed: vm.paper === "failed"
    readonly property bool tight: vm.onA4 && Theme.portrait && Theme.textSize > 2 // the first page has the code
    readonly property string advice: qsTr("Lấy điện thoại chụp mã này lại, hoặc chép ra giấy.")
    readonly property bool practising: vm.frame.practice !== ""
    frame: vm.frame
    trouble: failed
    question: practising ? qsTr("Làm thật thì tới đây hồ sơ an toàn") : vm.filed ? qsTr("Hồ sơ đã nộp xong") : qsTr("Hồ sơ đã lưu tại máy, chờ gửi")
    hint: practising ? qsTr("Đang tập thử nên không có gì được lưu hay gửi.") : failed ? qsTr("Hồ sơ an toàn. Chỉ có tờ phiếu là chưa ra.") : vm.filed ? qsTr("Cổng Dịch vụ công đã nhận. Ông/Bà về được rồi.") : qsTr("Có mạng lại là máy tự gửi. Ông/Bà về được rồi.")

    component CodeBlock: Column {
        readonly property bool personal: true
        spacing: 2
        Words {
            width: parent.width
            text: screen.vm.temporary ? qsTr("Mã tạm tại máy") : qsTr("Mã hồ sơ")
            color: Theme.ink2
        }
        Words {
            width: parent.width
            text: screen.vm.code.replace(/-/g, "-\u200B")
            size: Theme.titleSize + 4
            weight: Font.Bold
        }
        Words {
            visible: screen.failed && screen.vm.secret !== ""
            width: parent.width
            text: qsTr("Mã bí mật: <b>%1</b>").arg(screen.vm.secret)
            rich: true
        }
    }

    PagedColumn {
        id: paged
        anchors.fill: parent
        spacing: 28

        DeliveryLine {
            // The heading says it too: it goes where what is to be taken would need a second page.
            readonly property real below: screen.failed ? trouble.height + codes.height + (screen.vm.onA4 ? sheet.height + paged.spacing : 0) + paged.spacing : taking.height
            visible: Theme.portrait && Theme.textSize < 2 && !Theme.lowered && !screen.practising && height + paged.spacing + below <= paged.height
            width: paged.width
            filed: screen.vm.filed
            waiting: !screen.vm.sending || screen.vm.frame.network === "offline"
        }
        Row {
            id: taking
            visible: !screen.failed
            width: paged.width
            spacing: 36

            SlipPicture {
                id: slip
                visible: Theme.textSize < 2 || !Theme.portrait
                width: Theme.portrait ? 400 : 360
                height: Theme.portrait ? 840 : 760
                source: screen.vm.preview
                coming: screen.printing
                covered: screen.vm.canBeSeen
                onLook: screen.vm.look()
            }
            Column {
                width: slip.visible ? parent.width - slip.width - parent.spacing : parent.width
                spacing: 24

                CodeBlock {
                    width: parent.width
                }
                Words {
                    visible: Theme.portrait || Theme.textSize < 3
                    width: parent.width
                    text: screen.printing ? qsTr("Máy đang in phiếu…") : qsTr("Trước khi về, Ông/Bà nhớ:")
                    color: Theme.ink2
                }
                Card {
                    width: parent.width
                    padding: 22
                    Remember {
                        number: "1"
                        icon: "slip"
                        text: qsTr("Cầm phiếu ở khe bên dưới")
                    }
                }
                Card {
                    width: parent.width
                    padding: 22
                    Remember {
                        number: "2"
                        icon: "scanner"
                        text: qsTr("Lấy lại giấy tờ trên máy chụp")
                    }
                }
                Words {
                    visible: screen.vm.temporary && Theme.textSize < 3 && !screen.practising
                    width: parent.width
                    text: qsTr("Gửi xong sẽ có mã hồ sơ chính thức. Giữ phiếu để coi hồ sơ.")
                    color: Theme.ink2
                }
            }
        }
        Banner {
            id: trouble
            visible: screen.failed
            width: paged.width
            tone: "warn"
            icon: "printer"
            head: screen.vm.trouble
            body: screen.tight ? "" : screen.advice
        }
        Card {
            id: codes
            visible: screen.failed
            width: paged.width
            padding: 36

            Row {
                width: parent.width
                spacing: 36

                CodeBlock {
                    width: parent.width - code.width - parent.spacing
                    anchors.verticalCenter: parent.verticalCenter
                }
                Image {
                    id: code
                    width: Theme.portrait ? 380 : 340
                    height: width
                    source: screen.vm.lookup
                    cache: false
                    smooth: false
                    fillMode: Image.PreserveAspectFit
                }
            }
        }
        Words {
            visible: screen.failed && screen.tight
            width: paged.width
            text: screen.advice
        }
        KioskButton {
            id: sheet
            objectName: "print-a4"
            visible: screen.vm.onA4
            width: paged.width
            height: Theme.portrait ? 130 : 110
            icon: "printer"
            size: Theme.bodySize
            text: qsTr("In phiếu ra giấy A4")
            onActivated: screen.vm.printOnA4()
        }
    }

    aside: DeliveryLine {
        visible: Theme.textSize < 3 && !screen.practising
        anchors.bottom: parent.bottom
        width: parent.width
        filed: screen.vm.filed
        waiting: !screen.vm.sending || screen.vm.frame.network === "offline"
    }

    actions: ActionRow {
        backText: screen.printing ? "" : qsTr("In lại phiếu")
        backIcon: "printer"
        backName: "print-again"
        nextText: screen.printing ? "" : !paged.last ? qsTr("Coi tiếp") : screen.failed ? qsTr("Tôi đã chép mã") : qsTr("Tôi đã lấy phiếu")
        nextIcon: paged.last ? "check" : "arrow-right"
        nextName: paged.last ? "took-slip" : "next"
        note: qsTr("Đang in, xin chờ.") + (Theme.textSize > 1 ? "" : "<br>" + qsTr("In xong sẽ có nút <b>vàng</b>."))
        onBack: screen.vm.printAgain()
        onNext: paged.last ? screen.vm.tookSlip() : paged.next()
    }
}
