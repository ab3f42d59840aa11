"""What happens in people's lives, and which procedures it brings: the way in for those who do not know a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.text import Text


class EventPicture(StrEnum):
    """The pictograms that a life event can have."""

    BABY = "baby"
    RINGS = "rings"
    CANDLE = "candle"
    COPIES = "copies"
    PEN = "pen"
    HOUSE = "house"
    HEART = "heart"
    SHOP = "shop"


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """One event; ``line`` says what it is about, ``procedures`` are codes, the commonest first."""

    key: str
    name: Text
    line: Text
    picture: EventPicture
    procedures: tuple[str, ...]
