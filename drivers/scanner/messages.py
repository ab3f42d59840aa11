"""What the scanner and its worker say to each other: typed, checked on arrival, carried by ``frames``."""

from __future__ import annotations

from typing import IO, Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from drivers.scanner.frames import FrameError, write_message

_LONGEST_EDGE = 40_000
_LARGEST_SIDE = 1 << 28
"""Bytes of one side; A4 in colour at 600 dots an inch has 104 million."""

Count = Annotated[int, Meta(ge=1, le=10_000)]
Pixels = Annotated[int, Meta(ge=1, le=_LONGEST_EDGE)]


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag=True):
    pass


class WarmUp(_Message, frozen=True):
    """To the worker, first: load SANE for this device, and wait for the job."""

    device: str


class Job(_Message, frozen=True):
    """To the worker: scan. ``seen_name`` and ``seen_model`` are what ``device`` was the last time, empty before."""

    device: str
    seen_name: str
    seen_model: str
    duplex: bool
    dpi: int
    grey: bool


class StopJob(_Message, frozen=True):
    """To the worker: stop after the side under way."""


class Opened(_Message, frozen=True):
    """From the worker: the device is open and set up as far as it can be."""

    device: str
    model: str
    both_sides: bool
    dpi: Annotated[int, Meta(ge=1, le=10_000)]


class SideBegan(_Message, frozen=True):
    """From the worker: a side is being read."""

    sheet: Count
    side: Literal["front", "back"]


class SideMoved(_Message, frozen=True):
    """From the worker: so much of the side has been read."""

    fraction: Annotated[float, Meta(ge=0, le=1)]


class SideRead(_Message, frozen=True):
    """From the worker: the pixels of the side follow, in Pillow's mode L or RGB."""

    width: Pixels
    height: Pixels
    expected_height: Annotated[int, Meta(ge=-1, le=_LONGEST_EDGE)]
    mode: Literal["L", "RGB"]

    @property
    def size(self) -> int:
        """How many bytes of pixels follow."""
        return self.width * self.height * len(self.mode)


class Ended(_Message, frozen=True):
    """From the worker, last: SANE's own words, and the sensors of the device that say yes."""

    words: str
    sensors: tuple[str, ...] = ()


FromWorker = Opened | SideBegan | SideMoved | SideRead | Ended
_M = TypeVar("_M", bound=_Message)


def say(pipe: IO[bytes], message: _Message) -> None:
    """Write a message. Raises OSError."""
    write_message(pipe, **msgspec.to_builtins(message))


def hear(frame: dict[str, Any], kind: type[_M]) -> _M:
    """Return the message in a frame that must be of this kind. Raises FrameError."""
    message: _M = _convert(frame, kind)
    return message


def hear_worker(frame: dict[str, Any] | bytes | FrameError | None) -> FromWorker:
    """Return what the worker says. Raises FrameError for anything that it may not say, and for the end of the pipe."""
    if not isinstance(frame, dict):
        raise FrameError("the scan process ended" if frame is None else f"not a message: {frame!r:.80}")
    message: FromWorker = _convert(frame, FromWorker)
    if isinstance(message, SideRead) and message.size > _LARGEST_SIDE:
        raise FrameError(f"a side of {message.size} bytes")
    return message


def _convert(frame: dict[str, Any], kind: Any) -> Any:
    try:
        return msgspec.convert(frame, kind)
    except msgspec.ValidationError as error:
        raise FrameError(f"not a message: {error}") from error
