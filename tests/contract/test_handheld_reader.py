"""The HandheldReader port, kept by the serial driver on a pseudo-terminal and by the reader that types."""

from __future__ import annotations

import os
import pty
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from drivers.code_reader.serial_reader import SerialReader
from drivers.code_reader.simulator import HandheldSimulator
from drivers.code_reader.typing_reader import TypingReader
from kiosk.domain.handheld import CodeFlaw, CodeHeard, CodeSpoilt, CodeTyped, HandheldOutcome, NoCode, ReaderGone
from kiosk.ports.code_reader import HandheldReader

CARD = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, Bình An, Đồng Tháp|12042021".encode()


@dataclass
class Line:
    """Both ends of a serial line: ``reader`` writes as the device does, ``path`` is what the kiosk opens."""

    reader: int
    kiosk: int

    @property
    def path(self) -> str:
        return os.ttyname(self.kiosk)


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line(*pty.openpty())
    yield line
    for end in (line.reader, line.kiosk):
        try:
            os.close(end)
        except OSError:
            pass


class Begun:
    """A wish to stop that is never uttered, and that notices when the wait has begun to look."""

    def __init__(self) -> None:
        self.looked = threading.Event()
        self.wish = threading.Event()

    def is_set(self) -> bool:
        self.looked.set()
        return self.wish.is_set()


def hear(path: str, *deeds: bytes | int) -> HandheldOutcome:
    """Wait in another thread; once it listens, write these bytes, or close that end of the line."""
    line, *rest = deeds
    assert isinstance(line, int)

    def act() -> None:
        for deed in rest:
            if isinstance(deed, bytes):
                os.write(line, deed)
            else:
                os.close(deed)

    return wait_while(SerialReader(path), act if rest else None)


def wait_while(reader: HandheldReader, act: Callable[[], None] | None) -> HandheldOutcome:
    """Wait in another thread; once it listens act, or wish it to stop."""
    begun, outcomes = Begun(), list[HandheldOutcome]()
    waiter = threading.Thread(target=lambda: outcomes.append(reader.wait(begun)))
    waiter.start()
    assert begun.looked.wait(60)
    (act or begun.wish.set)()
    waiter.join(60)
    assert outcomes, "the wait must end"
    return outcomes[0]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_card_comes_byte_for_byte(line: Line, end: bytes) -> None:
    assert hear(line.path, line.reader, CARD + end) == CodeHeard(CARD)


def test_codes_that_come_in_one_go_are_told_together(line: Line) -> None:
    address = b"https://one.example"
    assert hear(line.path, line.reader, address + b"\r\n" + CARD + b"\r\n") == CodeHeard(address, (CARD,))


def test_what_breaks_off_beside_a_whole_code_does_not_spoil_it(line: Line) -> None:
    assert hear(line.path, line.reader, CARD + b"\n" + CARD[:20]) == CodeHeard(CARD)


def test_a_card_in_pieces_is_one_card(line: Line) -> None:
    assert hear(line.path, line.reader, CARD[:40], CARD[40:], b"\r\n") == CodeHeard(CARD)


def test_the_card_of_the_one_before_is_forgotten(line: Line) -> None:
    assert hear(line.path, line.reader, b"https://one.example\n") == CodeHeard(b"https://one.example")
    os.write(line.reader, b"0" * 12 + b"|somebody else's\n")
    assert hear(line.path, line.reader, CARD + b"\n") == CodeHeard(CARD)


def test_signs_that_steer_a_terminal_are_bytes_like_others(line: Line) -> None:
    odd = b"\x03\x04\x11\x13\x1a|x"
    assert hear(line.path, line.reader, odd + b"\r") == CodeHeard(odd)


def test_a_card_that_breaks_off_is_not_passed_as_one(line: Line) -> None:
    assert hear(line.path, line.reader, CARD) == CodeSpoilt(CodeFlaw.BROKEN_OFF)


def test_what_is_not_utf_8_is_not_guessed_at(line: Line) -> None:
    assert hear(line.path, line.reader, b"Nguy\xean\n") == CodeSpoilt(CodeFlaw.NOT_UTF_8)


def test_a_wait_begins_when_the_one_before_has_let_the_device_go(line: Line) -> None:
    reader, waits = SerialReader(line.path), [Begun(), Begun()]
    outcomes: list[HandheldOutcome] = []
    threads = [threading.Thread(target=lambda one=one: outcomes.append(reader.wait(one))) for one in waits]
    threads[0].start()
    assert waits[0].looked.wait(10)
    threads[1].start()
    waits[0].wish.set()
    assert waits[1].looked.wait(10)
    os.write(line.reader, CARD + b"\n")
    for thread in threads:
        thread.join(10)
    assert outcomes == [NoCode(), CodeHeard(CARD)]


def test_a_simulated_reader_is_read_like_any_other() -> None:
    with closing(HandheldSimulator()) as simulated:
        reader = SerialReader(simulated.url.removeprefix("serial://"))
        simulated.hold(b"somebody else's")
        assert wait_while(reader, lambda: simulated.hold(CARD)) == CodeHeard(CARD)


def test_a_reader_that_is_unplugged_is_gone(line: Line) -> None:
    assert isinstance(hear(line.path, line.reader, line.reader), ReaderGone)


def test_a_reader_that_is_not_there_is_gone() -> None:
    gone = SerialReader("/dev/ttyACM-none").wait(threading.Event())
    assert isinstance(gone, ReaderGone)
    assert "/dev/ttyACM-none" in gone.reason


def test_a_wish_to_stop_ends_the_wait(line: Line) -> None:
    assert hear(line.path, line.reader) == NoCode()


# the reader that types


def test_what_was_typed_comes_as_it_was_typed() -> None:
    reader = TypingReader()
    assert wait_while(reader, lambda: reader.take("087153004821|x")) == CodeTyped("087153004821|x")


def test_what_broke_off_in_typing_is_spoilt() -> None:
    reader = TypingReader()
    assert wait_while(reader, lambda: reader.take(None)) == CodeSpoilt(CodeFlaw.BROKEN_OFF)


def test_what_was_typed_while_nobody_waited_is_forgotten() -> None:
    reader = TypingReader()
    reader.take("somebody else's")
    assert wait_while(reader, None) == NoCode()
    reader.take("somebody else's")
    assert wait_while(reader, lambda: reader.take("mine")) == CodeTyped("mine")
