"""kill -9 at every touch of the disk, and a disk without room: the old catalogue is served or the new one, whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from doubles.publisher import SMALL

from kiosk.catalogue.bundle import digest, pack
from kiosk.catalogue.store import CatalogueStore

FILES = {name: content for name, content in SMALL.items() if not name.startswith("reference/")}
OLD = pack(FILES)
NEW = pack({**FILES, "large": b"x" * 200_000})


@contextmanager
def switcher(folder: Path, *bundles: bytes) -> Iterator[Callable[[int], str]]:
    files = [folder / f"{number}.tar" for number in range(len(bundles))]
    for file, content in zip(files, bundles, strict=True):
        file.write_bytes(content)
    words = [sys.executable, str(Path(__file__).with_name("catalogue_switcher.py")), str(folder / "store")]
    with subprocess.Popen(
        [*words, *map(str, files)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def run(number: int) -> str:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{number}\n")
            process.stdin.flush()
            return process.stdout.readline().strip()

        yield run
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def store(tmp_path: Path) -> CatalogueStore:
    store = CatalogueStore(tmp_path / "store")
    with store.alone():
        store.stage(FILES)
        store.adopt(digest(OLD))
    return store


def test_a_kill_at_any_touch_of_the_disk_leaves_a_whole_version(store: CatalogueStore, tmp_path: Path) -> None:
    served, kills = set(), 0
    with switcher(tmp_path, OLD, NEW) as run:
        while run(kills + 1) == "killed":
            kills += 1
            now = store.installed()
            assert now.problems == ()
            served.add(now.directories[0].name)
        assert run(10**9) == "Updated"
    assert served == {digest(OLD), digest(NEW)}
    assert kills > 100
    left = {path.name for path in (store.folder / "versions").iterdir()}
    assert left == served
    print(f"{kills} kills")


def test_a_full_disk_leaves_the_old_version(store: CatalogueStore, tmp_path: Path) -> None:
    with switcher(tmp_path, OLD, NEW) as run:
        assert run(0) == "Failed"
        assert store.installed().directories == (store.folder / "versions" / digest(OLD),)
        assert run(10**9) == "Updated"
    assert store.installed().directories[0] == store.folder / "versions" / digest(NEW)
