"""Voucher codes from a file that staff fill, and a book of what was given and redeemed: a day and a code, no more.

A voucher is on the disk as given before anybody learns its code, so that none is given twice. One that was given to
nobody, by a crash in between, is lost: the cheaper of the two errors.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from drivers.durable import sync_folder
from kiosk.domain.gift import Gift, GiftStock, Redeemed, Redemption
from kiosk.domain.text import Text

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{2,19}")
_GIVEN, _REDEEMED = "given", "redeemed"


class GiftFileError(ValueError):
    """The file of codes cannot be used; the message names the line and the mend."""


class GiftShelf:
    """Implements the Gifts port. ``codes`` has one code a line, ``book`` is made by the first that is taken.

    ``words`` say what to do with a voucher; ``today`` gives the local day. Raises GiftFileError for a file of codes
    that cannot be used.
    """

    def __init__(self, codes: Path, book: Path, words: Text, today: Callable[[], date]) -> None:
        self._codes = codes
        self._book = book
        self._words = words
        self._today = today
        _read_codes(codes)

    def take(self) -> Gift | None:
        """Take the first code that was not given yet; the file is read anew, staff may have filled it up."""
        try:
            with self._open_book() as (handle, days):
                code = next((one for one in _read_codes(self._codes) if one not in days[_GIVEN]), None)
                if code is None:
                    return None
                self._write(handle, _GIVEN, code)
        except (OSError, GiftFileError):
            return None
        return Gift(code, self._words)

    def redeem(self, code: str) -> Redeemed:
        """Write down that a voucher was brought. Raises OSError."""
        code = code.strip().upper()
        with self._open_book() as (handle, days):
            if code not in days[_GIVEN]:
                return Redeemed(Redemption.NEVER_GIVEN)
            if code in days[_REDEEMED]:
                return Redeemed(Redemption.REDEEMED_BEFORE, days[_REDEEMED][code])
            self._write(handle, _REDEEMED, code)
            return Redeemed(Redemption.REDEEMED, self._today())

    def stock(self) -> GiftStock:
        """Count. Raises OSError and GiftFileError."""
        days = _read_book(self._book.read_bytes() if self._book.exists() else b"")
        left = sum(1 for code in _read_codes(self._codes) if code not in days[_GIVEN])
        return GiftStock(left, len(days[_GIVEN]), len(days[_REDEEMED]))

    @contextmanager
    def _open_book(self) -> Iterator[tuple[int, dict[str, dict[str, date]]]]:
        """Open the book for this process alone, without a last line that a power cut left half written."""
        handle = os.open(self._book, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            written = os.pread(handle, os.fstat(handle).st_size, 0)
            whole = written.rfind(b"\n") + 1
            if whole < len(written):
                os.ftruncate(handle, whole)
            yield handle, _read_book(written[:whole])
        finally:
            os.close(handle)

    def _write(self, handle: int, deed: str, code: str) -> None:
        os.write(handle, f"{self._today().isoformat()} {deed} {code}\n".encode("ascii"))
        os.fsync(handle)
        sync_folder(self._book.parent)


def _read_codes(file: Path) -> list[str]:
    """Return the codes in their order, each once. Raises GiftFileError."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GiftFileError(f"{file}: cannot be read ({error})") from error
    codes: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        code = line.strip().upper()
        if not code or code.startswith("#"):
            continue
        if not _CODE.fullmatch(code):
            raise GiftFileError(f"{file}, line {number}: {code!r} is no code; write 3 to 20 of A-Z, 0-9 and dashes")
        codes[code] = None
    return list(codes)


def _read_book(written: bytes) -> dict[str, dict[str, date]]:
    """Return the day of each code that was given and of each that was redeemed; what is no line of ours is left out."""
    days: dict[str, dict[str, date]] = {_GIVEN: {}, _REDEEMED: {}}
    for line in written.decode("ascii", "replace").splitlines():
        words = line.split(" ")
        if len(words) == 3 and words[1] in days:  # noqa: PLR2004 - day, deed, code
            days[words[1]][words[2]] = _day(words[0])
    return days


def _day(written: str) -> date:
    """Read a day; a code whose day is damaged was given all the same."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.min
