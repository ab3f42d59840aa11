"""Every end of a printout is said in four parts, in both languages; only what was printed is called so."""

from __future__ import annotations

import pytest

from kiosk.domain.printout import (
    JobTrouble,
    PrinterCondition,
    PrintoutCancelled,
    PrintoutFailed,
    PrintoutOutcome,
    PrintoutPrinted,
    PrintoutRefused,
    PrintoutUnconfirmed,
    PrintReason,
)
from kiosk.domain.printout_words import printout_words, reason_words
from kiosk.domain.text import Text
from kiosk.domain.wording import southern_words

REASONS: list[PrintReason] = [*PrinterCondition, *JobTrouble]
TROUBLES: list[PrintoutOutcome] = [
    kind(reason) for kind in (PrintoutRefused, PrintoutFailed, PrintoutUnconfirmed) for reason in REASONS
]


def test_each_reason_has_words_of_its_own() -> None:
    words = [reason_words(reason) for reason in REASONS]
    assert len({text.vi for text in words}) == len({text.en for text in words}) == len(REASONS)


@pytest.mark.parametrize("outcome", [PrintoutPrinted(2), PrintoutCancelled(0), *TROUBLES])
def test_both_languages_are_complete_and_the_north_has_its_words(outcome: PrintoutOutcome) -> None:
    words = printout_words(outcome)
    for text in (words.happened, words.data, words.now, words.who):
        assert bool(text.vi) == bool(text.en)
        assert not southern_words(text.vi) or text.north, text.vi
    assert words.happened.vi
    assert words.data.vi


def test_whatever_went_wrong_says_what_to_do_and_who_can_help() -> None:
    for outcome in TROUBLES:
        assert printout_words(outcome).now.vi
        assert printout_words(outcome).who.vi


def test_only_what_was_printed_is_called_so() -> None:
    assert printout_words(PrintoutPrinted(1)).happened == Text("Đã in xong 1 trang.", "1 page has been printed.")
    for outcome in (*TROUBLES, PrintoutCancelled(1)):
        words = printout_words(outcome)
        assert not any("been printed" in text.en or "Đã in" in text.vi for text in (words.happened, words.data))
