"""Keys to seal to, in a catalogue folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyrage


def new_key() -> str:
    """Return a public key whose private half nobody has."""
    return str(pyrage.x25519.Identity.generate().to_public())


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of ``recipients.toml``; ``first`` and ``last`` are the days (ISO) from and until which it holds."""

    first: str
    last: str
    key: str = field(default_factory=new_key)
    communes: tuple[str, ...] = ()

    def table(self, number: int) -> str:
        """Return it as TOML."""
        communes = ", ".join(f'"{commune}"' for commune in self.communes)
        return (
            f'[[recipients]]\nkey = "{self.key}"\nname = "Khóa {number}"\n'
            f"valid_from = {self.first}\nvalid_until = {self.last}\ncommunes = [{communes}]\n"
        )


def recipients_toml(*entries: Entry) -> str:
    """Return the file's text; without entries it takes every key away."""
    return "\n".join(entry.table(number) for number, entry in enumerate(entries, 1)) or "recipients = []\n"


def write_recipients(folder: Path, *entries: Entry) -> None:
    """Write the file into a catalogue folder."""
    (folder / "recipients.toml").write_text(recipients_toml(*entries), encoding="utf-8")
