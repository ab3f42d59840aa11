"""``aps-kiosk doctor``: the contract, a mend for whatever is wrong, nothing changed, nothing about a person."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from doubles.manual import ManualClock
from doubles.queue_line import settings_file
from doubles.submissions import CANARIES, submission
from typer.testing import CliRunner

from config.settings import Settings
from drivers.receipt_printer.simulator import ReceiptPrinterSimulator
from kiosk.__main__ import app
from kiosk.bootstrap.doctor import examine
from kiosk.domain.check import CheckStatus, Verdict, well
from kiosk.domain.outbox import Stored
from offline_queue.ballast import Room
from offline_queue.ledger import LEDGER, Ledger
from offline_queue.lock import only_sender
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.second_medium import SecondMedium
from offline_queue.self_check import SelfCheck
from offline_queue.work_rows import WorkRows

Checks = dict[str, dict[str, str]]


class Kiosk:
    """One that is well: its sender has just sent everything and is at work."""

    def __init__(self, home: Path, url: str, recipient: str) -> None:
        self.home, self.data, self.settings = home, home / "data", home / "kiosk.toml"
        self.url, self.recipient = url, recipient

    def send(self) -> None:
        (self.home / "stick").mkdir()
        self.set("[queue]", f'[queue]\nsecond_copy_dir = "{self.home / "stick"}"')
        self.store()
        with pytest.MonkeyPatch.context() as patch:  # the core limit of the test process stays as it was
            patch.setattr("kiosk.bootstrap.sender.forbid_core_dumps", lambda: None)
            assert CliRunner().invoke(app, ["sync", "--once", "--config", str(self.settings)]).exit_code == 0
        Room(self.data, 0, 1_000_000).lay_ballast()
        check = SelfCheck(self.data, datetime.now(UTC).time(), self)
        while check.advance():
            pass

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return 0.0

    def set(self, old: str, new: str) -> None:
        words = self.settings.read_text()
        assert old in words
        self.settings.write_text(words.replace(old, new))

    def store(self, age: timedelta = timedelta()) -> None:
        dossier = submission(1_000, created_at=datetime.now(UTC) - age)
        with closing(SqliteOutbox(self.data, "AH-01", (self.recipient,), ManualClock())) as outbox:
            assert isinstance(outbox.store(dossier), Stored)
        SecondMedium(self.home / "stick", self.data).tend()

    def execute(self, sql: str) -> None:
        with closing(WorkRows(self.data)) as rows:
            rows._connection.execute(sql)

    def doctor(self, *, sender: bool = True) -> tuple[int, Checks]:
        with only_sender(self.data) if sender else _nobody():
            done = CliRunner().invoke(app, ["doctor", "--json", "--config", str(self.settings)])
        assert not [canary for canary in CANARIES if canary in done.stdout]
        checks = json.loads(done.stdout)["checks"]
        assert all(set(check) == {"id", "status", "message", "mend"} for check in checks)
        assert all(bool(check["mend"]) is (check["status"] != "ok") for check in checks)
        return done.exit_code, {check["id"]: check for check in checks}


@contextmanager
def _nobody() -> Iterator[None]:
    yield


@pytest.fixture(scope="module")
def printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReceiptPrinterSimulator]:
    with ReceiptPrinterSimulator(tmp_path_factory.mktemp("slips")) as printer:
        yield printer


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, printer: ReceiptPrinterSimulator) -> Kiosk:
    home = tmp_path_factory.mktemp("whole")
    with PortalSimulator(home / "portal") as portal:
        settings_file(home, portal)
        kiosk = Kiosk(home, portal.url, portal.recipient)
        kiosk.set("[queue]", f'[receipt_printer]\nurl = "{printer.url}"\ntimeout_s = 0.5\n[queue]')
        kiosk.send()
        return kiosk


@pytest.fixture
def kiosk(tmp_path: Path, whole: Kiosk) -> Kiosk:
    """A copy of it, for a test to spoil."""
    shutil.copytree(whole.home, tmp_path / "home")
    kiosk = Kiosk(tmp_path / "home", whole.url, whole.recipient)
    kiosk.set(str(whole.home), str(kiosk.home))
    return kiosk


def test_a_kiosk_that_is_well(kiosk: Kiosk) -> None:
    code, checks = kiosk.doctor()
    assert code == 0
    assert {name: check["status"] for name, check in checks.items() if check["status"] != "ok"} == {}


def _damage(kiosk: Kiosk) -> None:
    kiosk.store()
    kiosk.execute("UPDATE chunk SET data = zeroblob(length(data)) WHERE place = 1")
    check = SelfCheck(kiosk.data, datetime.now(UTC).time(), ManualClock())
    while check.advance():
        pass


def _lose_a_row(kiosk: Kiosk) -> None:
    kiosk.execute("DELETE FROM submission")
    assert (kiosk.data / LEDGER).exists()


def _lose_the_queue(kiosk: Kiosk) -> None:
    kiosk.store()
    kiosk.execute("DELETE FROM submission")
    Ledger(kiosk.data).forget([entry.submission_id for entry in Ledger(kiosk.data).entries() if hasattr(entry, "code")])


LONG_AGO = "2026-01-01T00:00:00+00:00"
TROUBLES: list[tuple[str, str, Any]] = [
    ("queue.waiting", "warning", lambda kiosk: kiosk.store(timedelta(days=2))),
    ("queue.waiting", "failed", lambda kiosk: kiosk.store(timedelta(days=9))),
    ("queue.set_aside", "warning", lambda kiosk: kiosk.execute("UPDATE submission SET state = 'set_aside'")),
    (
        "queue.contact",
        "failed",
        lambda kiosk: kiosk.execute("UPDATE line SET last_contact = '2026-01-01T00:00:00+00:00'"),
    ),
    ("queue.contact", "warning", lambda kiosk: kiosk.execute("UPDATE line SET online = 0")),
    ("queue.contact", "unknown", lambda kiosk: kiosk.execute("UPDATE line SET last_contact = NULL")),
    ("queue.contact", "failed", lambda kiosk: kiosk.set(f'url = "{kiosk.url}"', "")),
    ("queue.alarm", "failed", lambda kiosk: kiosk.execute("UPDATE line SET alarm = 'not accepted'")),
    ("queue.recipients", "failed", lambda kiosk: kiosk.set(kiosk.recipient, "age1nonsense")),
    ("queue.device_key", "failed", lambda kiosk: (kiosk.home / "device.pem").write_text("nonsense")),
    ("queue.device_key", "unknown", lambda kiosk: kiosk.set(f"{kiosk.home / 'device.pem'}", "credential:key")),
    ("queue.room", "failed", lambda kiosk: kiosk.set("[queue]", "[queue]\nwatermark_mb = 1000000000")),
    ("queue.ballast", "warning", lambda kiosk: (kiosk.data / "ballast").unlink()),
    ("queue.ledger", "failed", _lose_a_row),
    ("queue.self_check", "failed", _damage),
    ("queue.self_check", "unknown", lambda kiosk: (kiosk.data / "self-check.json").unlink()),
    ("queue.second_medium", "warning", lambda kiosk: (kiosk.home / "stick").rmdir()),
    ("queue.second_medium", "warning", _lose_the_queue),
]


@pytest.mark.parametrize(("name", "status", "trouble"), TROUBLES, ids=[f"{one[0]}-{one[1]}" for one in TROUBLES])
def test_each_trouble_is_found_and_has_its_mend(kiosk: Kiosk, name: str, status: str, trouble: Any) -> None:
    trouble(kiosk)
    code, checks = kiosk.doctor()
    assert checks[name]["status"] == status
    assert code == (1 if status == "failed" else 0)


@pytest.mark.parametrize(
    ("field", "status", "words"),
    [
        ("paper_low", "warning", "runs low"),
        ("paper", "failed", "no paper"),
        ("cover_open", "failed", "stands open"),
        ("silent", "failed", "does not answer"),
    ],
)
def test_the_receipt_printer_is_asked_and_prints_nothing(
    kiosk: Kiosk, printer: ReceiptPrinterSimulator, field: str, status: str, words: str
) -> None:
    before = getattr(printer.state, field)
    printer.change({field: not before})
    try:
        code, checks = kiosk.doctor()
    finally:
        printer.change({field: before})
    assert (checks["receipt_printer"]["status"], code) == (status, status == "failed")
    assert words in checks["receipt_printer"]["message"]
    assert (printer.roll.hanging, printer.slips) == (0, [])
    assert not (kiosk.data / "receipt-printer.lock").exists()


def test_a_receipt_printer_that_is_not_there_or_badly_set_is_told(kiosk: Kiosk) -> None:
    kiosk.set("timeout_s = 0.5", 'timeout_s = 0.5\nprofile = "pigeon"')
    assert "pigeon" in kiosk.doctor()[1]["receipt_printer"]["message"]
    kiosk.set('profile = "pigeon"', "")
    kiosk.set('url = "tcp://', 'url = "" # "')
    assert kiosk.doctor()[1]["receipt_printer"]["status"] == "warning"


def test_a_sender_that_is_not_at_work_is_told(kiosk: Kiosk) -> None:
    code, checks = kiosk.doctor(sender=False)
    assert code == 1
    assert checks["queue.sender"]["status"] == "failed"


def test_looking_makes_no_queue(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'[paths]\ndata_dir = "{tmp_path / "data"}"\n')
    done = CliRunner().invoke(app, ["doctor", "--config", str(settings)])
    assert done.exit_code == 1
    assert "unknown  queue.waiting" in done.stdout
    assert not (tmp_path / "data").exists()


def test_a_check_that_stumbles_stops_no_other() -> None:
    def stumble(_settings: Settings) -> Verdict:
        raise RuntimeError("ours")

    verdicts = examine(Settings(), {"bad": stumble, "good": lambda _settings: well("good")})
    assert verdicts["bad"].status is CheckStatus.UNKNOWN
    assert verdicts["good"].status is CheckStatus.OK
