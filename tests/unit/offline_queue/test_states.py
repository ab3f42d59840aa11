"""The state machine: every state is covered, and nothing leads away from a filed dossier but its purge."""

from __future__ import annotations

from kiosk.domain.outbox import ItemState
from offline_queue.states import MOVES, WAITING, sources


def test_every_state_has_its_moves() -> None:
    assert set(MOVES) == set(ItemState)
    assert all(targets <= set(ItemState) for targets in MOVES.values())


def test_what_is_filed_can_never_wait_again() -> None:
    reached, frontier = set[ItemState](), {ItemState.FILED}
    while frontier:
        reached |= frontier
        frontier = {target for state in frontier for target in MOVES[state]} - reached
    assert reached == {ItemState.FILED, ItemState.PURGED}


def test_only_an_uploaded_submission_can_be_filed() -> None:
    assert sources(ItemState.FILED) == (ItemState.UPLOADED,)
    assert all(ItemState.SET_ASIDE in MOVES[state] for state in WAITING)
