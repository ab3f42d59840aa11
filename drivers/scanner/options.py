"""What to set on a device, by what it offers: names differ by backend, so they are read by their meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

_A4_MM = {"page_width": 210.0, "page_height": 297.0, "br_x": 210.0, "br_y": 297.0}
"""The paper's size comes first where there is such an option (fujitsu, canon_dr): it moves the limits of the others."""

_DEPTH = 8
_FEEDERS = ("adf", "feeder", "duplex", "simplex")
_BOTH = ("duplex", "both")
_OTHER = ("back", "card", "slide", "film", "transparency", "flatbed")
_SENSORS = ("double_feed", "cover_open", "page_loaded")
"""Options of fujitsu and its kin that tell what SANE's status cannot."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The names of a device's paper sources, as far as it has them; ``glass`` when nothing feeds paper."""

    duplex: str | None
    simplex: str | None

    @property
    def glass(self) -> bool:
        """Whether the device has no feeder that could be chosen."""
        return self.duplex is None and self.simplex is None


@dataclass(frozen=True, slots=True)
class SetUp:
    """How the device will scan."""

    both_sides: bool
    feeds: bool
    dpi: int


def sources(offered: Iterable[str]) -> Sources:
    """Sort source names: ``ADF Front``, ``Duplex``, ``Automatic Document Feeder(left aligned,Duplex)`` and so on."""
    feeders = [name for name in offered if _has(name, _FEEDERS) and not _has(name, _OTHER)]
    duplex = next((name for name in feeders if _has(name, _BOTH)), None)
    return Sources(duplex, next((name for name in feeders if not _has(name, _BOTH)), None))


def rank(device: Any) -> int:
    """Say how well a device suits: 3 reads both sides of fed sheets, 2 one side, 1 has only a glass."""
    offered = sources(_choices(device, "source"))
    if offered.duplex or _duplex_switch(device):
        return 3
    return 2 if offered.simplex or "source" not in device.opt else 1


def set_up(device: Any, *, duplex: bool, dpi: int, grey: bool) -> SetUp:
    """Set what the device knows: python-sane accepts a misspelt option in silence, so each name is looked up first."""
    offered = sources(_choices(device, "source"))
    by_source = duplex and offered.duplex is not None
    name = offered.duplex if by_source else offered.simplex or offered.duplex
    if name is not None:
        device.source = name
    by_switch = not by_source and _turn_duplex_switch(device, on=duplex)
    words = ("gray", "grey") if grey else ("color", "colour")
    mode = next((mode for mode in _choices(device, "mode") if _has(mode, words)), None)
    if mode is not None:
        device.mode = mode
    if _DEPTH in _choices(device, "depth"):
        device.depth = _DEPTH
    if "Stop" in _choices(device, "df_action"):
        device.df_action = "Stop"
    resolution = _set_resolution(device, dpi)
    for option, length in _A4_MM.items():
        if _can_set(device, option):
            limit = device.opt[option].constraint
            setattr(device, option, min(length, limit[1]) if isinstance(limit, tuple) else length)
    both = by_source or by_switch or (name is not None and name == offered.duplex)
    return SetUp(both, not offered.glass or "source" not in device.opt, resolution)


def sensors(device: Any) -> tuple[str, ...]:
    """Return the names of the sensors that say yes."""
    told = []
    for name in _SENSORS:
        if name in device.opt and device.opt[name].is_active():
            with suppress(Exception):  # python-sane has no type for its errors; a sensor that fails tells nothing
                told += [name] if getattr(device, name) else []
    return tuple(told)


def nearest(offered: Sequence[float], wanted: int) -> int:
    """Return the lowest resolution that is no lower than the wanted one, or the highest that there is."""
    enough = [value for value in offered if value >= wanted]
    return int(min(enough) if enough else max(offered))


def _set_resolution(device: Any, dpi: int) -> int:
    if not _can_set(device, "resolution"):
        return dpi
    limit = device.opt["resolution"].constraint
    if isinstance(limit, list) and limit:
        dpi = nearest(limit, dpi)
    elif isinstance(limit, tuple):
        dpi = int(min(max(dpi, limit[0]), limit[1]))
    device.resolution = dpi
    return int(device.resolution)


def _duplex_switch(device: Any) -> bool:
    """Say whether duplex is an option of its own: ``adf-mode`` (epson) or a plain ``duplex`` (panasonic, utsushi)."""
    return "Duplex" in _choices(device, "adf_mode") or _can_set(device, "duplex")


def _turn_duplex_switch(device: Any, *, on: bool) -> bool:
    if "Duplex" in _choices(device, "adf_mode") and _can_set(device, "adf_mode"):
        device.adf_mode = "Duplex" if on else "Simplex"
        return on
    if _can_set(device, "duplex"):
        device.duplex = on
        return on
    return False


def _can_set(device: Any, name: str) -> bool:
    return name in device.opt and device.opt[name].is_active() and device.opt[name].is_settable()


def _choices(device: Any, name: str) -> list[Any]:
    constraint = device.opt[name].constraint if name in device.opt else None
    return constraint if isinstance(constraint, list) else []


def _has(name: str, words: Iterable[str]) -> bool:
    return any(word in name.casefold() for word in words)
