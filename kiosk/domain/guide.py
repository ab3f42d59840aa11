"""What a guide says about a procedure: each paper and whether it must be there, the money, where it is done."""

from __future__ import annotations

from kiosk.domain.money import Fee, FeeAmount, FeeText, FeeUnpublished
from kiosk.domain.place import Place
from kiosk.domain.procedure import AttachmentRow, Procedure, Requirement
from kiosk.domain.text import NO_TEXT, Text

_NEED = {
    Requirement.REQUIRED: Text("bắt buộc", "required"),
    Requirement.IF_ANY: Text("nếu có", "if you have it"),
    Requirement.SHOW_ONLY: Text(
        "mang theo, chỉ cho cán bộ coi", "bring it, only to be shown", "mang theo, chỉ cho cán bộ xem"
    ),
}
_DEPENDS = Text("có trường hợp mới cần", "needed in some cases")
_ASK_DESK = Text("Chưa rõ tiền, hỏi quầy", "Not published: ask the desk")
_HERE = Text("Trung tâm này", "This centre")
_NOT_FREE = Text("Chưa công bố không có nghĩa là miễn phí.", "Not published does not mean free.")


def is_always_needed(row: AttachmentRow) -> bool:
    """Whether nobody gets by without this paper."""
    return row.requirement is Requirement.REQUIRED and row.visible_if is None and row.required_if is None


def need_of(row: AttachmentRow) -> Text:
    """Say whether a paper must be there."""
    depends = row.requirement is Requirement.REQUIRED and not is_always_needed(row)
    return _DEPENDS if depends else _NEED[row.requirement]


def plain_of(row: AttachmentRow) -> Text:
    """Return what people call a paper; empty where that is its official name."""
    return Text.made(lambda language: "" if (plain := row.plain.of(language)) == row.name.of(language) else plain)


def fee_words(fee: Fee) -> tuple[Text, Text]:
    """Return the fee in one of its three states (DOMAIN 0.7), and a note, which may be empty."""
    match fee:
        case FeeAmount(unit, count_answer, note):
            each = Text(f"{unit} đồng một bản", f"{unit} dong a copy") if count_answer else None
            return each or Text(f"{unit} đồng", f"{unit} dong"), note or NO_TEXT
        case FeeText(text):
            return text, NO_TEXT
        case FeeUnpublished():
            return _ASK_DESK, _NOT_FREE


def where_done(procedure: Procedure, place: Place) -> Text:
    """Say where a procedure is done: at this place, or elsewhere."""
    if procedure.handoff is not None:
        return procedure.handoff.text
    return Text.made(lambda language: f"{_HERE.of(language)}, {place.commune.of(language)}")
