"""The inside of the simulated printer: a buffer that fills, a head that prints from it, answers in between."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from drivers.receipt_printer.simulator import intake
from drivers.receipt_printer.simulator.intake import Intake
from drivers.receipt_printer.simulator.roll import Roll
from drivers.receipt_printer.simulator.state import PrinterState

BUFFER_BYTES = 32 * 1024
"""What it takes while it does not print."""

_CLEARED = b"\x37\x25\x00"
_POLL_S = 0.01


class Engine:
    """One connection's printer. ``take`` gives it what arrived, ``say`` is called with each answer.

    Prints in a thread of its own, so that it answers questions while it prints. ``hang_up`` is called when the line is
    to break. ``close`` ends the thread.
    """

    def __init__(
        self, state: PrinterState, roll: Roll, say: Callable[[bytes], None], hang_up: Callable[[], None]
    ) -> None:
        self._state = state
        self._roll = roll
        self._say_at_once = say
        self._hang_up = hang_up
        self._intake = Intake()
        self._waiting: deque[bytes] = deque()
        self._told: bytes | None = None
        self._changed = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._print_all, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End; what is in the buffer stays unprinted."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._thread.join()

    def finish(self) -> None:
        """End once everything that can be printed was printed: the other side has closed the connection."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or not self._waiting or self._state.is_blocked(), 5.0)
        self.close()

    def has_room(self) -> bool:
        """Say whether the buffer takes more; a printer that is busy, or stands still, takes nothing when it is full."""
        with self._changed:
            return sum(map(len, self._waiting)) + len(self._intake) <= BUFFER_BYTES

    def take(self, chunk: bytes) -> None:
        """Take what arrived, and answer at once what is answered at once. See ``has_room`` before taking more."""
        for command in self._intake.take(chunk):
            if command[:2] in intake.REALTIME:
                self._at_once(command)
            elif len(command) > 1:  # the rest is white and text, which no slip has
                with self._changed:
                    self._waiting.append(command)
                    self._changed.notify_all()

    def _at_once(self, command: bytes) -> None:
        if command[:2] == intake.STATUS:
            if self._state.deaf and self._waiting:
                return
            self._say(bytes((self._state.answer(command[2]),)))
        elif command[:2] == intake.CLEAR:
            self._forget()
            self._say(_CLEARED)
        elif self._state.cutter_error:
            self._forget()

    def _forget(self) -> None:
        with self._changed:
            self._waiting.clear()
            self._intake.forget()
            self._changed.notify_all()

    def _say(self, data: bytes) -> None:
        if not self._state.silent:
            time.sleep(self._state.answer_delay)
            self._say_at_once(data)

    def _print_all(self) -> None:
        while not self._ended:
            self._report_changes()
            if self._state.is_blocked() or not self._do_one():
                with self._changed:
                    self._changed.notify_all()
                    if not self._ended:
                        self._changed.wait(_POLL_S)

    def _report_changes(self) -> None:
        if self._told is not None and (now := self._state.report()) != self._told:
            self._told = now
            self._say(now)

    def _do_one(self) -> bool:
        """Carry out the first command that waits; False when there is none."""
        with self._changed:
            if not self._waiting:
                return False
            command = self._waiting.popleft()
            self._changed.notify_all()
        match command[:2]:
            case intake.RASTER:
                self._raster(command)
            case intake.CUT:
                self._roll.cut()
                self._state.cut_done()
            case intake.REPORT_CHANGES if self._state.reports:
                self._told = b""
            case intake.CONFIRM if not self._state.mute_after_cut:
                self._say(b"\x03" if self._state.paper_low else b"\x00")
        return True

    def _raster(self, command: bytes) -> None:
        across = int.from_bytes(command[4:6], "little")
        rows = [command[start : start + across] for start in range(intake.RASTER_HEAD, len(command), across)]
        time.sleep(self._state.seconds_per_band)
        done = 0
        while done < len(rows):
            if self._state.is_line_cut():
                self._ended = True
                self._hang_up()
                return
            if self._state.is_blocked():
                self._put_back(command, across, done)
                return
            some = rows[done : done + self._state.lines_until_change()]
            self._roll.burn(some)
            self._state.lines_printed(len(some))
            done += len(some)

    def _put_back(self, command: bytes, across: int, done: int) -> None:
        """Keep the rest of a band: it is printed when the fault is mended, unless it is forgotten."""
        down = int.from_bytes(command[6:8], "little") - done
        rest = command[:6] + down.to_bytes(2, "little") + command[intake.RASTER_HEAD + across * done :]
        with self._changed:
            self._waiting.appendleft(rest)
