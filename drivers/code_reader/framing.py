"""From the bytes of a serial line to codes: each ends with CR or LF, is no longer than a QR code, and is UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.handheld import CodeFlaw, CodeHeard, CodeSpoilt

LONGEST = 2953
"""Bytes that the largest QR code holds (version 40-L, ISO/IEC 18004)."""

_ENDS = b"\r\n"


class Framing:
    """Cuts a stream into codes, however it comes in pieces. What is not a whole code is never passed as one."""

    def __init__(self) -> None:
        self._code = bytearray()
        self._too_long = False

    def feed(self, data: bytes) -> Iterator[CodeHeard | CodeSpoilt]:
        """Take what came; yields each code that it completes."""
        for byte in data:
            if byte in _ENDS:
                yield from self._take()
            elif len(self._code) < LONGEST:
                self._code.append(byte)
            else:
                self._too_long = True

    def silence(self) -> CodeSpoilt | None:
        """Take note that nothing more has come for a while: a code without its end has broken off."""
        begun, self._too_long = bool(self._code), False
        self._code.clear()
        return CodeSpoilt(CodeFlaw.BROKEN_OFF) if begun else None

    def _take(self) -> Iterator[CodeHeard | CodeSpoilt]:
        code, too_long = bytes(self._code), self._too_long
        self._code.clear()
        self._too_long = False
        if too_long:
            yield CodeSpoilt(CodeFlaw.TOO_LONG)
        elif code:
            yield _checked(code)


def _checked(code: bytes) -> CodeHeard | CodeSpoilt:
    try:
        code.decode("utf-8")
    except UnicodeDecodeError:
        return CodeSpoilt(CodeFlaw.NOT_UTF_8)
    return CodeHeard(code)
