"""Where the citizen is: small values that can be stacked, so that *Quay lại* is a pop."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kiosk.session.draft import Section


class Stop(Enum):
    """A place of the journey that has nothing more to say than its name."""

    ATTRACT = auto()
    HOME = auto()
    BOARD = auto()
    EVENTS = auto()
    CHOOSE = auto()
    SEARCH = auto()
    GUIDE = auto()
    PRINT_PAPER = auto()
    SHOW_SLIP = auto()
    SLIP_SCANNING = auto()
    SLIP_CODE = auto()
    SLIP_SECRET = auto()
    LOOKING_UP = auto()
    DOSSIER = auto()
    NO_DOSSIER = auto()
    NOTICE = auto()
    IDENTIFY = auto()
    CARD_READY = auto()
    CARD_SCANNING = auto()
    CARD_READ = auto()
    PAPERS = auto()
    CHECK = auto()
    DECLARE = auto()
    SENDING = auto()
    NOT_SAVED = auto()
    SLIP = auto()
    ORIGINALS = auto()
    RATE = auto()
    PRACTISED = auto()
    OUT_OF_ORDER = auto()


@dataclass(frozen=True, slots=True)
class AtEvent:
    """Among the procedures of one life event."""

    key: str


@dataclass(frozen=True, slots=True)
class AtQuestion:
    """One question of one of the three forms."""

    section: Section
    name: str


class RowStop(Enum):
    """What is done with an attachment row."""

    READY = auto()
    SCANNING = auto()
    FAULT = auto()
    TURN = auto()
    REVIEW = auto()


@dataclass(frozen=True, slots=True)
class AtRow:
    """At one attachment row."""

    stop: RowStop
    component: str


Position = Stop | AtEvent | AtQuestion | AtRow


_PASSING = {
    Stop.PRINT_PAPER,
    Stop.SLIP_SCANNING,
    Stop.LOOKING_UP,
    Stop.NO_DOSSIER,
    Stop.CARD_SCANNING,
    Stop.SENDING,
    Stop.NOT_SAVED,
}


def may_be_returned_to(position: Position) -> bool:
    """Say whether *Quay lại* may come back here: not to places where the machine was at work."""
    if isinstance(position, AtRow):
        return position.stop is RowStop.READY
    return position not in _PASSING
