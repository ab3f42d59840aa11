"""The two usual ways to type Vietnamese on a plain keyboard, as data: which key gives which tone or sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kiosk.vietnamese.tones import MARKS, PLAIN

Signs = Mapping[str, str]
"""What a key makes of which letters, in small letters: ``{"a": "ă"}``."""


class Method(StrEnum):
    """How Vietnamese is typed: signs by letters (*tieengs*), or by digits (*tie61ng*)."""

    TELEX = "telex"
    VNI = "vni"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the keys of a method do besides writing themselves."""

    tones: Mapping[str, str]
    signs: Mapping[str, Signs]
    alone: Mapping[str, str]
    """What a key writes where it has no letter to change: the W of *tw*."""


def _tones(keys: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(keys, (*MARKS, PLAIN), strict=True)))


MEANINGS: Mapping[Method, Meaning] = MappingProxyType(
    {
        Method.TELEX: Meaning(
            tones=_tones("sfrxjz"),
            signs={
                "a": {"a": "â"},
                "e": {"e": "ê"},
                "o": {"o": "ô"},
                "w": {"a": "ă", "o": "ơ", "u": "ư"},
                "d": {"d": "đ"},
            },
            alone={"w": "ư"},
        ),
        Method.VNI: Meaning(
            tones=_tones("123450"),
            signs={
                "6": {"a": "â", "e": "ê", "o": "ô"},
                "7": {"o": "ơ", "u": "ư"},
                "8": {"a": "ă"},
                "9": {"d": "đ"},
            },
            alone={},
        ),
    }
)
