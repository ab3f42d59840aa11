"""Each state in plain words; what staff have to do is said exactly where there is something to do."""

from __future__ import annotations

import pytest

from kiosk.domain.delivery_words import words_of
from kiosk.domain.outbox import DAMAGED, ItemState

WAITING = (ItemState.STORED, ItemState.UPLOADING, ItemState.UPLOADED)


def test_every_state_has_words_of_its_own_in_both_languages() -> None:
    said = [words_of(state, 0, None, None).now for state in ItemState if state is not ItemState.FILED]
    assert all(words.vi and words.en for words in said)
    assert len({words.vi for words in said}) == len(said)


@pytest.mark.parametrize("state", WAITING)
def test_what_waits_needs_nobody_and_says_that_it_is_safe(state: ItemState) -> None:
    assert words_of(state, 0, None, None).to_do is None
    again = words_of(state, 3, "the portal is busy (503)", None)
    assert "an toàn" in again.now.vi
    assert again.to_do is not None


def test_a_refusal_and_a_damage_are_mended_differently() -> None:
    refused = words_of(ItemState.SET_ASIDE, 0, "422: kind is unknown", None)
    damaged = words_of(ItemState.SET_ASIDE, 0, f"{DAMAGED}: file 1, chunk 0", None)
    assert refused.to_do is not None
    assert damaged.to_do is not None
    assert "queue retry" in refused.to_do.en
    assert "queue import" in damaged.to_do.en


def test_a_code_that_is_owed_is_told() -> None:
    assert words_of(ItemState.PURGED, 0, None, None).now != words_of(ItemState.PURGED, 0, None, "H00").now
