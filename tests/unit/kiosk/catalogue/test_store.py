"""What is served is whole: the newest version, else the one before it, else what ships; and the operator is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from doubles.publisher import SHIPPED, SMALL, copy_catalogue, today

from kiosk.catalogue.bundle import digest, pack
from kiosk.catalogue.serving import take_into_service
from kiosk.catalogue.store import CatalogueStore, StoreBusyError

FILES = dict(SMALL)


def install(store: CatalogueStore, mark: str) -> Path:
    """Install the shipped catalogue with one more file in it."""
    files = {**FILES, "mark": mark.encode()}
    version = digest(pack(files))
    with store.alone():
        store.stage(files)
        store.adopt(version)
    return store.folder / "versions" / version


@pytest.fixture
def store(tmp_path: Path) -> CatalogueStore:
    return CatalogueStore(tmp_path / "data" / "catalogue")


def test_without_an_update_there_is_nothing_but_the_default(store: CatalogueStore) -> None:
    assert store.installed().directories == store.installed().problems == ()
    assert store.current_directory(SHIPPED) == SHIPPED
    assert not store.folder.exists()


def test_the_newest_comes_first_and_one_more_is_kept(store: CatalogueStore) -> None:
    one, two, three = (install(store, mark) for mark in "abc")
    assert store.installed().directories == (three, two)
    assert not one.exists()
    assert store.current_directory(SHIPPED) == three


def test_the_same_version_again_keeps_the_one_before_it(store: CatalogueStore) -> None:
    one, two = install(store, "a"), install(store, "b")
    install(store, "b")
    assert store.installed().directories == (two, one)


def change_a_byte(version: Path) -> None:
    file = version / "delivery" / "form.json"
    file.write_bytes(file.read_bytes().replace(b"counter", b"counteR"))


def lose_a_file(version: Path) -> None:
    (version / "mark").unlink()


def empty_a_file(version: Path) -> None:
    (version / "mark").write_bytes(b"")


def add_a_file(version: Path) -> None:
    (version / "more").write_bytes(b"")


def put_a_link(version: Path) -> None:
    (version / "mark").unlink()
    (version / "mark").symlink_to("/etc/hostname")


@pytest.mark.parametrize("damage", [change_a_byte, lose_a_file, empty_a_file, add_a_file, put_a_link, shutil.rmtree])
def test_a_damaged_version_is_passed_over_and_named(store: CatalogueStore, damage: Callable[[Path], None]) -> None:
    one, two = install(store, "a"), install(store, "b")
    damage(two)
    assert store.installed().directories == (one,)
    (problem,) = store.installed().problems
    assert str(two) in problem
    assert "catalogue update" in problem
    damage(one)
    assert store.current_directory(SHIPPED) == SHIPPED
    assert len(store.installed().problems) == 2


def test_a_damaged_version_is_no_last_good_one(store: CatalogueStore) -> None:
    one, two = install(store, "a"), install(store, "b")
    change_a_byte(two)
    three = install(store, "c")
    assert store.installed().directories == (three, one)


def test_a_damaged_version_can_be_installed_again(store: CatalogueStore) -> None:
    one, two = install(store, "a"), install(store, "b")
    change_a_byte(two)
    install(store, "b")
    assert store.installed().directories == (two, one)
    assert store.installed().problems == ()


@pytest.mark.parametrize("target", ["versions/gone", "../../..", "/etc"])
def test_a_link_to_elsewhere_is_never_followed(store: CatalogueStore, target: str) -> None:
    install(store, "a")
    (store.folder / "current").unlink()
    (store.folder / "current").symlink_to(target)
    assert store.current_directory(SHIPPED) == SHIPPED
    assert store.installed().problems


def test_a_file_in_the_place_of_the_link_is_replaced(store: CatalogueStore) -> None:
    install(store, "a")
    (store.folder / "current").unlink()
    (store.folder / "current").write_text("?")
    assert store.current_directory(SHIPPED) == SHIPPED
    two = install(store, "b")
    assert store.installed().directories == (two,)


def test_a_file_in_the_place_of_the_folder_is_a_problem_and_no_crash(store: CatalogueStore) -> None:
    store.folder.parent.mkdir(parents=True)
    store.folder.write_text("?")
    assert store.current_directory(SHIPPED) == SHIPPED
    assert str(store.folder) in store.installed().problems[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_of_somebody_else_is_a_problem_and_no_crash(store: CatalogueStore) -> None:
    install(store, "a")
    store.folder.chmod(0)
    try:
        assert "cannot be read" in store.installed().problems[0]
    finally:
        store.folder.chmod(0o700)


def test_only_one_process_changes_the_store(store: CatalogueStore) -> None:
    with store.alone(), pytest.raises(StoreBusyError), store.alone():
        pass
    with store.alone():
        pass


# loading


def test_a_whole_version_that_cannot_be_used_gives_way_to_the_one_before(store: CatalogueStore) -> None:
    install(store, "a")
    files = {name: content for name, content in FILES.items() if not name.startswith("notices/")}
    with store.alone():
        store.stage(files)
        store.adopt(digest(pack(files)))
    served = take_into_service(store, SHIPPED, today)
    assert (served.directory / "mark").read_text() == "a"
    assert "personal-data.toml" in served.problems[0]
    assert [procedure.code for procedure in served.catalogue.procedures] == ["1.000656", "2.000635"]


def test_what_ships_serves_when_nothing_else_can(store: CatalogueStore, tmp_path: Path) -> None:
    change_a_byte(install(store, "a"))
    default = copy_catalogue(tmp_path / "default")
    served = take_into_service(store, default, today)
    assert served.directory == default
    assert len(served.problems) == 1
