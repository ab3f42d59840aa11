"""A broken procedure is left out and named; the others stay in service."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import config
from kiosk.catalogue import CatalogueError, load_catalogue

SHIPPED = Path(config.__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    parts = ("reference", "applicant", "delivery", "notices", "procedures/1.000656", "procedures/2.000635")
    for part in parts:
        shutil.copytree(SHIPPED / part, tmp_path / part)
    return tmp_path


def replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def mend(folder: Path) -> None:
        path = folder / file
        before = path.read_text(encoding="utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), encoding="utf-8")

    return mend


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (replace("procedures/2.000635/procedure.toml", "[fee]", "[fees]"), ["procedure.toml", "fees"]),
        (replace("procedures/2.000635/procedure.toml", 'code = "2.000635"', 'code = "2.1"'), ["procedure.toml", "2.1"]),
        (replace("procedures/2.000635/procedure.toml", "amount = 8000", 'amount = "8000"'), ["amount"]),
        (replace("procedures/2.000635/procedure.toml", 'en = "Civil status"', 'en = ""'), ["area.en"]),
        (replace("procedures/2.000635/procedure.toml", "{citizenQuanhe} = 'Khác'", "{citizenQuanhe} ="), ["uy_quyen"]),
        (replace("procedures/2.000635/procedure.toml", "citizenSoLuongBanSao", "copies"), ["per_answer", "copies"]),
        (replace("procedures/2.000635/form.json", '"radiogroup"', '"imagepicker"'), ["form.json", "imagepicker"]),
        (replace("procedures/2.000635/form.json", "{", "["), ["form.json", "not JSON"]),
    ],
)
def test_a_broken_procedure_is_left_out_and_named(
    folder: Path, damage: Callable[[Path], None], words: list[str]
) -> None:
    damage(folder)
    catalogue = load_catalogue(folder, lambda: date(2026, 10, 12))
    assert [procedure.code for procedure in catalogue.procedures] == ["1.000656"]
    assert len(catalogue.problems) == 1
    assert all(word in catalogue.problems[0] for word in words)


@pytest.mark.parametrize("file", ["applicant/form.json", "delivery/form.json", "notices/personal-data.toml"])
def test_what_no_journey_can_do_without_must_be_there(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(CatalogueError, match=file.rsplit("/", maxsplit=1)[-1]):
        load_catalogue(folder, lambda: date(2026, 10, 12))
