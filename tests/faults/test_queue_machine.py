"""Whatever happens in whatever order, the real queue on a real disk is what a list in memory says that it ought to be.

Hypothesis adds, claims, uploads, files, purges, kills, cuts the power, sets the clock wrong by years and migrates;
after each step every row, the summary, every sealed byte and what the portal has are compared with the model.
"""

from __future__ import annotations

import copy
import random
import shutil
import tempfile
from contextlib import ExitStack, closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import apsw
import pyrage
import pytest
from doubles.beneath import beneath
from doubles.crash_disk import LoggingDisk, Sync, Write, crashes
from doubles.manual import START, ManualClock
from doubles.memory_portal import Killed, MemoryPortal, Mishap
from doubles.queue_model import FIRST, LONGEST, PROBE, SPREAD, WAITING, Item, QueueModel
from doubles.submissions import submission
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from structlog.testing import capture_logs

from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import Busy, Reached, Refused, Unauthorised, Unreachable, Untrusted, UploadGone
from kiosk.domain.submission import Submission
from offline_queue import schema
from offline_queue.ballast import Room
from offline_queue.errors import StorageError
from offline_queue.household import Household, Rules
from offline_queue.ledger import LEDGER, Ledger
from offline_queue.outbox import SqliteOutbox
from offline_queue.retry import RetryPolicy
from offline_queue.schema import FILE, connect, rows_of
from offline_queue.sender import Pace, Sender
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows

RECIPIENT = str(pyrage.x25519.Identity.generate().to_public())
YEAR = 365 * 86_400.0
JUMPS = [0.0, 300.0, -300.0, 86_400.0, -86_400.0, 3 * YEAR, -3 * YEAR, 20 * YEAR, -20 * YEAR]
RELEASED = tuple(schema._MIGRATIONS)

FAILURES = [
    Busy(500),
    Busy(503, 40.0),
    Busy(429, 7.0),
    Untrusted("a page that is no receipt"),
    Unreachable("ReadTimeout"),
    Refused(422, "no"),
    Unauthorised(403, "no"),
]
PAPERS = st.lists(st.sampled_from([(), (1_000,), (1_000, 2_000), (300_000,)]), min_size=1, max_size=3)
PAUSES = st.sampled_from([0.0, 2.0, 30.0, 700.0, 4_000.0])
MISHAPS = st.one_of(
    st.builds(Mishap, st.sampled_from(["start", "offset", "append", "file"]), st.sampled_from(FAILURES)),
    st.builds(Mishap, st.just("file"), st.sampled_from(FAILURES)),
    st.builds(Mishap, st.sampled_from(["start", "append", "file"]), st.just(Unreachable("ReadError")), st.just(True)),
    st.just(Mishap("append", UploadGone())),
    st.builds(Mishap, st.sampled_from(["reach", "receipt"]), st.just(Unreachable("ConnectError"))),
)


class Highest(random.Random):
    """Dice that always fall on the longest pause."""

    def uniform(self, a: float, b: float) -> float:
        return b


