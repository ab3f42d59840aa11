"""A family registers its residence by touch: a card, people in a list, province and commune looked up by letters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from doubles.robot import Errand, file_by_touch

from kiosk.domain.submission import JsonValue

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

CARD = {
    "citizenHoVaTen": "NGUYỄN THỊ HOA",
    "citizenNgaySinh": "05/02/1953",
    "citizenGioiTinh": "2",
    "citizenSoDinhDanh": "087153004821",
}
"""What the card says, so that nobody types it."""


@pytest.mark.timeout(300)
def test_the_portal_has_each_person_and_what_the_card_says(tmp_path: Path) -> None:
    (filed,) = file_by_touch(tmp_path, [Errand("1.004222", RESIDENCE, by_card=True)])
    answers = filed.payload["answers"]
    assert filed.payload["applicant"]["identity"] == "card_qr"
    given = {name: value for name, value in RESIDENCE.items() if name != "method"}
    assert {name: answers.get(name) for name in {**given, **CARD}} == {**given, **CARD}
