"""The device's own word about its feeder, asked beside SANE where the device speaks eSCL (DESIGN 6)."""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urljoin

from drivers.scanner.escl_documents import value_of
from kiosk.domain.scan_machine import Feeder

_STATES = {
    "ScannerAdfProcessing": Feeder.BUSY,
    "ScannerAdfLoaded": Feeder.LOADED,
    "ScannerAdfEmpty": Feeder.EMPTY,
    "ScannerAdfJam": Feeder.JAMMED,
    "ScannerAdfMispick": Feeder.JAMMED,
    "ScannerAdfHatchOpen": Feeder.COVER_OPEN,
    "ScannerAdfMultipickDetected": Feeder.DOUBLE_FEED,
    "ScannerAdfDuplexPageTooShort": Feeder.STOPPED,
    "ScannerAdfDuplexPageTooLong": Feeder.STOPPED,
    "ScannerAdfInputTrayFailed": Feeder.STOPPED,
    "ScannerAdfInputTrayOverloaded": Feeder.STOPPED,
}
"""Mopria eSCL 2.9, AdfState."""

_ASK_SECONDS = 2.0
_AGAIN_SECONDS = 0.25
_TRIES = 4
_LONGEST_ANSWER = 1 << 16
_SYSTEM_CONFIG = "/etc/sane.d"
_JOB = re.compile(r"<(?:\w+:)?JobInfo>.*?</(?:\w+:)?JobInfo>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FeederAnswer:
    """What the device said, sorted and in its own words; the words are empty when it said nothing.

    ``job`` names its newest job, which was last busy ``age`` seconds ago and has made ``images``, where it counts them.
    """

    feeder: Feeder
    words: str = ""
    job: str = ""
    age: int = 0
    images: int | None = None


def escl_url_of(device: str, sane_config_dir: str) -> str | None:
    """Return the eSCL address of an airscan device, as ``airscan.conf`` names it; None for any other device."""
    backend, _, name = device.partition(":")
    if backend != "airscan":
        return None
    wanted = name.partition(":")[2]
    for title, url in _configured(Path(sane_config_dir or _SYSTEM_CONFIG)):
        if title == wanted:
            return url
    return None


def _configured(folder: Path) -> Iterable[tuple[str, str]]:
    for file in (folder / "airscan.conf", *sorted((folder / "airscan.d").glob("*"))):
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for line in lines:
            title, equals, value = line.partition("=")
            address, _, protocol = value.partition(",")
            if equals and address.strip().startswith("http") and protocol.strip().casefold() in {"", "escl"}:
                yield title.strip().strip('"'), address.strip()


def ask_feeder(url: str, pause: Callable[[float], None] = time.sleep) -> FeederAnswer:
    """Ask for the state of the feeder; while the paper still moves, some times more."""
    answer = FeederAnswer(Feeder.BUSY)
    for attempt in range(_TRIES):
        if attempt:
            pause(_AGAIN_SECONDS)
        answer = _answer_in(_status_of(url))
        if answer.feeder is not Feeder.BUSY:
            break
    return answer


def _answer_in(status: str) -> FeederAnswer:
    words = value_of(status, "AdfState") or ""
    feeder = _STATES.get(words, Feeder.UNKNOWN)
    jobs = [(_count(job, "Age"), job) for job in _JOB.findall(status)]
    age, newest = min(((age, job) for age, job in jobs if age is not None), default=(0, ""))
    return FeederAnswer(feeder, words, value_of(newest, "JobUri") or "", age, _count(newest, "ImagesCompleted"))


def _count(document: str, name: str) -> int | None:
    digits = value_of(document, name) or ""
    return int(digits) if digits.isascii() and digits.isdigit() else None


def end_jobs(url: str) -> None:
    """End what a killed worker has left behind: the device would refuse the next batch until it gives up by itself."""
    for job in _JOB.findall(_status_of(url)):
        address = value_of(job, "JobUri")
        if address and value_of(job, "JobState") in {"Processing", "Pending"}:
            _exchange(urljoin(url, address), "DELETE")


def _status_of(url: str) -> str:
    return _exchange(f"{url}/ScannerStatus", "GET")


def _exchange(url: str, method: str) -> str:
    request = urllib.request.Request(url, method=method)  # noqa: S310 - from our own settings
    try:
        with urllib.request.urlopen(request, timeout=_ASK_SECONDS) as answer:  # noqa: S310 - likewise
            return str(answer.read(_LONGEST_ANSWER).decode("utf-8", "replace"))
    except (OSError, urllib.error.URLError, HTTPException, ValueError):
        return ""
