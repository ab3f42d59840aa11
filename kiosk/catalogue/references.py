"""Reading the reference lists: provinces, communes, peoples, countries."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from kiosk.catalogue.errors import CatalogueError
from kiosk.domain.text import Text
from kiosk.forms.model import Choice
from kiosk.forms.references import ReferenceList, References


class _Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    value: str
    vi: str
    en: str = ""
    gloss_vi: str = ""
    gloss_en: str = ""
    within: str = ""


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file. ``source`` says where it comes from, ``as_of`` of which day it is, ``unverified`` what is doubtful."""

    source: str
    as_of: date
    choices: tuple[_Choice, ...]
    unverified: tuple[str, ...] = ()


def load_references(directory: Path) -> References:
    """Read ``reference/*.json`` and ``reference/addresses.toml``. Raises CatalogueError that names the file."""
    lists = {file.stem: _read(file) for file in sorted(directory.glob("*.json"))}
    addresses = directory / "addresses.toml"
    known = _addresses(addresses)
    for url, name in known.items():
        if not isinstance(name, str) or name not in lists:
            raise CatalogueError(f"{addresses}: {url} stands for {name!r}, which is no list; correct the name")
    return References(lists, known)


def _addresses(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise CatalogueError(f"{file}: cannot be read ({error.strerror}); give a readable file") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{file}: {error}; correct the TOML there") from error


def _read(file: Path) -> ReferenceList:
    try:
        read = msgspec.json.decode(file.read_bytes(), type=_List)
    except OSError as error:
        raise CatalogueError(f"{file}: cannot be read ({error.strerror}); give a readable file") from error
    except (UnicodeDecodeError, msgspec.DecodeError) as error:
        raise CatalogueError(f"{file}: {error}; see docs/catalogue.md for the keys") from error
    seen = [choice.value for choice in read.choices]
    twins = sorted({value for value in seen if seen.count(value) > 1}) if len(set(seen)) < len(seen) else []
    if twins:
        raise CatalogueError(f"{file}: {', '.join(twins)} stand twice; give each choice its own value")
    return ReferenceList(
        choices=tuple(_choice(choice) for choice in read.choices),
        within={choice.value: choice.within for choice in read.choices if choice.within},
    )


def _choice(choice: _Choice) -> Choice:
    gloss = Text(choice.gloss_vi, choice.gloss_en or choice.gloss_vi) if choice.gloss_vi else None
    return Choice(choice.value, Text(choice.vi, choice.en or choice.vi), gloss)
