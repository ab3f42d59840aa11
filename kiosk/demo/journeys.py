"""The journeys that the robot knows, told as a citizen would tell them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.demo.walker import DockButtons, Hand, Walker
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

RESIDENCE: Mapping[str, JsonValue] = {
    "citizenDangKyCho": "Bản thân",
    "citizenSoDienThoai": "0912345678",
    "citizenChuHo_QuanHe": "Con đẻ",
    "citizenChuHo_HoVaTen": "LÊ VĂN AN",
    "citizenChuHo_SoDinhDanh": "087051002468",
    "citizenTruongHop": "2a",
    "citizenNoiDangKy_TinhThanh": "82",
    "citizenNoiDangKy_PhuongXa": "29905",
    "citizenNoiDangKy_ChiTiet": "ẤP BA",
    "citizenCoThanhVien": "1",
    "citizenThanhVien": [
        {
            "hoVaTen": "LÊ MINH KHANG",
            "ngaySinh": "02/03/2015",
            "gioiTinh": "1",
            "soDinhDanh": "087215006812",
            "quanHe": "Cháu ruột",
        },
        {
            "hoVaTen": "LÊ THỊ TƯ",
            "ngaySinh": "05/08/1978",
            "gioiTinh": "2",
            "soDinhDanh": "087178000917",
            "quanHe": "Khác",
            "quanHeKhac": "DÌ RUỘT",
        },
    ],
    "citizenYKienChuHo": "vneid",
    "citizenYKienChuSoHuu": "chu_ho",
    "citizenCanGiamHo": "1",
    "citizenYKienChaMe": "nguoi_ke_khai",
    "method": "counter",
}
"""A daughter moves in with her father, together with her grandson and an aunt."""


def extract(hand: Hand, view: Callable[[], View], dock: str, folder: Path) -> None:
    """Walk 2.000635 with the line cut at first: card, questions, a jam, one change, slip, then the line comes back."""
    walker = Walker(hand, view, DockButtons(dock), folder, EXTRACT)
    walker.dock.press("network/off")
    _enter(walker, "2.000635")
    _identify_by_card(walker)
    walker.answer_all()
    _scan_row(walker, "uy_quyen", jam=True)
    walker.leave(screens.Papers)
    walker.answer_all()
    _change_one(walker, "citizenSoLuongBanSao", 3)
    _declare_and_send(walker)
    _take_slip(walker, line_comes_back=True)


def death(hand: Hand, view: Callable[[], View], dock: str, folder: Path) -> None:
    """Walk 1.000656 on a good line, typed from beginning to end."""
    walker = Walker(hand, view, DockButtons(dock), folder, DEATH)
    _enter(walker, "1.000656")
    walker.press("type")
    walker.answer_all()
    _scan_row(walker, "giay_bao_tu", papers="scanner/notice")
    walker.leave(screens.Papers)
    walker.answer_all()
    walker.arrive(screens.Check)
    walker.leave(screens.Check)
    _declare_and_send(walker)
    _take_slip(walker, line_comes_back=False)


def residence(hand: Hand, view: Callable[[], View], dock: str, folder: Path) -> None:
    """Walk 1.004222 on a good line: the card, two people in a list, province and commune by their letters."""
    walker = Walker(hand, view, DockButtons(dock), folder, RESIDENCE)
    _enter(walker, "1.004222")
    _identify_by_card(walker)
    walker.answer_all()
    _scan_row(walker, "quan_he_nhan_than")
    walker.leave(screens.Papers)
    walker.answer_all()
    walker.arrive(screens.Check)
    walker.leave(screens.Check)
    _declare_and_send(walker)
    _take_slip(walker, line_comes_back=False)


JOURNEYS: Mapping[str, Journey] = {"extract": extract, "death": death, "residence": residence}


def _enter(walker: Walker, code: str) -> None:
    walker.arrive(screens.Attract)
    walker.press("start")
    walker.arrive(screens.Home)
    walker.press("tile:file")
    walker.arrive(screens.ChooseProcedure)
    walker.press(f"procedure:{code}")
    walker.arrive(screens.Guide)
    walker.leave(screens.Guide)
    walker.arrive(screens.Notice)
    walker.leave(screens.Notice)
    walker.arrive(screens.Identify)


def _identify_by_card(walker: Walker) -> None:
    walker.press("card")
    walker.arrive(screens.CardReady)
    walker.dock.press("scanner/card")
    walker.press("scan")
    walker.arrive(screens.CardRead, patience=60)
    walker.leave(screens.CardRead)
    walker.hand.wait(lambda: isinstance(walker.view().screen, screens.AskQuestion), "the first question")


def _scan_row(walker: Walker, component: str, *, jam: bool = False, papers: str = "scanner/papers") -> None:
    walker.arrive(screens.Papers)
    walker.press(f"row:{component}")
    walker.arrive(screens.ScanReady)
    walker.dock.press(papers)
    if jam:
        walker.dock.press("scanner/jam")
    walker.press("scan")
    if jam:
        walker.arrive(screens.ScanFault, patience=60)
        walker.dock.press("scanner/clear")
        walker.press("resume")
    walker.arrive(screens.ReviewPages, patience=60)
    walker.press("keep-pages")
    walker.arrive(screens.Papers, patience=60)


def _change_one(walker: Walker, name: str, value: JsonValue) -> None:
    """Change one answer from the check page and come straight back."""
    walker.arrive(screens.Check)
    walker.press(f"change:question:{name}")
    walker.hand.wait(lambda: isinstance(walker.view().screen, screens.AskQuestion), "the question to change")
    walker.press("key:delete")
    walker.type_digits(str(value))
    walker.look(f"change-{name}")
    walker.leave(screens.AskQuestion)
    walker.arrive(screens.Check)
    walker.leave(screens.Check)


def _declare_and_send(walker: Walker) -> None:
    walker.arrive(screens.Declare)
    walker.press("tick")
    walker.press("send")
    walker.arrive(screens.SlipReady, patience=60)


def _take_slip(walker: Walker, *, line_comes_back: bool) -> None:
    walker.hand.wait(lambda: walker.slip().outcome is not None, "the printer's answer", 60)
    walker.look("SlipPrinted")
    delivery = walker.slip().delivery
    if line_comes_back:
        walker.dock.press("network/on")
        walker.hand.wait(lambda: walker.slip().filed, "the portal's receipt", 90)
        walker.look("Filed")
    walker.press("took-slip")
    if not isinstance(walker.view().screen, screens.Rate):
        walker.arrive(screens.TakeOriginals)
        walker.press("took-originals")
    walker.arrive(screens.Rate)
    walker.press("rate:3")
    walker.arrive(screens.Attract)
    walked = {
        "reference_code": delivery.reference_code,
        "submission_id": str(delivery.submission_id),
        "screens": walker.pictures,
    }
    (walker.folder / "summary.json").write_text(json.dumps(walked, ensure_ascii=False), encoding="utf-8")
