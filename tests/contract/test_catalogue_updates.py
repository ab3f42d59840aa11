"""Updates over real HTTP: what is published arrives, and whatever else comes, the catalogue in service stays."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from doubles.publisher import SHIPPED, Kiosk, Publisher, fee, rewrite
from doubles.static_host import StaticHost, broken_off, dripping, endless

from drivers.catalogue_source.client import RootError, TufCatalogueSource
from drivers.catalogue_source.fetcher import BoundedFetcher
from kiosk.catalogue.bundle import digest, unpack
from kiosk.domain.catalogue_update import (
    AlreadyCurrent,
    Expired,
    Failed,
    Outcome,
    Refusal,
    Refused,
    Unreachable,
    Updated,
)

SEED = 20261012
FLIPS = 12


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "province")


@pytest.fixture
def host(publisher: Publisher) -> Iterator[StaticHost]:
    publisher.publish()
    with StaticHost(publisher.out) as host:
        yield host


@pytest.fixture
def kiosk(tmp_path: Path, host: StaticHost, publisher: Publisher) -> Kiosk:
    root = (publisher.out / "metadata" / "1.root.json").read_bytes()
    return Kiosk(tmp_path / "kiosk", host, root)


def test_the_first_update_takes_the_place_of_what_ships(kiosk: Kiosk, publisher: Publisher) -> None:
    assert kiosk.serves().directory == SHIPPED
    publisher.set_fee(9000)
    published = publisher.publish()
    assert kiosk.update() == Updated(published.bundle)
    served = kiosk.serves()
    assert served.directory == kiosk.folder / "versions" / published.bundle
    assert fee(served.catalogue) == 9000
    assert served.problems == ()


def test_without_a_change_nothing_but_metadata_is_fetched(kiosk: Kiosk, publisher: Publisher) -> None:
    first = kiosk.update()
    publisher.publish()
    kiosk.host.asked.clear()
    assert isinstance(first, Updated)
    assert kiosk.update() == AlreadyCurrent(first.version)
    assert not any("/targets/" in path for path in kiosk.host.asked)


def test_a_new_version_is_taken_and_the_one_before_it_is_kept(kiosk: Kiosk, publisher: Publisher) -> None:
    versions = []
    for dong in (8000, 9000, 10_000):
        publisher.set_fee(dong)
        publisher.publish()
        outcome = kiosk.update()
        assert isinstance(outcome, Updated)
        versions.append(outcome.version)
        assert fee(kiosk.serves().catalogue) == dong
    kept = {path.name for path in (kiosk.folder / "versions").iterdir()}
    assert kept == set(versions[1:])


def test_a_publisher_can_go_back_to_an_older_catalogue(kiosk: Kiosk, publisher: Publisher) -> None:
    seen = []
    for dong in (8000, 9000, 8000):
        publisher.set_fee(dong)
        publisher.publish()
        assert isinstance(kiosk.update(), Updated)
        seen.append(fee(kiosk.serves().catalogue))
    assert seen == [8000, 9000, 8000]


# what must not be taken


@pytest.fixture
def updated(kiosk: Kiosk, publisher: Publisher) -> Kiosk:
    """A kiosk with one update, whose publisher has published a second."""
    assert isinstance(kiosk.update(), Updated)
    publisher.set_fee(9000)
    publisher.publish()
    return kiosk


def stays(kiosk: Kiosk, outcome: Outcome) -> None:
    """The first version is served, whole, and the operator is told."""
    served = kiosk.serves()
    assert fee(served.catalogue) == 8000
    assert served.problems == ()
    assert kiosk.store.current == served.directory.name
    report = kiosk.report()
    assert report.message == getattr(outcome, "message", None)
    assert "The catalogue in service stays." in report.message


def flip(seed: int) -> Callable[[bytes], bytes]:
    def edit(content: bytes) -> bytes:
        changed = bytearray(content)
        changed[random.Random(seed).randrange(len(content))] ^= 1
        return bytes(changed)

    return edit


@pytest.mark.parametrize(
    ("file", "reasons"),
    [
        ("timestamp.json", {Refusal.BAD_SIGNATURE, Refusal.UNREADABLE}),
        ("2.snapshot.json", {Refusal.WRONG_DIGEST}),
        ("2.targets.json", {Refusal.WRONG_DIGEST}),
        (".catalogue.tar", {Refusal.WRONG_DIGEST}),
    ],
)
def test_one_flipped_bit_anywhere_is_refused(updated: Kiosk, file: str, reasons: set[Refusal]) -> None:
    for number in range(FLIPS):
        updated.host.change(file, flip(SEED + number))
        outcome = updated.update()
        assert isinstance(outcome, Refused)
        assert outcome.reason in reasons
        stays(updated, outcome)
    updated.host.lies.clear()
    assert isinstance(updated.update(), Updated)


def test_one_flipped_bit_in_a_new_root_is_refused(updated: Kiosk, publisher: Publisher) -> None:
    publisher.publish("root")
    for number in range(FLIPS):
        updated.host.change("2.root.json", flip(SEED + number))
        outcome = updated.update()
        assert isinstance(outcome, Refused)
        assert outcome.reason in {Refusal.BAD_SIGNATURE, Refusal.UNREADABLE, Refusal.ROLLBACK}
        stays(updated, outcome)
    updated.host.lies.clear()
    assert isinstance(updated.update(), Updated)


def test_older_metadata_is_a_rollback(updated: Kiosk, publisher: Publisher, tmp_path: Path) -> None:
    shutil.copytree(publisher.out, tmp_path / "old")
    publisher.set_fee(8000)
    publisher.publish()
    assert isinstance(updated.update(), AlreadyCurrent)
    updated.host.folder = tmp_path / "old"
    outcome = updated.update()
    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.ROLLBACK
    stays(updated, outcome)


def test_a_repository_that_was_begun_anew_is_refused(updated: Kiosk, publisher: Publisher) -> None:
    shutil.rmtree(publisher.out)
    shutil.rmtree(publisher.keys)
    publisher.publish()
    outcome = updated.update()
    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.BAD_SIGNATURE
    stays(updated, outcome)


def test_metadata_of_other_keys_is_refused(updated: Kiosk, publisher: Publisher, tmp_path: Path) -> None:
    stranger = Publisher(tmp_path / "stranger")
    for _ in range(3):
        stranger.publish()
    for file in ("timestamp.json", "3.snapshot.json", "3.targets.json"):
        shutil.copy(stranger.out / "metadata" / file, publisher.out / "metadata")
    outcome = updated.update()
    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.BAD_SIGNATURE
    stays(updated, outcome)


def test_a_frozen_host_is_noticed_once_its_word_has_expired(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "province")
    seconds_left = 8  # a slow machine needs some of them for the first update
    publisher.publish(days_ago=14 - seconds_left / 86_400)
    root = (publisher.out / "metadata" / "1.root.json").read_bytes()
    with StaticHost(publisher.out) as host:
        kiosk = Kiosk(tmp_path / "kiosk", host, root)
        assert isinstance(kiosk.update(), Updated)
        until = kiosk.report().confirmed_until
        assert until is not None
        time.sleep(max(0, until.timestamp() - time.time()) + 0.1)
        outcome = kiosk.update()
        assert isinstance(outcome, Expired)
        assert "--refresh" in outcome.message
        stays(kiosk, outcome)
        assert kiosk.report().confirmed_until == until
        publisher.repository().refresh()
        assert isinstance(kiosk.update(), AlreadyCurrent)


@pytest.mark.parametrize("days_ago", [15, 400, 800])
def test_what_has_expired_is_never_taken(tmp_path: Path, days_ago: int) -> None:
    publisher = Publisher(tmp_path / "province")
    publisher.publish(days_ago=days_ago)
    root = (publisher.out / "metadata" / "1.root.json").read_bytes()
    with StaticHost(publisher.out) as host:
        kiosk = Kiosk(tmp_path / "kiosk", host, root)
        assert isinstance(kiosk.update(), Expired)
        assert kiosk.serves().directory == SHIPPED


# the line


def test_a_host_that_is_down_changes_nothing(updated: Kiosk) -> None:
    updated.url = "http://127.0.0.1:9/catalogue"
    outcome = updated.update()
    assert isinstance(outcome, Unreachable)
    assert "refused" in outcome.message
    stays(updated, outcome)


@pytest.mark.parametrize("status", [HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_FOUND, HTTPStatus.NO_CONTENT])
def test_a_host_without_a_repository_is_named(updated: Kiosk, status: HTTPStatus) -> None:
    updated.host.status = status
    outcome = updated.update()
    assert isinstance(outcome, Unreachable)
    assert str(int(status)) in outcome.message
    stays(updated, outcome)


@pytest.mark.parametrize("file", ["timestamp.json", "2.snapshot.json", "2.targets.json", ".catalogue.tar"])
def test_a_broken_line_changes_nothing(updated: Kiosk, file: str) -> None:
    updated.host.lies[file] = broken_off
    outcome = updated.update()
    assert isinstance(outcome, Unreachable)
    assert "line broke" in outcome.message
    stays(updated, outcome)
    updated.host.lies.clear()
    assert isinstance(updated.update(), Updated)


@pytest.mark.parametrize("file", ["timestamp.json", "2.snapshot.json", "2.targets.json", ".catalogue.tar"])
def test_half_a_file_that_looks_whole_is_refused(updated: Kiosk, file: str) -> None:
    updated.host.promise_length = False
    updated.host.lies[file] = broken_off
    outcome = updated.update()
    assert isinstance(outcome, Refused)
    assert outcome.reason in {Refusal.WRONG_DIGEST, Refusal.UNREADABLE}
    stays(updated, outcome)


@pytest.mark.parametrize(
    "file", ["2.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json", ".catalogue.tar"]
)
def test_an_endless_file_is_given_up_at_its_allowed_size(updated: Kiosk, publisher: Publisher, file: str) -> None:
    if "root" in file:
        (publisher.out / "metadata" / file).write_text("{}")
    updated.host.promise_length = False
    updated.host.lies[file] = endless
    outcome = updated.update()
    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.TOO_LARGE
    stays(updated, outcome)


def test_a_host_that_drips_is_given_up(updated: Kiosk) -> None:
    updated.longest_s = 0.5
    updated.host.lies["timestamp.json"] = dripping
    started = time.monotonic()
    outcome = updated.update()
    assert isinstance(outcome, Unreachable)
    assert "longer than 0.5 s" in outcome.message
    assert time.monotonic() - started < 15
    stays(updated, outcome)


def test_a_host_that_falls_silent_is_given_up(updated: Kiosk) -> None:
    def silent(content: bytes) -> Iterator[bytes]:
        yield content[:10]
        time.sleep(1)

    updated.silence_s = 0.3
    updated.host.lies["timestamp.json"] = silent
    outcome = updated.update()
    assert isinstance(outcome, Unreachable)
    assert "timed out" in outcome.message
    stays(updated, outcome)


# what is signed, and still not good


def test_a_broken_catalogue_is_refused_though_correctly_signed(updated: Kiosk, publisher: Publisher) -> None:
    rewrite(publisher.catalogue / "procedures" / "2.000635" / "form.json", '"radiogroup"', '"imagepicker"')
    publisher.publish()
    for _ in range(2):
        outcome = updated.update()
        assert isinstance(outcome, Refused)
        assert outcome.reason is Refusal.CHECK_FAILED
        assert "procedures/2.000635/form.json" in outcome.message
        assert "imagepicker" in outcome.message
        assert str(updated.folder) not in outcome.message
        stays(updated, outcome)


def test_something_else_than_a_bundle_is_refused_though_correctly_signed(updated: Kiosk, publisher: Publisher) -> None:
    publisher.repository().publish(b"no bundle at all")
    outcome = updated.update()
    assert isinstance(outcome, Refused)
    assert outcome.reason is Refusal.BROKEN_BUNDLE
    stays(updated, outcome)


# keys


@pytest.mark.parametrize("roles", [("root",), ("targets",), ("snapshot",), ("timestamp",), ("root", "timestamp")])
def test_a_kiosk_follows_new_keys_from_its_first_root(updated: Kiosk, publisher: Publisher, roles: tuple[str]) -> None:
    publisher.publish(*roles)
    publisher.set_fee(10_000)
    publisher.publish(*roles)
    assert isinstance(updated.update(), Updated)
    assert fee(updated.serves().catalogue) == 10_000
    assert isinstance(updated.update(), AlreadyCurrent)


def test_a_file_that_is_no_root_is_no_source_of_trust(publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish()
    fetcher = BoundedFetcher(1, 1)
    for content in (b"", b"{}", b"\xff", (publisher.out / "metadata" / "1.targets.json").read_bytes()):
        with pytest.raises(RootError):
            TufCatalogueSource("http://127.0.0.1:9", content, tmp_path, fetcher)


# this machine


def test_a_second_update_at_the_same_time_waits_for_nobody(updated: Kiosk) -> None:
    with updated.store.alone():
        outcome = updated.update()
    assert isinstance(outcome, Failed)
    assert "another update" in outcome.message
    assert isinstance(updated.update(), Updated)


def test_a_damaged_version_is_fetched_again(updated: Kiosk) -> None:
    assert isinstance(updated.update(), Updated)
    version = updated.store.current
    rewrite(updated.folder / "versions" / version / "delivery" / "form.json", "counter", "c0unter")
    served = updated.serves()
    assert fee(served.catalogue) == 8000, "the version before it"
    assert version in served.problems[0]
    assert updated.update() == Updated(version)
    assert fee(updated.serves().catalogue) == 9000
    assert updated.serves().problems == ()


def test_a_lost_cache_is_no_hindrance(updated: Kiosk) -> None:
    for file in (updated.folder / "metadata").glob("*.json"):
        if not file.is_symlink():
            file.write_bytes(b"\0" * 100)
    assert isinstance(updated.update(), Updated)


def test_the_bundle_on_the_host_is_the_folder_that_was_published(publisher: Publisher) -> None:
    published = publisher.publish()
    bundle = (publisher.out / "targets" / f"{published.bundle}.catalogue.tar").read_bytes()
    assert digest(bundle) == published.bundle
    form = Path("delivery", "form.json")
    assert unpack(bundle)[str(form)] == (publisher.catalogue / form).read_bytes()
