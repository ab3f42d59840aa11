"""*Kêu người giúp*: who was called and since when, or when somebody comes, and whom to phone until then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.board import Hotline
from kiosk.domain.place import Place
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.session.screens import HelpSheet
from ui.images import Images
from ui.viewmodels.sheets import SheetModel

_LONG_WAIT = 3
"""From this many minutes on the sheet offers the telephone."""

_WEEKDAYS = (
    Text("Thứ Hai", "Monday"),
    Text("Thứ Ba", "Tuesday"),
    Text("Thứ Tư", "Wednesday"),
    Text("Thứ Năm", "Thursday"),
    Text("Thứ Sáu", "Friday"),
    Text("Thứ Bảy", "Saturday"),
    Text("Chủ Nhật", "Sunday"),
)


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A way to reach somebody: what it is, the number to dial (empty for a page), and the address of its code."""

    name: str = ""
    number: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class HelpProps:
    """``called``: somebody is on the way. ``opens`` says when somebody comes, where nobody is there now."""

    called: bool = False
    waited: str = ""
    long_wait: bool = False
    opens: str = ""
    helper: str = ""
    hotline: str = ""
    kiosk: str = ""
    lines: tuple[HelpLine, ...] = ()


def derive_help(sheet: HelpSheet, place: Place, language: Language, now: datetime, images: Images) -> HelpProps:
    """Derive the sheet; ``now`` is local time."""
    waited = sheet.waited
    return HelpProps(
        called=waited is not None,
        waited="" if waited is None else _waited(waited).of(language),
        long_wait=waited is not None and waited >= _LONG_WAIT,
        opens="" if waited is not None else opening(sheet.opens, now).of(language),
        helper=place.helper.of(language),
        hotline=place.hotline,
        kiosk=place.kiosk_id,
        lines=() if waited is not None else help_lines(place, sheet.hotlines, language, images),
    )


def _waited(minutes: int) -> Text:
    if minutes == 0:
        return Text("Máy vừa kêu xong.", "The call has just gone out.", "Máy vừa gọi xong.")
    plural = "" if minutes == 1 else "s"
    return Text(f"Đã chờ {minutes} phút.", f"You have waited {minutes} minute{plural}.")


def opening(opens: datetime | None, now: datetime) -> Text:
    """Say when somebody comes, as one person tells another; empty where nobody ever does."""
    if opens is None:
        return NO_TEXT
    clock, days = f"{opens:%H:%M}", (opens.date() - now.date()).days
    if days == 0:
        return Text(f"Hôm nay lúc {clock} có người lại.", f"Somebody is back today at {clock}.")
    if days == 1:
        return Text(f"Ngày mai lúc {clock} có người lại.", f"Somebody is back tomorrow at {clock}.")
    day = _WEEKDAYS[opens.weekday()]
    return Text(
        f"{day.vi} ngày {opens.day} tháng {opens.month}, lúc {clock} có người lại.",
        f"Somebody is back on {day.en} {opens.day} {opens:%B} at {clock}.",
    )


def help_lines(place: Place, hotlines: Iterable[Hotline], language: Language, images: Images) -> tuple[HelpLine, ...]:
    """Return whom to reach by telephone: this centre's hotline and page, then the others."""

    def by_phone(name: Text, number: str) -> HelpLine:
        dialled = "".join(character for character in number if character.isdigit())
        return HelpLine(name.of(language), number, images.code(f"tel:{dialled}"))

    desk = Text("Đường dây nóng", "Hotline")
    own = (by_phone(desk, place.hotline),) if place.hotline else ()
    page = HelpLine(
        Text("Quét để nhắn Zalo", "Scan to write on Zalo").of(language), "", images.code(place.zalo_url or "")
    )
    others = tuple(by_phone(hotline.name, hotline.number) for hotline in hotlines)
    return (*own, *((page,) if place.zalo_url else ()), *others)


class HelpSheetModel(SheetModel, props=HelpProps):
    """Who helps."""

    def derive(self, screen: HelpSheet, language: Language) -> HelpProps:
        """Derive who helps."""
        return derive_help(screen, self.place, language, self.around.now(), self.around.images)
