"""A family registers its residence by touch: a card, people in a list, province and commune looked up by letters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.bootstrap.world import open_world
from kiosk.demo.supervisor import run_headless

pytestmark = pytest.mark.timeout(500)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], dict[str, Any], Path]:
    """Walk the journey; returns its summary, what the portal has, and the folder of what came out."""
    folder = tmp_path_factory.mktemp("residence")
    out = folder / "out"
    out.mkdir()
    with open_world(folder / "world") as world:
        assert run_headless(world, out, "residence", "1080x1920") == 0
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    dossier = folder / "world" / "portal" / "filed" / summary["submission_id"]
    return summary, json.loads((dossier / "payload.json").read_text(encoding="utf-8")), out


def test_the_portal_has_each_person_of_the_list(walked: tuple[dict[str, Any], dict[str, Any], Path]) -> None:
    _, payload, _ = walked
    assert payload["answers"]["citizenThanhVien"] == [
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
    ]


def test_the_portal_has_the_place_that_was_looked_up(walked: tuple[dict[str, Any], dict[str, Any], Path]) -> None:
    answers = walked[1]["answers"]
    assert answers["citizenNoiDangKy_TinhThanh"] == "82"
    assert answers["citizenNoiDangKy_PhuongXa"] == "29905"


def test_the_card_has_filled_what_was_not_typed(walked: tuple[dict[str, Any], dict[str, Any], Path]) -> None:
    payload = walked[1]
    assert payload["applicant"]["identity"] == "card_qr"
    assert {
        name: payload["answers"][name]
        for name in ("citizenHoVaTen", "citizenNgaySinh", "citizenGioiTinh", "citizenSoDinhDanh")
    } == {
        "citizenHoVaTen": "NGUYỄN THỊ HOA",
        "citizenNgaySinh": "05/02/1953",
        "citizenGioiTinh": "2",
        "citizenSoDinhDanh": "087153004821",
    }


def test_the_slip_is_in_the_hand(walked: tuple[dict[str, Any], dict[str, Any], Path]) -> None:
    summary, _, out = walked
    assert (out / summary["receipt"]).stat().st_size > 0
    assert summary["filed"] is True
