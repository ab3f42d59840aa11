"""Frames over a pipe: what was written is read, and garbage is an error, never more."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.scanner.frames import CAP, FrameError, read_frame, write_message, write_pixels


@given(st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=20), max_size=4))
def test_a_message_is_read_as_it_was_written(fields: dict[str, object]) -> None:
    pipe = BytesIO()
    write_message(pipe, **fields)
    pipe.seek(0)
    assert read_frame(pipe) == fields
    assert read_frame(pipe) is None


def test_pixels_come_in_frames_below_the_cap() -> None:
    pipe, pixels = BytesIO(), bytes(range(256)) * (CAP // 100)
    write_pixels(pipe, pixels)
    pipe.seek(0)
    read = []
    while isinstance(frame := read_frame(pipe), bytes):
        assert len(frame) <= CAP
        read.append(frame)
    assert b"".join(read) == pixels


@pytest.mark.parametrize(
    "garbage", [b"X\0\0\0\1a", b"J\xff\xff\xff\xff", b"J\0\0\0\5ab", b"J\0\0", b"J\0\0\0\2[]", b"J\0\0\0\3{x}"]
)
def test_garbage_is_an_error(garbage: bytes) -> None:
    with pytest.raises(FrameError):
        read_frame(BytesIO(garbage))


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(garbage: bytes) -> None:
    pipe = BytesIO(garbage)
    try:
        while read_frame(pipe) is not None:
            pass
    except FrameError:
        pass
