"""The words of a slip (DOMAIN 2.6), on the roll and on A4: true to the state of the dossier."""

from __future__ import annotations

from kiosk.domain.slip import Slip
from kiosk.domain.text import Text

TITLE = Text("PHIẾU XÁC NHẬN NỘP HỒ SƠ", "CONFIRMATION SLIP")
FILED = Text("ĐÃ NỘP TỚI CỔNG DỊCH VỤ CÔNG", "FILED WITH THE PORTAL")
WAITING = Text("ĐÃ LƯU TẠI MÁY, CHỜ GỬI", "SAVED HERE, WAITING TO BE SENT")
DOSSIER_CODE = Text("Mã hồ sơ", "Dossier code")
REFERENCE_CODE = Text("Mã tạm tại máy", "Temporary code of this machine")
LATER = Text("Cổng nhận xong sẽ có mã hồ sơ chính thức.", "The official code comes when the portal has it.")
SECRET = Text("Mã bí mật để coi hồ sơ", "Secret to look it up", "Mã bí mật để xem hồ sơ")
APPLICANT = Text("Người đứng đơn", "Applicant")
PAPERS = Text("Giấy tờ đã nộp", "Papers sent")
SIDES = Text("{} mặt", "{} sides")
BRING = Text("Khi nhận kết quả nhớ mang theo", "Bring with you when you collect")
FEE = Text("Lệ phí", "Fee")
RESULT = Text("Nhận kết quả", "Result")
TERM = Text(
    "Thời hạn tính từ khi Trung tâm PVHCC tiếp nhận đủ hồ sơ và cấp Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
    "The time limit runs from the day on which the centre has the complete dossier and issues its own receipt.",
)
HOTLINE = Text("Cần hỏi xin gọi", "Questions? Call")
ZALO = Text("Zalo của Trung tâm", "The centre on Zalo")
RATING = Text("Góp ý cho Trung tâm", "Tell us how it went")
GIFT = Text("Quà tặng Ông/Bà", "A gift for you")
PRACTICE = Text("TẬP THỬ", "PRACTICE")
NOTHING_SENT = Text("TẬP THỬ, KHÔNG GỬI GÌ", "PRACTICE, NOTHING WAS SENT")
KEPT_SINCE = Text("In lại. Hồ sơ nộp ở máy lúc {}", "Printed again. Filed at the machine at {}")
FOOTER = Text(
    "Phiếu này không thay Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
    "This slip does not replace the official receipt (Giấy tiếp nhận hồ sơ và hẹn trả kết quả).",
)


def state_of(slip: Slip) -> Text:
    """Say where the dossier is: *đã nộp* with the portal's receipt only."""
    if slip.practice:
        return NOTHING_SENT
    return FILED if slip.filed else WAITING


def code_of(slip: Slip) -> tuple[Text, str]:
    """Return the code that counts now, and what it is called."""
    return (REFERENCE_CODE, slip.reference_code) if slip.dossier_code is None else (DOSSIER_CODE, slip.dossier_code)


def secret_of(slip: Slip) -> str:
    """Return the line with the secret, empty where the machine does not know it any more."""
    return f"{SECRET.of(slip.language)}: {slip.lookup_secret}" if slip.lookup_secret else ""


def kept_since(slip: Slip) -> str:
    """Say on a slip that is printed later when the dossier was filed, empty on any other."""
    return KEPT_SINCE.of(slip.language).format(f"{slip.kept_since:%H:%M, %d/%m/%Y}") if slip.kept_since else ""
