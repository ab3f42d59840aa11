"""A catalogue that would leave something out, or fail while a citizen waits, is not acceptable; the fault is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from doubles.publisher import copy_catalogue, rewrite, today

from kiosk.catalogue.acceptance import acceptable, publishable

PROCEDURE = Path("procedures", "2.000635")
DELIVERY = Path("delivery", "form.json")
NOTICE = Path("notices", "personal-data.toml")
WITH_ODD_CHOICES = b'{"pages": [{"name": "p", "elements": [{"type": "radiogroup", "name": "a", "choices": 1}]}]}'
WITH_ODD_WORD = b'{"pages": [{"name": "p", "elements": [{"type": "text", "name": "a", "inputType": []}]}]}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_catalogue(tmp_path)


def test_what_ships_is_acceptable(folder: Path) -> None:
    assert acceptable(folder, today) == []


def spoil(file: Path, content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / file).write_bytes(content) and None


def replace(file: Path, old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: rewrite(folder / file, old, new)


def take_away(file: Path) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def ask_something_else(folder: Path) -> None:
    form = json.loads((folder / DELIVERY).read_bytes())
    form["pages"][0]["elements"].insert(0, {"type": "text", "name": "first"})
    (folder / DELIVERY).write_text(json.dumps(form))


def make_a_folder_of_it(folder: Path) -> None:
    (folder / PROCEDURE / "form.json").unlink()
    (folder / PROCEDURE / "form.json").mkdir()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (replace(PROCEDURE / "form.json", '"radiogroup"', '"imagepicker"'), ["2.000635/form.json", "imagepicker"]),
        (replace(PROCEDURE / "procedure.toml", "[fee]", "[fees]"), ["procedure.toml", "fees"]),
        (spoil(PROCEDURE / "form.json", b"\xff\xfe"), ["form.json", "UTF-8"]),
        (spoil(PROCEDURE / "form.json", b"[" * 100_000), ["form.json"]),
        (spoil(PROCEDURE / "form.json", b"null"), ["form.json"]),
        (spoil(PROCEDURE / "procedure.toml", b"\0"), ["procedure.toml"]),
        (take_away(PROCEDURE / "procedure.toml"), ["procedure.toml", "cannot be read"]),
        (make_a_folder_of_it, ["form.json", "cannot be read"]),
        (spoil(Path("reference", "addresses.toml"), b"\xff"), ["addresses.toml", "TOML"]),
        (spoil(Path("reference", "addresses.toml"), b"a = []"), ["addresses.toml", "no list"]),
        (spoil(Path("reference", "provinces.json"), b'{"source": "\xff"}'), ["provinces.json"]),
        (spoil(PROCEDURE / "form.json", WITH_ODD_CHOICES), ["form.json", "choices"]),
        (spoil(PROCEDURE / "form.json", WITH_ODD_WORD), ["form.json", "inputType"]),
        (take_away(DELIVERY), ["delivery/form.json"]),
        (spoil(DELIVERY, b"[]"), ["delivery/form.json"]),
        (ask_something_else, ["delivery/form.json", "elements[0]"]),
        (take_away(NOTICE), ["personal-data.toml"]),
        (replace(NOTICE, "{hotline}", "{phone}"), ["personal-data.toml", "phone", "{hotline}"]),
        (replace(NOTICE, "{hotline}", "{hotline"), ["personal-data.toml", "{hotline}"]),
    ],
)
def test_a_fault_is_named_with_its_file(folder: Path, damage: Callable[[Path], None], words: list[str]) -> None:
    damage(folder)
    faults = acceptable(folder, today)
    assert faults
    assert all(word in "\n".join(faults) for word in words), faults


def test_a_catalogue_with_nothing_in_force_would_take_the_kiosk_out_of_order(folder: Path) -> None:
    (fault,) = acceptable(folder, lambda: date(2020, 1, 1))
    assert "2020-01-01" in fault


def test_what_ships_may_be_published(folder: Path) -> None:
    assert publishable(folder, today) == []


def test_a_wrong_example_keeps_a_catalogue_from_being_published_but_not_from_being_served(folder: Path) -> None:
    example = next((folder / PROCEDURE / "examples").glob("ok-*.json"))
    example.write_text('{"answers": {}}')
    assert acceptable(folder, today) == []
    (fault,) = publishable(folder, today)
    assert example.name in fault


def test_content_that_trips_the_program_is_a_fault_and_no_crash(folder: Path) -> None:
    def trip() -> date:
        raise TypeError("unforeseen")

    (fault,) = acceptable(folder, trip)
    assert "cannot be read by this program (TypeError: unforeseen)" in fault
    assert publishable(folder, trip) == [fault]


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (fault,) = acceptable(tmp_path / "nowhere", today)
    assert "nowhere" in fault
