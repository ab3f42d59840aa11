"""The HandheldReader port, kept by the serial driver on a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from drivers.code_reader.serial_reader import SerialReader
from kiosk.domain.handheld import CodeFlaw, CodeHeard, CodeSpoilt, HandheldOutcome, NoCode, ReaderGone

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
    begun, outcomes = Begun(), list[HandheldOutcome]()
    waiter = threading.Thread(target=lambda: outcomes.append(SerialReader(path).wait(begun)))
    waiter.start()
    assert begun.looked.wait(10)
    line, *rest = deeds
    assert isinstance(line, int)
    for deed in rest:
        if isinstance(deed, bytes):
            os.write(line, deed)
        else:
            os.close(deed)
    if not rest:
        begun.wish.set()
    waiter.join(10)
    assert outcomes, "the wait must end"
    return outcomes[0]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_card_comes_byte_for_byte(line: Line, end: bytes) -> None:
    assert hear(line.path, line.reader, CARD + end) == CodeHeard(CARD)


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


def test_a_reader_that_is_unplugged_is_gone(line: Line) -> None:
    assert isinstance(hear(line.path, line.reader, line.reader), ReaderGone)


def test_a_reader_that_is_not_there_is_gone() -> None:
    gone = SerialReader("/dev/ttyACM-none").wait(threading.Event())
    assert isinstance(gone, ReaderGone)
    assert "/dev/ttyACM-none" in gone.reason


def test_a_wish_to_stop_ends_the_wait(line: Line) -> None:
    assert hear(line.path, line.reader) == NoCode()
