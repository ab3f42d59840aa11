"""The shelf: the same catalogue until another is installed or another day begins; trouble is told and never fatal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from doubles.publisher import SHIPPED, SMALL, copy_catalogue

from config.settings import Paths, Settings
from kiosk.bootstrap.catalogue import Shelf, catalogue_store
from kiosk.bootstrap.errors import CannotStartError
from kiosk.catalogue.bundle import digest, pack

FILES = dict(SMALL)
LAST_DAY = date(2027, 2, 28)


class Desk:
    """A kiosk's settings, its calendar, and what it was told."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(paths=Paths(data_dir=str(folder / "data")))
        self.store = catalogue_store(self.settings)
        self.day = date(2026, 10, 12)
        self.told: list[str] = []

    def shelf(self) -> Shelf:
        return Shelf(self.settings, self.told.append, lambda: self.day)

    def install(self, mark: str) -> Path:
        files = {**FILES, "mark": mark.encode()}
        with self.store.alone():
            self.store.stage(files)
            self.store.adopt(digest(pack(files)))
        return self.store.current_directory(SHIPPED)


def codes(shelf: Shelf) -> set[str]:
    return {procedure.code for procedure in shelf.newest().catalogue.procedures}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_same_value_is_given_until_another_version_is_in_service(desk: Desk) -> None:
    shelf = desk.shelf()
    first = shelf.newest()
    assert first.directory == SHIPPED
    assert shelf.newest() is first
    installed = desk.install("a")
    second = shelf.newest()
    assert second.directory == installed
    assert shelf.newest() is second


def test_on_another_day_other_procedures_are_in_force(desk: Desk) -> None:
    desk.day = LAST_DAY
    shelf = desk.shelf()
    before = codes(shelf)
    desk.day = date(2027, 3, 1)
    after = codes(shelf)
    assert after < before
    assert "2.000635" in before - after


def test_what_is_installed_comes_before_the_configured_folder(desk: Desk, tmp_path: Path) -> None:
    own = copy_catalogue(tmp_path / "own")
    desk.settings = msgspec.structs.replace(desk.settings, paths=Paths(desk.settings.paths.data_dir, "", str(own)))
    assert desk.shelf().newest().directory == own
    installed = desk.install("a")
    assert desk.shelf().newest().directory == installed


def test_a_damaged_version_is_told_once_and_the_kiosk_starts(desk: Desk) -> None:
    (desk.install("a") / "mark").unlink()
    shelf = desk.shelf()
    assert shelf.newest().directory == SHIPPED
    shelf.newest()
    assert len(desk.told) == 1
    assert "is damaged" in desk.told[0]


def test_a_broken_procedure_is_told(desk: Desk, tmp_path: Path) -> None:
    own = copy_catalogue(tmp_path / "own")
    (own / "procedures" / "2.000635" / "form.json").write_text("{")
    desk.settings = msgspec.structs.replace(desk.settings, paths=Paths(desk.settings.paths.data_dir, "", str(own)))
    desk.day = LAST_DAY
    shelf = desk.shelf()
    assert codes(shelf)
    assert "2.000635" not in codes(shelf)
    assert str(own / "procedures" / "2.000635" / "form.json") in desk.told[0]


def test_a_data_folder_that_is_none_does_not_keep_the_kiosk_from_starting(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("?")
    assert desk.shelf().newest().directory == SHIPPED
    assert str(tmp_path / "data") in desk.told[0]


def test_without_any_catalogue_the_setting_is_named(desk: Desk) -> None:
    desk.settings = msgspec.structs.replace(desk.settings, paths=Paths(desk.settings.paths.data_dir, "", "/nowhere"))
    with pytest.raises(CannotStartError, match=r"\[paths\] catalogue_dir: .*/nowhere"):
        desk.shelf().newest()
