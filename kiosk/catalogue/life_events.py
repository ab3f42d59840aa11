"""Reading ``life-events.toml``: the events of people's lives and the procedures that belong to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.shape import Table, TextTable
from kiosk.catalogue.toml import convert
from kiosk.domain.life_event import EventPicture, LifeEvent

EVENTS_FILE = "life-events.toml"


class EventTable(Table, frozen=True):
    """One life event; ``key`` names it in the program and in pictures."""

    key: Annotated[str, Meta(pattern=r"^[a-z][a-z-]*$")]
    name: TextTable
    line: TextTable
    picture: EventPicture
    procedures: Annotated[tuple[str, ...], Meta(min_length=1)]


class EventsTable(Table, frozen=True):
    """The whole file."""

    events: tuple[EventTable, ...] = ()


def load_life_events(directory: Path) -> tuple[LifeEvent, ...]:
    """Read the life events of a catalogue folder; without the file there are none. Raises CatalogueError."""
    file = directory / EVENTS_FILE
    if not file.exists():
        return ()
    events = tuple(
        LifeEvent(one.key, one.name.text(), one.line.text(), one.picture, one.procedures)
        for one in convert(file, EventsTable).events
    )
    for key, times in Counter(event.key for event in events).items():
        if times > 1:
            raise CatalogueError(f"{file}: there are {times} events with the key {key!r}; name each by its own")
    return events


def offered_events(events: tuple[LifeEvent, ...], codes: Collection[str]) -> tuple[LifeEvent, ...]:
    """Return the events with the procedures that are offered now; an event that has none left is left out."""
    kept = (replace(event, procedures=tuple(code for code in event.procedures if code in codes)) for event in events)
    return tuple(event for event in kept if event.procedures)


def wrong_names(events: tuple[LifeEvent, ...], codes: Collection[str]) -> Iterator[str]:
    """Name each procedure that does not exist or stands twice in an event, and each that no event has."""
    for event in events:
        for code, times in Counter(event.procedures).items():
            if code not in codes:
                yield f"{event.key}: there is no procedure {code!r} in this catalogue; correct or remove it"
            elif times > 1:
                yield f"{event.key}: names {code!r} {times} times; once is enough"
    named = {code for event in events for code in event.procedures}
    for code in sorted(set(codes) - named if events else ()):
        yield f"no event has procedure {code!r}; add it where people would look for it"
