"""The journeys that the robot knows, told as a citizen would tell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.catalogue.examples import Example, shortest_examples
from kiosk.demo.steps import (
    change_one,
    come_back,
    declare_and_send,
    enter,
    identify_by_card,
    scan_required_rows,
    scan_row,
    take_slip,
    write_summary,
)
from kiosk.demo.walker import DockButtons, Hand, Walker
from kiosk.domain.outbox import DeliveryStatus
from kiosk.domain.submission import JsonValue
from kiosk.session import screens
from kiosk.session.screens import View

JourneyError = AssertionError
"""What a hand raises when a touch was not possible or a screen did not come."""

Journey = Callable[[Hand, Callable[[], View], str, Path], None]

EXTRACT: Mapping[str, JsonValue] = {
    "citizenQuanhe": "Mẹ đẻ",
    "citizenNDK_HoVaTen": "NGUYỄN VĂN PHƯỚC",
    "citizenNDK_NgaySinh": "15/08/1978",
    "citizenField13": "1",
    "citizenField32": "01",
    "citizenLoaiViecYeuCau": "Giấy khai sinh",
    "citizenHoSo_CoQuanDangKy": "XÃ BÌNH AN",
    "citizenSoLuongBanSao": 2,
    "method": "counter",
}
"""A mother asks for two copies of her son's birth certificate."""

DEATH: Mapping[str, JsonValue] = {
    "full_name": "TRẦN THỊ MƯỜI",
    "id_number": "087165001234",
    "citizenmoiquanhe": "Vợ",
    "citizenNDK_HoVaTen": "TRẦN VĂN SÁU",
    "citizenNDK_NgaySinh": "12/05/1941",
    "citizenGioitinh_NgdcKT": "1",
    "citizenDantoc_NgdcKT": "17",
    "citizenNDKLoaicutru": "1",
    "citizenNDKnoicutru": "ẤP BA XÃ BÌNH AN",
    "citizenNDKLoaidangky": "1",
    "citizenField56": "05/10/2026",
    "citizenNoichet": "TẠI NHÀ",
    "citizenLoaigiaybaotu": "1",
    "citizenSogiaybaotu_NgdcKT": "1/UBND-GBT",
    "citizenNgaythangnamcapgiaybaotu": "06/10/2026",
    "citizenCoquancapgiaybaotu": "UBND XÃ BÌNH AN",
    "citizenSoluongbansaonguoiyeucaudenghi": 1,
    "method": "post",
    "address": "SỐ 12 ẤP BA XÃ BÌNH AN",
    "phone": "0912345678",
}
"""A widow registers her husband's death and types everything, with the result by post."""

SOMEBODY: Mapping[str, JsonValue] = {
    "full_name": "TRẦN THỊ MƯỜI",
    "id_number": "087165001234",
    "method": "counter",
}
"""Who files an example, and how the result is to come."""


def extract(hand: Hand, view: Callable[[], View], dock: str, folder: Path) -> None:
    """Walk 2.000635 with the line cut at first: card, questions, a jam, one change, slip, the line; then the result."""
    walker = Walker(hand, view, DockButtons(dock), folder, EXTRACT)
    walker.dock.press("network/off")
    enter(walker, "2.000635")
    identify_by_card(walker)
    walker.answer_all()
    scan_row(walker, "uy_quyen", jam=True)
    walker.leave(screens.Papers)
    walker.answer_all()
    change_one(walker, "citizenSoLuongBanSao", 3)
    declare_and_send(walker)
    delivery = take_slip(walker, line_comes_back=True)
    come_back(walker)
    write_summary(folder, delivery, walker.pictures)


def death(hand: Hand, view: Callable[[], View], dock: str, folder: Path) -> None:
    """Walk 1.000656 on a good line, typed from beginning to end."""
    walker = Walker(hand, view, DockButtons(dock), folder, DEATH)
    enter(walker, "1.000656")
    walker.press("type")
    walker.answer_all()
    scan_row(walker, "giay_bao_tu", papers="scanner/notice")
    walker.leave(screens.Papers)
    write_summary(folder, _finish(walker), walker.pictures)


def example_journey(example: Example) -> Journey:
    """Return the journey that files an accepted example: typed, on a good line, with the required papers alone."""

    def walk(hand: Hand, view: Callable[[], View], dock: str, folder: Path) -> None:
        walker = Walker(hand, view, DockButtons(dock), folder, {**SOMEBODY, **example.answers})
        write_summary(folder, file_example(walker, example.code), walker.pictures)

    return walk


def file_example(walker: Walker, code: str, *, by_card: bool = False) -> DeliveryStatus:
    """File one procedure with the walker's answers and come back to where the next citizen begins."""
    enter(walker, code)
    if by_card:
        identify_by_card(walker)
    else:
        walker.press("type")
    walker.answer_all()
    scan_required_rows(walker)
    return _finish(walker)


def _finish(walker: Walker) -> DeliveryStatus:
    """Go from the papers, or from the last question where there are none, to the end."""
    walker.answer_all()
    walker.arrive(screens.Check)
    walker.leave(screens.Check)
    declare_and_send(walker)
    return take_slip(walker)


JOURNEYS: Mapping[str, Journey] = {"extract": extract, "death": death}


def find_journey(name: str, catalogue: Path) -> Journey | None:
    """Return a journey by its name, or the one of a procedure's shortest example by its code."""
    example = shortest_examples(catalogue).get(name)
    return JOURNEYS.get(name) if example is None else example_journey(example)