class QueueMachine(RuleBasedStateMachine):
    """``model`` is what ought to be, ``before`` what was before the last deed, which began at ``mark`` of the log."""

    @initialize(version=st.integers(1, len(RELEASED)), papers=PAPERS)
    def begin(self, version: int, papers: list[tuple[int, ...]]) -> None:
        """Find an outbox that an earlier program has made."""
        self.stack = ExitStack()
        self.home = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.patch = self.stack.enter_context(pytest.MonkeyPatch.context())
        self.stack.enter_context(capture_logs())
        self.disk = LoggingDisk()
        self.stack.enter_context(beneath(self.disk))
        self.clock = ManualClock()
        self.portal = MemoryPortal(lambda: START + timedelta(seconds=self.clock.seconds))
        self.dice = random.Random(version)
        self.lives = 0
        self.submissions: dict[UUID, Submission] = {}
        self.model = QueueModel()
        self._make(version)
        self._open()
        self.add(papers)

    def _make(self, version: int) -> None:
        self.folder = self.home / "0"
        self.patch.setattr(schema, "_MIGRATIONS", RELEASED[:version])
        connect(self.folder).close()
        self.patch.setattr(schema, "_MIGRATIONS", RELEASED)

    def _open(self) -> None:
        self.outbox = SqliteOutbox(self.folder, "AH-01", (RECIPIENT,), self.clock)
        self.rows = WorkRows(self.folder)
        house = Household(self.rows, Room(self.folder, 0, 0), Ledger(self.folder), Rules(keep_days=30), self.clock)
        pace = Pace(1.0, RetryPolicy(first=FIRST, longest=LONGEST, probe=PROBE, spread=SPREAD))
        self.sender = Sender(self.rows, self.portal, pace, house, self.clock, randomness=Highest())

    def _close(self) -> None:
        self.rows.close()
        self.outbox.close()

    def _mark(self) -> None:
        self.model.mono, self.model.wall = self.clock.monotonic(), self.clock.now().timestamp()
        self.before, self.mark = copy.deepcopy(self.model), len(self.disk.log)
        ledger = self.folder / LEDGER
        self.ledger_before = ledger.read_bytes() if ledger.exists() else None

    # What people do.

    @rule(papers=PAPERS)
    def add(self, papers: list[tuple[int, ...]]) -> None:
        for sizes in papers:
            self._mark()
            new = submission(*sizes, created_at=self.clock.now())
            stored = self.outbox.store(new)
            assert isinstance(stored, Stored)
            assert stored.reference_code not in {item.code for item in self.model.items}
            self.submissions[new.submission_id] = new
            self.model.items.append(Item(new.submission_id, stored.reference_code, new.created_at))

    @precondition(lambda self: self.model.items)
    @rule(data=st.data())
    def add_the_same_again(self, data: st.DataObject) -> None:
        self._mark()
        item = data.draw(st.sampled_from(self.model.items))
        stored = self.outbox.store(self.submissions[item.submission_id])
        assert stored == Stored(item.submission_id, item.code)

    @precondition(lambda self: any(item.state is ItemState.SET_ASIDE for item in self.model.items))
    @rule()
    def try_by_hand_again(self) -> None:
        self._mark()
        item = next(item for item in self.model.items if item.state is ItemState.SET_ASIDE)
        with closing(StaffQueue(self.folder)) as staff:
            assert staff.retry(item.code)
        item.state, item.attempts, item.next_at, item.reason = ItemState.STORED, 0, 0.0, None

    # What the sender does. It claims, uploads, files and purges in one step, and is killed after each of them.

    @precondition(lambda self: self.model.items)
    @rule(pause=PAUSES)
    def purge(self, pause: float) -> None:
        """Take the next step to its end."""
        self._step(None, pause)

    @precondition(lambda self: self.model.items)
    @rule(mishap=MISHAPS, pause=PAUSES)
    def stumble(self, mishap: Mishap, pause: float) -> None:
        """Take the next step, however the portal answers."""
        self._step(mishap, pause)

    @precondition(lambda self: self.model.expected() == "send")
    @rule(done=st.booleans())
    def claim(self, done: bool) -> None:
        self._step(Mishap("start", None, done))

    @precondition(lambda self: self.model.expected() == "send")
    @rule(call=st.sampled_from(["append", "file"]))
    def upload(self, call: str) -> None:
        self._step(Mishap(call, None, done=call == "append"))

    @precondition(lambda self: self.model.expected() == "send")
    @rule()
    def file(self) -> None:
        """The portal files it, and the sender is killed before it reads the receipt."""
        self._step(Mishap("file", None, done=True))

    def _step(self, mishap: Mishap | None, pause: float = 0.0) -> None:
        self.clock.seconds += pause
        self._mark()
        expected = self.model.expected()
        item = self.model.next_item() if expected == "send" else self.model.next_unnamed()
        self.portal.mishap = mishap
        try:
            self.sender.step()
        except Killed:
            assert mishap is not None
            assert item is not None
            item.state = ItemState.UPLOADED if mishap.call == "file" else ItemState.UPLOADING
            self._live_again({file.name: file.read_bytes() for file in self._files()})
            return
        met = mishap.answer if mishap is not None and self.portal.mishap is None else None
        self.portal.mishap = None
        self._follow(expected, item, met, mishap)

    def _follow(self, expected: str, item: Item | None, met: Any, mishap: Mishap | None) -> None:
        match expected, item:
            case "probe", _:
                self.model.probed(met or Reached())
            case "send", Item():
                reached = ItemState.UPLOADED
                if mishap is not None and met and mishap.call != "file" and not isinstance(met, UploadGone):
                    reached = ItemState.UPLOADING
                answer = self.portal.receipts.get(item.submission_id) if isinstance(met, UploadGone | None) else met
                self.model.sent(item, reached, answer, moved=self.sender._courier.moved)
            case "ask", Item():
                self.model.asked(item, met or self.portal._receipt(item.submission_id))
            case "idle", _:
                self.model.idled(met)

    # What the world does.

    @rule(late=st.booleans())
    def let_codes_be_late(self, late: bool) -> None:
        self.portal.late_codes = late

    @rule()
    def let_uploads_expire(self) -> None:
        self.portal.forget_uploads()

    @rule()
    def wait_a_month(self) -> None:
        self.clock.seconds += 31 * 86_400.0
        self._mark()

    @rule(seconds=st.sampled_from(JUMPS))
    def jump_the_clock(self, seconds: float) -> None:
        """Set the wall clock wrong; the monotonic one, and the portal's, go on."""
        self.clock.wrong_by = seconds
        self._mark()

    @rule(percent=st.integers(0, 100))
    def crash(self, percent: int) -> None:
        """Cut the power in the last deed: each row is as before that deed, or as after it, or on the way."""
        moment = self.mark + percent * (len(self.disk.log) - self.mark) // 100
        ((files, _told),) = crashes(self.disk.log, [moment], self.dice)
        after, self.model = self.model, copy.deepcopy(self.before)
        ledger = self._ledger_of(files, after)
        if ledger is not None:
            files[LEDGER] = ledger
        self._live_again(files)
        self._adopt(after)
        self._mark()

    def _ledger_of(self, files: dict[str, bytes], after: QueueModel) -> bytes | None:
        """The ledger's line comes after the commit: without the rows it cannot have been there."""
        new = {item.submission_id for item in after.items} - {item.submission_id for item in self.before.items}
        there = {UUID(name) for (name,) in _rows_in(files, "SELECT submission_id FROM submission")}
        ledger = self.folder / LEDGER
        return ledger.read_bytes() if new <= there and ledger.exists() else self.ledger_before

    def _adopt(self, after: QueueModel) -> None:
        """Take over how far the last deed had come, and nothing that it cannot have done."""
        there = self._rows()
        old = {item.submission_id: item for item in self.before.items}
        new = {item.submission_id: item for item in after.items}
        self.model.items = []
        for name in [*old, *(name for name in new if name not in old)]:
            if name not in there:
                assert name not in old or name not in new, "a row is lost"
                if name not in old:
                    del self.submissions[name]  # nobody was told that it is safe
                continue
            versions = [copy.deepcopy(one[name]) for one in (old, new) if name in one]
            ways = [_facts(version) for version in versions]
            if old.get(name) != new.get(name) and name in old:
                base = versions[0]
                ways += [(state.value, *_facts(base)[1:]) for state in (ItemState.UPLOADING, ItemState.UPLOADED)]
                versions += [copy.deepcopy(base), copy.deepcopy(base)]
                versions[-2].state, versions[-1].state = ItemState.UPLOADING, ItemState.UPLOADED
            assert there[name] in ways, "a row is what no deed has made of it"
            self.model.items.append(versions[ways.index(there[name])])
        line = rows_of(self.rows._connection, "SELECT online, lost_at, alarm FROM line")[0]
        lines = [(one.online, one.lost_at, one.alarm) for one in (self.before, after)]
        assert _line(line) in lines
        self.model.online, self.model.lost_at, self.model.alarm = _line(line)

    @precondition(lambda self: len(schema._MIGRATIONS) < len(RELEASED) + 3)
    @rule()
    def migrate(self) -> None:
        """Put in a newer program; the older one then refuses the outbox, and leaves it as it is."""
        self._mark()
        older = schema._MIGRATIONS
        self._close()
        step = f"ALTER TABLE submission ADD COLUMN later_{len(older)} TEXT DEFAULT 'later'"
        self.patch.setattr(schema, "_MIGRATIONS", (*older, step))
        connect(self.folder).close()
        self.patch.setattr(schema, "_MIGRATIONS", older)
        with pytest.raises(StorageError, match="update it"):
            connect(self.folder)
        self.patch.setattr(schema, "_MIGRATIONS", (*older, step))
        self._open()
        self.model.restart()
        self._mark()

    def _files(self) -> list[Path]:
        return [file for file in self.folder.iterdir() if not file.name.endswith("-shm")]

    def _live_again(self, files: dict[str, bytes]) -> None:
        """Leave everything as it is and start on what the disk has, in a folder of its own."""
        self._close()
        shutil.rmtree(self.folder)
        self.lives += 1
        self.folder = self.home / str(self.lives)
        self.folder.mkdir()
        self.disk.log.clear()
        for name, data in files.items():
            (self.folder / name).write_bytes(data)
            if name.startswith(FILE):
                self.disk.log.extend([Write(name, 0, data), Sync(name)])
        self._open()
        self.model.restart()
        self._mark()

    # What must be true after each of them.

    @invariant()
    def equals_the_model(self) -> None:
        there = self._rows()
        assert there == {item.submission_id: _facts(item) for item in self.model.items}
        line = rows_of(self.rows._connection, "SELECT online, lost_at, alarm FROM line")[0]
        assert _line(line) == (self.model.online, self.model.lost_at, self.model.alarm)
        summary = self.outbox.summary()
        assert summary.waiting == sum(item.state in WAITING for item in self.model.items)
        assert summary.set_aside == sum(item.state is ItemState.SET_ASIDE for item in self.model.items)

    @invariant()
    def keeps_every_sealed_byte_until_the_receipt_and_none_after_it(self) -> None:
        held = [item for item in self.model.items if item.state is not ItemState.PURGED]
        with closing(StaffQueue(self.folder)) as staff:
            assert staff.verify() == (len(held), [])
        kept = {UUID(name) for (name,) in rows_of(self.rows._connection, "SELECT DISTINCT submission_id FROM chunk")}
        assert kept == {item.submission_id for item in held}

    @invariant()
    def forgets_nothing_that_the_portal_does_not_have(self) -> None:
        there = {item.submission_id for item in self.model.items}
        assert set(self.submissions) <= there | set(self.portal.receipts)
        received = {item.submission_id for item in self.model.items if item.state is ItemState.PURGED}
        assert received <= set(self.portal.receipts)

    def _rows(self) -> dict[UUID, tuple[Any, ...]]:
        query = "SELECT submission_id, state, reference_code, attempts, next_at, last_error, dossier_code"
        rows = rows_of(self.rows._connection, f"{query} FROM submission ORDER BY sequence")
        return {UUID(name): tuple(facts) for name, *facts in rows}

    def teardown(self) -> None:
        """With a portal that answers everything is filed in the end: once, and whole."""
        if not hasattr(self, "model"):
            return
        try:
            self._send_all()
        finally:
            self._close()
            self.stack.close()

    def _send_all(self) -> None:
        with closing(StaffQueue(self.folder)) as staff:
            for item in self.model.items:
                staff.retry(item.code)
        self.portal.late_codes = False
        for _ in range(60 + 5 * len(self.model.items)):  # what was put off is due after ten minutes at the latest
            self.clock.seconds += max(self.sender.step(), 30.0)
        assert self.rows.waiting() == ()
        assert set(self.portal.receipts) == set(self.submissions)


def _facts(item: Item) -> tuple[Any, ...]:
    return item.state.value, item.code, item.attempts, item.next_at, item.reason, item.dossier_code


def _line(row: tuple[Any, ...]) -> tuple[bool | None, float | None, bool]:
    online, lost_at, alarm = row
    return None if online is None else bool(online), lost_at, alarm is not None


def _rows_in(files: dict[str, bytes], query: str) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        with closing(apsw.Connection(str(Path(folder) / FILE))) as connection:
            return connection.execute(query).fetchall()


def run(examples: int) -> None:
    """Let hypothesis live so many lives; one that fails is printed as the shortest that does."""
    run_state_machine_as_test(
        QueueMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_queue_is_what_its_model_says() -> None:
    run(50)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_the_queue_is_what_its_model_says_in_two_thousand_lives() -> None:
    run(2_000)
