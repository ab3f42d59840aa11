"""How the last update ended, kept on disk for ``catalogue status``."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import msgspec

_NAME = "last-update.json"


class Report(msgspec.Struct, frozen=True):
    """``status`` and ``reason`` as ``catalogue update --json`` prints them; times are aware.

    ``confirmed_until`` is when the signatures that were last found good expire; None when none ever were.
    """

    at: datetime
    status: str
    reason: str
    message: str
    confirmed_until: datetime | None


def write_report(folder: Path, report: Report) -> None:
    """Replace the report in one step. Raises OSError."""
    new = folder / f".{_NAME}"
    with new.open("wb") as file:
        file.write(msgspec.json.encode(report))
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / _NAME)


def read_report(folder: Path) -> Report | None:
    """Return the last report; None when there is none, or none that can be read."""
    try:
        return msgspec.json.decode((folder / _NAME).read_bytes(), type=Report)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError):
        return None
