"""The place, the procedure and the people of the samples; all of them invented, shaped like the real ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from kiosk.domain.dates import PartialDate
from kiosk.domain.identity import IdCard, Sex
from kiosk.domain.money import Dong, FeeAmount, FeeUnpublished
from kiosk.domain.outbox import DeliveryStatus, ItemState, QueueSummary
from kiosk.domain.place import Place
from kiosk.domain.portal import DossierStanding, ElectronicResult, MissingPaper
from kiosk.domain.procedure import AttachmentRow, DeliveryMethod, Handoff, Procedure, ProcedureKind, Requirement
from kiosk.domain.slip import Slip, SlipPaper
from kiosk.domain.text import Language, Text
from kiosk.forms.model import Choice, Question, QuestionKind

MOMENT = datetime(2026, 10, 15, 8, 15, tzinfo=UTC)
"""A Thursday: the programme without appointments runs."""

PLACE = Place(
    kiosk_id="AH-01",
    centre=Text("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre"),
    commune=Text("Xã Bình An", "Bình An commune"),
    hotline="0277 3 800 800",
    zalo_url="https://zalo.me/0854541122",
    helper=Text("Người trực áo xanh ở bàn\u00a0số\u00a02", "The volunteer in a blue shirt at desk\u00a02"),
)

ONLINE = QueueSummary(waiting=0, set_aside=0, online=True, last_contact=MOMENT)
OFFLINE = QueueSummary(waiting=3, set_aside=0, online=False, last_contact=MOMENT)

_ROWS = (
    AttachmentRow(
        "giay_uy_quyen",
        Text("Văn bản ủy quyền", "Authorisation"),
        Text("Giấy nhờ người khác làm thay", "A paper that lets someone act for you"),
        Requirement.IF_ANY,
    ),
    AttachmentRow(
        "giay_khai_sinh",
        Text("Giấy khai sinh cũ", "Old birth certificate"),
        Text("Bản chính hoặc bản sao", "Original or copy"),
        Requirement.REQUIRED,
    ),
    AttachmentRow(
        "giay_to_khac",
        Text("Giấy tờ khác", "Other papers"),
        Text("Giấy tờ khác", "Other papers"),
        Requirement.IF_ANY,
    ),
    AttachmentRow(
        "can_cuoc",
        Text("Thẻ căn cước", "ID card"),
        Text("Thẻ nhựa có con chíp", "The plastic card with a chip"),
        Requirement.SHOW_ONLY,
    ),
)


def _procedure(code: str, name: Text, plain: Text, fee: FeeAmount | FeeUnpublished) -> Procedure:
    return Procedure(
        code=code,
        version="2026-01",
        effective_from=date(2026, 1, 1),
        effective_until=None,
        name=name,
        plain=plain,
        agency=Text("Ủy ban nhân dân xã Bình An", "People's committee of Bình An"),
        agency_code="H00.00",
        time_limit=Text(
            "Trong ngày làm việc. Nhận sau 15 giờ thì ngày làm việc tiếp theo.",
            "Within the working day. After 15:00, on the next working day.",
        ),
        fee=fee,
        rows=_ROWS,
        delivery_methods=tuple(DeliveryMethod),
        in_person=(),
        declaration=Text(
            "Tôi cam đoan những điều khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan "
            "của mình.",
            "I declare that what I have stated is true and I answer for it before the law.",
        ),
        legal_basis=("Luật Hộ tịch 2014",),
        synonyms=(),
        unverified=(),
    )


EXTRACT = _procedure(
    "2.000635",
    Text("Cấp bản sao Trích lục hộ tịch", "Copy of a civil-status extract"),
    Text("Xin bản sao giấy khai sinh, kết hôn, khai tử", "Copies of birth, marriage and death records"),
    FeeAmount(
        Dong(8000), "copies", Text("Người nghèo, người khuyết tật được miễn.", "Free for the poor and the disabled.")
    ),
)
DEATH = _procedure(
    "1.000656",
    Text("Đăng ký khai tử", "Registration of a death"),
    Text("Báo có người mất để vô sổ hộ tịch", "Report a death for the register", "Báo có người mất để vào sổ hộ tịch"),
    FeeUnpublished(),
)
LICENCE = replace(
    _procedure(
        "GPLX",
        Text("Đổi giấy phép lái xe", "Exchange of a driving licence"),
        Text("Bằng lái sắp hết hạn hoặc bị hư", "Your licence runs out or is damaged"),
        FeeUnpublished(),
    ),
    kind=ProcedureKind.GUIDE,
    notes=(Text("Bằng xe máy không thời hạn không cần đổi.", "A licence without end need not be exchanged."),),
    handoff=Handoff(
        Text("Nộp trên Cổng dịch vụ công quốc gia.", "File it on the national portal."), "https://dichvucong.gov.vn"
    ),
)
"""Explained here, filed elsewhere."""

CARD = IdCard(
    id_number="087155004821",
    old_number="340012345",
    full_name="NGUYỄN THỊ HOA",
    birth_date=PartialDate(1955, 3, 8),
    sex=Sex.FEMALE,
    residence="Ấp Tân Lợi, Xã Bình An, Đồng Tháp",
    issue_date=PartialDate(2021, 5, 10),
)

NOTICE = Text(
    "Máy này dùng thông tin và giấy tờ của Ông/Bà để gửi hồ sơ Cấp bản sao Trích lục hộ tịch tới Trung tâm Phục vụ "
    "hành chính công Xã Bình An theo quy định.\n"
    "Máy chỉ giữ tạm trong lúc làm và xóa khi xong hoặc sau 5 phút không bấm.\n"
    "Không quay phim màn hình, không bán, không chia sẻ cho ai khác.\n"
    "Ông/Bà có quyền coi lại, sửa, xin bản sao hoặc dừng bất cứ lúc nào. Thắc mắc: 0277 3 800 800.",
    "This machine uses your information and papers to send your dossier to the Public Administration Service Centre of "
    "Bình An commune, as the law provides.\n"
    "It keeps them only while you work and erases them at the end or after 5 minutes without a touch.\n"
    "The screen is not filmed; nothing is sold or shared with anyone else.\n"
    "You may look again, correct, ask for a copy or stop at any time. Questions: 0277 3 800 800.",
    "Máy này dùng thông tin và giấy tờ của Ông/Bà để gửi hồ sơ Cấp bản sao Trích lục hộ tịch đến Trung tâm Phục vụ "
    "hành chính công Xã Bình An theo quy định.\n"
    "Máy chỉ giữ tạm trong lúc làm và xóa khi xong hoặc sau 5 phút không bấm.\n"
    "Không quay phim màn hình, không bán, không chia sẻ cho ai khác.\n"
    "Ông/Bà có quyền xem lại, sửa, xin bản sao hoặc dừng bất cứ lúc nào. Thắc mắc: 0277 3 800 800.",
)

_SUBMISSION = UUID("0199d2a0-0000-7000-8000-000000000007")
REFERENCE = "APS-AH01-261012-0007-K"
DOSSIER = "H20.12-20261012-0000421"
_PRINTED_AT = datetime(2026, 10, 15, 8, 31)  # noqa: DTZ001 - local time, as on the slip


def slip_of(delivery: DeliveryStatus) -> Slip:
    """Return the slip of the sample dossier at this point of its way."""
    return Slip(
        language=Language.VIETNAMESE,
        centre=PLACE.centre.vi,
        commune=PLACE.commune.vi,
        kiosk_id=PLACE.kiosk_id,
        printed_at=_PRINTED_AT,
        reference_code=delivery.reference_code,
        dossier_code=delivery.dossier_code,
        filed=delivery.dossier_code is not None,
        lookup_url="https://dichvucong.gov.vn/tra-cuu-ho-so",
        lookup_secret="H7K2MP",  # noqa: S106 - of an invented dossier
        procedure_name=EXTRACT.name,
        procedure_code=EXTRACT.code,
        masked_name="NGUYEN T*** H***",
        masked_id="********4821",
        papers=(SlipPaper(_ROWS[1].name, 3),),
        bring=(_ROWS[3].name,),
        fee=Text("16.000 đồng (2 bản)", "16.000 dong (2 copies)"),
        result=Text(
            "Tới lấy tại Trung tâm, Xã Bình An",
            "Collect at the centre, Bình An commune",
            "Đến lấy tại Trung tâm, Xã Bình An",
        ),
        hotline=PLACE.hotline,
        zalo_url=PLACE.zalo_url,
    )


WAITING = DeliveryStatus(_SUBMISSION, REFERENCE, ItemState.STORED)
FILED = DeliveryStatus(_SUBMISSION, REFERENCE, ItemState.FILED, dossier_code=DOSSIER)


def _choice(value: str, vi: str, en: str, gloss: Text | None = None) -> Choice:
    return Choice(value, Text(vi, en), gloss)


RELATION = Question(
    name="relation",
    kind=QuestionKind.CHOICE,
    title=Text("Quan hệ với người được cấp", "Relation to the person named"),
    ask=Text("Ông/Bà là gì của người được cấp?", "Who are you to the person named?"),
    hint=Text("Người được cấp là người có tên trên giấy cần xin.", "The person named on the paper you ask for."),
    choices=(
        _choice("self", "Bản thân", "Myself", Text("giấy này là của tôi", "")),
        _choice("wife", "Vợ", "Wife"),
        _choice("husband", "Chồng", "Husband"),
        _choice("father", "Bố đẻ", "Father", Text("ba ruột", "", "bố ruột")),
        _choice("mother", "Mẹ đẻ", "Mother", Text("má ruột", "", "mẹ ruột")),
        _choice("other", "Khác", "Other", Text("tự ghi", "")),
    ),
    read_back=Text("Tôi là {} của người được cấp.", "I am the {} of the person named."),
)
FULL_NAME = Question(
    name="full_name",
    kind=QuestionKind.TEXT,
    title=Text("Họ, chữ đệm, tên", "Full name"),
    ask=Text("Người được cấp tên gì?", "What is the name of the person?"),
    hint=Text("Ghi đủ họ, chữ đệm, tên – như trên giấy cũ.", "Write the full name as on the old paper."),
    names=True,
    max_length=60,
)
BIRTH = Question(
    name="birth",
    kind=QuestionKind.PARTIAL_DATE,
    title=Text("Ngày sinh", "Date of birth"),
    ask=Text("Người được cấp sanh ngày nào?", "When was the person born?", "Người được cấp sinh ngày nào?"),
    hint=Text("Chỉ nhớ năm cũng được.", "The year alone will do."),
)
NEEDS = Question(
    name="needs",
    kind=QuestionKind.CHECKBOX,
    title=Text("Nhu cầu", "Needs"),
    ask=Text("Ông/Bà cần những gì?", "What do you need?"),
    hint=Text("Chọn được nhiều ô.", "You can choose several."),
    choices=(
        Choice("paper", Text("Bản giấy", "On paper")),
        Choice("copy", Text("Bản sao", "A copy")),
        Choice("post", Text("Gửi bưu điện", "By post")),
    ),
)
YES_OR_NO = Question(
    name="married",
    kind=QuestionKind.BOOLEAN,
    title=Text("Đã đăng ký kết hôn", "Marriage registered"),
    ask=Text("Cha mẹ bé đã đăng ký kết hôn chưa?", "Are the parents married?"),
    choices=(Choice(value=True, text=Text("Có", "Yes")), Choice(value=False, text=Text("Không", "No"))),
)
COMMUNE = Question(
    name="commune",
    kind=QuestionKind.DROPDOWN,
    title=Text("Xã, phường, đặc khu", "Commune"),
    ask=Text("Xã hoặc phường nào?", "Which commune?"),
    hint=Text("Bấm vài chữ đầu, rồi chọn.", "Type the first letters, then choose."),
    choices=tuple(
        Choice(str(number), Text(name, name))
        for number, name in enumerate(
            [
                "Xã Bình An",
                "Xã Cờ Đỏ",
                "Xã Đông Hiệp",
                "Xã Hỏa Lựu",
                "Xã Nhơn Ái",
                "Xã Phong Điền",
                "Xã Thạnh Phú",
                "Xã Thới Hưng",
                "Xã Thới Lai",
                "Phường Bình Thủy",
                "Phường Cái Răng",
                "Phường Long Tuyền",
                "Phường Ninh Kiều",
                "Phường Ô Môn",
                "Phường Thốt Nốt",
            ]
        )
    ),
)
TOLD = Question(
    name="told",
    kind=QuestionKind.HTML,
    title=Text("Cần biết", "Good to know"),
    ask=Text("Xin đọc trước khi làm tiếp", "Please read before you go on"),
    html=Text(
        "Hai bên nam, nữ phải cùng tới ký tên khi nhận giấy.",
        "Both must come in person to sign when they collect.",
        "Hai bên nam, nữ phải cùng đến ký tên khi nhận giấy.",
    ),
)
TIME = Question(
    name="time",
    kind=QuestionKind.TIME,
    title=Text("Giờ, phút", "Time"),
    ask=Text("Mất lúc mấy giờ?", "At what time?"),
)
MEMBERS = Question(
    name="members",
    kind=QuestionKind.LIST,
    title=Text("Những thành viên cùng thay đổi", "Members who move along"),
    ask=Text("Còn ai cùng chuyển tới?", "Who else moves along?"),
    hint=Text("Thêm từng người. Không có thì bấm làm tiếp.", "Add them one by one, or go on if there is nobody."),
    item_title=Text("Thành viên", "Member"),
    add_text=Text("Thêm một người", "Add a person"),
)
ADDRESS = Question(
    name="address",
    kind=QuestionKind.COMMENT,
    title=Text("Nơi cư trú", "Residence"),
    ask=Text("Ông/Bà ở đâu?", "Where do you live?"),
    hint=Text("Số nhà, ấp hoặc khóm, xã hoặc phường, tỉnh.", "House number, hamlet, commune, province."),
)
EMAIL = Question(
    name="email",
    kind=QuestionKind.EMAIL,
    title=Text("Thư điện tử", "E-mail"),
    ask=Text("Địa chỉ thư điện tử của Ông/Bà?", "What is your e-mail address?"),
)
COPIES = Question(
    name="copies",
    kind=QuestionKind.NUMBER,
    title=Text("Số bản", "Copies"),
    ask=Text("Ông/Bà cần mấy bản?", "How many copies do you need?"),
)
DELIVERY = Question(
    name="method",
    kind=QuestionKind.CHOICE,
    title=Text("Phương thức nhận kết quả", "How to get the result"),
    ask=Text("Ông/Bà muốn nhận kết quả cách nào?", "How do you want to get the result?"),
    choices=(
        Choice(
            "counter",
            Text("Tới lấy tại quầy", "Collect at the desk", "Đến lấy tại quầy"),
            Text("tại Trung tâm này", "at this centre"),
        ),
        _choice("post", "Bưu chính công ích", "By public post", Text("gửi tới nhà, có cước phí", "postage applies")),
        _choice("electronic", "Nhận bản điện tử", "Electronic copy", Text("trên Cổng Dịch vụ công", "on the portal")),
    ),
)
PARENT_BIRTH = replace(
    BIRTH,
    name="mother_birth",
    ask=Text("Mẹ sanh ngày nào?", "When was the mother born?", "Mẹ sinh ngày nào?"),
    hint=Text("Không nhớ thì bấm Tôi không biết.", "If not known, press I do not know."),
    unknown_allowed=True,
)
FULL_NOTICE = Text(
    "\n".join([NOTICE.vi] * 3), "\n".join([NOTICE.en] * 3), "\n".join([NOTICE.of(Language.NORTHERN)] * 3)
)

_RESULTS = (
    ElectronicResult("r1", "Bản sao Trích lục khai sinh", 184_320, "0" * 64),
    ElectronicResult("r2", "Văn bản thông báo kết quả giải quyết thủ tục hành chính", 92_160, "1" * 64),
)
_MESSAGES = {
    3: "Giấy khai sinh chụp bị mờ ở phần số định danh, không đối chiếu được với Cơ sở dữ liệu.",
    5: "Ông/Bà bổ sung bản chụp hai mặt sổ hộ tịch cũ trong 7 ngày làm việc.",
    8: "Người yêu cầu không bổ sung giấy tờ trong thời hạn.",
}


def standing(status: int) -> DossierStanding:
    """Return how the sample dossier stands with one of the portal's ten statuses."""
    return DossierStanding(
        code=DOSSIER,
        reference_code=REFERENCE,
        procedure_name=EXTRACT.name.vi,
        status=status,
        status_at=MOMENT - timedelta(days=2),
        due_at=MOMENT + timedelta(days=5),
        officer_message=_MESSAGES.get(status),
        fee_due=16000 if status == 6 else None,  # noqa: PLR2004 - a fee is due (DOMAIN 2.5)
        pickup="Trung tâm Phục vụ hành chính công xã Bình An, quầy 3" if status in {9, 10} else None,
        missing=(MissingPaper("so_ho_tich", "Bản chụp sổ hộ tịch cũ, đủ hai mặt"),) if status == 5 else (),  # noqa: PLR2004
        results=_RESULTS if status in {9, 10} else (),
    )


def long_standing() -> DossierStanding:
    """Return a dossier of which others wrote more than fits a page."""
    message = (
        "Giấy chụp bị mờ ở phần số định danh nên cán bộ chưa đối chiếu được với Cơ sở dữ liệu quốc gia về dân cư. "
    )
    title = (
        "Văn bản thông báo kết quả giải quyết thủ tục hành chính và hướng dẫn người dân thực hiện bước tiếp theo " * 2
    )
    return replace(
        standing(5),
        procedure_name=f"{EXTRACT.name.vi} {title}",
        officer_message=message * 8 + "x" * 200,
        results=(replace(_RESULTS[0], title=title),),
    )
