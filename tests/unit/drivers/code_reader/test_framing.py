"""A serial line's bytes become codes: whole ones, in strict UTF-8, however the bytes come in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.code_reader.framing import LONGEST, Framing
from kiosk.domain.handheld import CodeFlaw, CodeHeard, CodeSpoilt

CARD = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, Bình An, Đồng Tháp|12042021".encode()
lines = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=60)


def heard(*pieces: bytes) -> list[CodeHeard | CodeSpoilt]:
    framing = Framing()
    return [code for piece in pieces for code in framing.feed(piece)]


@given(st.lists(lines, max_size=4), st.sampled_from([b"\r", b"\n", b"\r\n"]), st.data())
def test_codes_are_the_same_in_whatever_pieces_they_come(texts: list[str], end: bytes, data: st.DataObject) -> None:
    stream = b"".join(text.encode() + end for text in texts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    pieces = [stream[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert heard(*pieces) == [CodeHeard(text.encode()) for text in texts]


@given(st.binary(max_size=400))
def test_no_bytes_pass_for_a_code_unless_they_are_utf_8(noise: bytes) -> None:
    for code in heard(noise, b"\n"):
        if isinstance(code, CodeHeard):
            assert code.payload.decode("utf-8").encode() == code.payload


def test_a_code_in_another_character_set_is_not_guessed_at() -> None:
    assert heard("Nguyễn".encode("utf-16-le") + b"\xff\n") == [CodeSpoilt(CodeFlaw.NOT_UTF_8)]
    assert heard("Huế".encode("cp1258", "replace") + b"\xea\n") == [CodeSpoilt(CodeFlaw.NOT_UTF_8)]


def test_what_is_longer_than_a_code_can_be_is_dropped_and_the_next_is_heard() -> None:
    assert heard(b"x" * (LONGEST + 1) + b"\n" + CARD + b"\r\n") == [CodeSpoilt(CodeFlaw.TOO_LONG), CodeHeard(CARD)]
    assert heard(b"x" * LONGEST + b"\n") == [CodeHeard(b"x" * LONGEST)]


@pytest.mark.parametrize("part", [CARD[:-1], b"x" * (LONGEST + 9)])
def test_a_code_without_its_end_has_broken_off(part: bytes) -> None:
    framing = Framing()
    assert list(framing.feed(part)) == []
    assert framing.silence() == CodeSpoilt(CodeFlaw.BROKEN_OFF)
    assert framing.silence() is None
    assert list(framing.feed(CARD + b"\n")) == [CodeHeard(CARD)]
