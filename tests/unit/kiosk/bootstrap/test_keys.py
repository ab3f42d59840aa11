"""What a running kiosk seals to: by the signed catalogue and the day; without a valid key no dossier is taken."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from doubles.keys import Entry, new_key, recipients_toml
from doubles.manual import ManualClock
from doubles.publisher import SMALL
from doubles.stage import Stage
from doubles.submissions import submission
from structlog.testing import capture_logs

from config.settings import Paths, PlaceTexts, Portal, Settings
from kiosk.bootstrap.catalogue import Shelf, catalogue_store
from kiosk.bootstrap.keys import SealingKeys, log_keys
from kiosk.bootstrap.session import renewed
from kiosk.catalogue.bundle import digest, pack
from kiosk.domain.outbox import NotStored, NotStoredReason, Stored
from kiosk.session import screens
from offline_queue.outbox import SqliteOutbox

COMMUNE = "29905"
THIS_YEAR = Entry("2026-01-01", "2026-12-31")
OVERLAP = Entry("2026-12-01", "2027-12-31")


class Kiosk:
    """A kiosk's settings, its calendar, its catalogue, and what it seals to."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(
            place=PlaceTexts(commune_code=COMMUNE),
            paths=Paths(data_dir=str(folder / "data"), catalogue_dir=str(folder / "none")),
        )
        (folder / "none").mkdir()
        self.day = date(2026, 10, 12)
        self.keys = self.sealing_keys()

    def sealing_keys(self) -> SealingKeys:
        return SealingKeys(self.settings, log_keys, lambda: self.day)

    def set_up_with(self, *keys: str) -> None:
        """Write keys into the settings."""
        self.settings = msgspec.structs.replace(self.settings, portal=Portal(recipients=keys))
        self.keys = self.sealing_keys()

    def install(self, *entries: Entry) -> None:
        """Bring a version of the catalogue with these keys into service, as an update does."""
        self.install_text(recipients_toml(*entries))

    def install_text(self, text: str) -> None:
        files = {**SMALL, "recipients.toml": text.encode()}
        store = catalogue_store(self.settings)
        with store.alone():
            store.stage(files)
            store.adopt(digest(pack(files)))

    @property
    def code(self) -> str:
        trouble = self.keys.state().trouble
        return trouble.code if trouble else ""


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    return Kiosk(tmp_path)


# which keys


def test_the_keys_of_the_catalogue_in_service_are_sealed_to(kiosk: Kiosk) -> None:
    own, other = (Entry("2026-01-01", "2026-12-31", communes=(name,)) for name in (COMMUNE, "29869"))
    kiosk.install(THIS_YEAR, own, other)
    assert kiosk.keys() == (THIS_YEAR.key, own.key)


def test_while_keys_change_both_are_sealed_to(kiosk: Kiosk) -> None:
    kiosk.install(THIS_YEAR, OVERLAP)
    found = {}
    for day in ("2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"):
        kiosk.day = date.fromisoformat(day)
        found[day] = kiosk.keys()
    assert found == {
        "2026-11-30": (THIS_YEAR.key,),
        "2026-12-01": (THIS_YEAR.key, OVERLAP.key),
        "2026-12-31": (THIS_YEAR.key, OVERLAP.key),
        "2027-01-01": (OVERLAP.key,),
    }


def test_a_key_that_was_taken_away_is_sealed_to_no_more_from_the_next_seal_on(kiosk: Kiosk) -> None:
    kiosk.install(THIS_YEAR, OVERLAP)
    kiosk.day = date(2026, 12, 12)
    assert kiosk.keys() == (THIS_YEAR.key, OVERLAP.key)
    kiosk.install(OVERLAP)
    assert kiosk.keys() == (OVERLAP.key,)
    kiosk.install()
    assert (kiosk.keys(), kiosk.code) == ((), "K1")


def test_the_settings_go_before_the_catalogue_and_that_is_told(kiosk: Kiosk) -> None:
    bench = new_key()
    kiosk.install(THIS_YEAR)
    kiosk.set_up_with(bench)
    assert kiosk.keys() == (bench,)
    (notice,) = kiosk.keys.state().notices(kiosk.day)
    assert "[portal] recipients goes before" in notice


# why there is none


