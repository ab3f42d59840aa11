"""One program at a time at the printer, and half a slip that is remembered."""

from __future__ import annotations

from pathlib import Path

from drivers.receipt_printer.half_slip import HalfSlip
from drivers.receipt_printer.turn import turn


def test_nobody_has_a_turn_while_another_has_it(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with turn(file, 0.0) as first, turn(file, 0.03) as second:
        assert (first, second) == (True, False)
    with turn(file, 0.0) as third:
        assert third


def test_where_no_lock_can_be_made_everybody_has_a_turn(tmp_path: Path) -> None:
    with turn(tmp_path / "missing" / "lock", 0.0) as ours, turn(None, 0.0) as theirs:
        assert ours
        assert theirs


def test_who_only_looks_waits_too_and_leaves_no_file(tmp_path: Path) -> None:
    with turn(tmp_path / "lock", 0.0, leaves_traces=False) as ours:
        assert ours
    assert not list(tmp_path.iterdir())
    with turn(tmp_path / "lock", 0.0), turn(tmp_path / "lock", 0.03, leaves_traces=False) as theirs:
        assert not theirs


def test_half_a_slip_is_remembered_by_the_next_program_too(tmp_path: Path) -> None:
    HalfSlip(tmp_path / "half").begin()
    assert HalfSlip(tmp_path / "half").hangs
    HalfSlip(tmp_path / "half").end()
    assert not HalfSlip(tmp_path / "half").hangs
    HalfSlip(tmp_path / "half").end()


def test_half_a_slip_is_remembered_where_nothing_can_be_written(tmp_path: Path) -> None:
    for file in (None, tmp_path / "missing" / "half"):
        half = HalfSlip(file)
        half.begin()
        assert half.hangs
        half.end()
        assert not half.hangs
