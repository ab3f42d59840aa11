"""Lists of choices that many forms share (provinces, peoples, countries), kept once and named by the forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.forms.model import Choice


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One list. ``within`` gives each choice's value the one of the list around it (a commune's province)."""

    choices: tuple[Choice, ...]
    within: Mapping[str | int | float | bool, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class References:
    """The lists by name, and the addresses (``choicesByUrl``) of portal documents that stand for them."""

    lists: Mapping[str, ReferenceList] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)

    def find(self, url: str) -> tuple[str, ReferenceList] | None:
        """Return the list that an address stands for: ``reference:provinces``, or a known portal address."""
        name = url.removeprefix("reference:") if url.startswith("reference:") else self.addresses.get(url, "")
        found = self.lists.get(name)
        return None if found is None else (name, found)


NO_REFERENCES = References()