@pytest.mark.parametrize(
    ("entries", "day", "code"),
    [
        ((), "2026-10-12", "K1"),
        ((THIS_YEAR,), "2027-01-01", "K2"),
        ((THIS_YEAR,), "2025-12-31", "K2"),
        ((Entry("2026-01-01", "2026-12-31", communes=(COMMUNE,)),), "2026-10-12", "K2"),
        ((THIS_YEAR,), "2026-10-12", ""),
    ],
)
def test_each_reason_has_its_code(kiosk: Kiosk, entries: tuple[Entry, ...], day: str, code: str) -> None:
    kiosk.day = date.fromisoformat(day)
    kiosk.install(*entries)
    assert kiosk.code == code
    assert bool(kiosk.keys()) is not bool(code)


def test_a_file_that_cannot_be_read_is_no_key_and_not_an_older_one(kiosk: Kiosk) -> None:
    kiosk.install(THIS_YEAR)
    assert kiosk.code == ""
    kiosk.install_text("[[recipients]")
    assert (kiosk.keys(), kiosk.code) == ((), "K3")
    kiosk.install(THIS_YEAR)
    assert kiosk.code == ""


def test_a_key_of_the_settings_that_age_refuses_is_told_before_anybody_comes(kiosk: Kiosk) -> None:
    kiosk.set_up_with(new_key(), "age1nonsense")
    assert (kiosk.keys(), kiosk.code) == ((), "K3")
    trouble = kiosk.keys.state().trouble
    assert trouble is not None
    assert "number 2" in trouble.message


def test_the_end_of_the_last_key_is_told_a_month_ahead(kiosk: Kiosk) -> None:
    kiosk.install(THIS_YEAR)
    assert kiosk.keys.state().notices(date(2026, 11, 30)) == []
    (notice,) = kiosk.keys.state().notices(date(2026, 12, 1))
    assert "valid until 2026-12-31" in notice


def test_each_change_is_told_to_the_log_once_and_no_private_thing(kiosk: Kiosk) -> None:
    kiosk.install(THIS_YEAR)
    with capture_logs() as log:
        for day in (date(2026, 12, 31), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)):
            kiosk.day = day
            kiosk.keys()
    assert [(entry["log_level"], entry["event"], entry.get("code")) for entry in log] == [
        ("info", "sealing", None),
        ("error", "no sealing", "K2"),
        ("error", "no sealing", "K2"),
    ]


# the outbox


def test_midnight_between_sealing_and_sending_is_seen(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.install(THIS_YEAR, OVERLAP)
    kiosk.day = date(2026, 12, 31)
    with closing(SqliteOutbox(tmp_path / "data", "AH-01", kiosk.keys, ManualClock())) as outbox:
        dossier = submission(1_000)
        seals = outbox.seal(dossier, ())
        kiosk.day = date(2027, 1, 1)
        sealed = outbox.seal(dossier, seals)
        assert {seal.recipients for seal in sealed} == {(OVERLAP.key,)}
        assert isinstance(outbox.store(dossier, seals), Stored)
        kiosk.day = date(2028, 1, 1)
        answer = outbox.store(submission(), seals)
        assert isinstance(answer, NotStored)
        assert answer.reason is NotStoredReason.NO_RECIPIENTS


# the machine


@pytest.fixture
def stage(kiosk: Kiosk) -> Stage:
    """A running session that renews itself from this kiosk's catalogue."""
    kiosk.install(THIS_YEAR)
    shelf = Shelf(kiosk.settings, today=lambda: kiosk.day)
    stage = Stage()
    services = replace(stage.session.services, renew=lambda services: renewed(services, shelf, kiosk.keys))
    stage.session.for_real = stage.session.services = services
    stage.session.watch()
    stage.jobs.pass_time(11)
    return stage


def test_at_midnight_after_the_last_day_the_machine_takes_no_dossier_until_a_key_has_come(
    kiosk: Kiosk, stage: Stage
) -> None:
    stage.screen(screens.Attract)
    kiosk.day = date(2026, 12, 31)
    stage.jobs.pass_time(11)
    stage.screen(screens.Attract)
    kiosk.day = date(2027, 1, 1)
    stage.jobs.pass_time(11)
    assert "(mã K2)" in stage.screen(screens.OutOfOrder).reason.vi
    kiosk.install(THIS_YEAR, Entry("2027-01-01", "2027-12-31"))
    stage.jobs.pass_time(11)
    stage.screen(screens.Attract)


def test_a_key_that_is_taken_away_takes_the_machine_out_of_order(kiosk: Kiosk, stage: Stage) -> None:
    kiosk.install()
    stage.jobs.pass_time(11)
    assert "(code K1)" in stage.screen(screens.OutOfOrder).reason.en


def test_a_citizen_who_is_there_is_not_thrown_out(kiosk: Kiosk, stage: Stage) -> None:
    stage.session.start()
    kiosk.install()
    stage.jobs.pass_time(11)
    stage.screen(screens.Home)
