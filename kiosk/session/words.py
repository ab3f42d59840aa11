"""Words that the session itself has to make: masked data, fees and the result line of slip and check page."""

from __future__ import annotations

import unicodedata

from kiosk.domain.money import Dong, Fee, FeeAmount, FeeText, FeeUnpublished
from kiosk.domain.place import Place
from kiosk.domain.procedure import DeliveryMethod
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import Text


def masked_name(full_name: str) -> str:
    """Mask a name as the slip shows it (DOMAIN 2.6): ``NGUYEN V*** C***``; no diacritics."""
    family, *given = _without_marks(full_name).upper().split() or [""]
    return " ".join([family, *(f"{word[0]}***" for word in given)])


def masked_number(number: str) -> str:
    """Show only the last four digits of a paper's number."""
    return "*" * max(0, len(number) - 4) + number[-4:]


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def fee_line(fee: Fee, count: JsonValue) -> Text:
    """Write the fee: an amount (times a count of copies), the published words, or that the desk must be asked."""
    match fee:
        case FeeAmount(unit, count_answer):
            copies = count if count_answer and isinstance(count, int) else 1
            total = Dong(unit.amount * copies)
            if count_answer is None:
                return Text(f"{total} đồng", f"{total} dong")
            plural = "copy" if copies == 1 else "copies"
            return Text(f"{total} đồng ({copies} bản)", f"{total} dong ({copies} {plural})")
        case FeeText(text):
            return text
        case FeeUnpublished():
            return Text("Chưa rõ tiền, hỏi quầy", "Not published, ask the desk")


def result_line(method: DeliveryMethod | None, place: Place) -> Text:
    """Write how the result reaches the citizen."""
    match method:
        case DeliveryMethod.POST:
            return Text("Gửi về nhà qua bưu chính công ích", "By public post to your address")
        case DeliveryMethod.ELECTRONIC:
            return Text("Bản điện tử trên Cổng Dịch vụ công", "Electronic copy on the public-service portal")
        case DeliveryMethod.COUNTER | None:
            return Text(
                f"Tới lấy tại {place.centre.vi}, {place.commune.vi}",
                f"Collect at {place.centre.en}, {place.commune.en}",
                f"Đến lấy tại {place.centre.vi}, {place.commune.vi}",
            )
