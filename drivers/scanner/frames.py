"""Length-capped frames over a pipe: JSON messages and raw pixels, so that garbage from a child costs an error, no more.

A frame is one byte of kind (``J`` or ``B``), four bytes of length (big-endian), and the body.
"""

from __future__ import annotations

import json
from typing import IO, Any

CAP = 1 << 20
"""Bytes that a body may have."""

_HEAD = 5


class FrameError(Exception):
    """What came over the pipe is no frame."""


def write_message(pipe: IO[bytes], **fields: Any) -> None:
    """Write a JSON message."""
    _write(pipe, b"J", json.dumps(fields).encode())


def write_pixels(pipe: IO[bytes], data: bytes) -> None:
    """Write raw bytes, in as many frames as they need."""
    for start in range(0, len(data), CAP):
        _write(pipe, b"B", data[start : start + CAP])


def _write(pipe: IO[bytes], kind: bytes, body: bytes) -> None:
    pipe.write(kind + len(body).to_bytes(4, "big") + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> dict[str, Any] | bytes | None:
    """Read one frame: a message, raw bytes, or None at the end of the pipe. Raises FrameError."""
    head = _exactly(pipe, _HEAD)
    if head is None:
        return None
    kind, length = head[:1], int.from_bytes(head[1:], "big")
    if kind not in {b"J", b"B"} or length > CAP:
        raise FrameError(f"not a frame: {head!r}")
    body = _exactly(pipe, length)
    if body is None:
        raise FrameError("the pipe ended within a frame")
    if kind == b"B":
        return body
    try:
        message = json.loads(body)
    except ValueError as error:
        raise FrameError("a message is no JSON") from error
    if not isinstance(message, dict):
        raise FrameError("a message is no object")
    return message


def _exactly(pipe: IO[bytes], length: int) -> bytes | None:
    """Read exactly so many bytes; None at a clean end. Raises FrameError when the pipe ends in between."""
    data = b""
    while len(data) < length:
        piece = pipe.read(length - len(data))
        if not piece:
            if data:
                raise FrameError("the pipe ended within a frame")
            return None
        data += piece
    return data
