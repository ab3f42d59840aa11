"""The way of a queued submission as an explicit machine; every change of state in the rows goes through it."""

from __future__ import annotations

from collections.abc import Mapping

import apsw

from kiosk.domain.outbox import ItemState

MOVES: Mapping[ItemState, frozenset[ItemState]] = {
    ItemState.STORED: frozenset({ItemState.UPLOADING, ItemState.SET_ASIDE}),
    ItemState.UPLOADING: frozenset({ItemState.UPLOADED, ItemState.SET_ASIDE}),
    ItemState.UPLOADED: frozenset({ItemState.UPLOADING, ItemState.FILED, ItemState.SET_ASIDE}),
    ItemState.FILED: frozenset({ItemState.PURGED}),
    ItemState.PURGED: frozenset(),
    ItemState.SET_ASIDE: frozenset({ItemState.STORED}),
}
"""From a state to those that may follow. Back to UPLOADING when the portal lost uploads; SET_ASIDE goes back to
STORED only by a person's hand (``queue retry``)."""

WAITING = (ItemState.STORED, ItemState.UPLOADING, ItemState.UPLOADED)
"""The states in which the portal does not have the submission yet and the sender works on it."""


def state_in(text: str) -> ItemState:
    """Return the state that a row holds. Raises apsw.CorruptError for a text that is none."""
    try:
        return ItemState(text)
    except ValueError as error:
        raise apsw.CorruptError(f"{text!r} is no state") from error


def sources(target: ItemState) -> tuple[ItemState, ...]:
    """Return the states from which ``target`` may be reached."""
    return tuple(state for state, targets in MOVES.items() if target in targets)
