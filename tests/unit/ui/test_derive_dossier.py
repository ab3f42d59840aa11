"""How a dossier stands in plain words: all ten states, what there is to do, and the one key to press next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kiosk.domain.outbox import ItemState
from kiosk.domain.scan import ScanStatus
from kiosk.domain.text import Language
from kiosk.session.screens import CodeKind, CodeNote, DossierFound, Errand, NoAnswer, NoDossier, ShowSlip
from ui.samples import facts
from ui.viewmodels.dossier import DossierFoundProps, derive_dossier, derive_no_dossier
from ui.viewmodels.show_slip import derive_show_slip

VI, EN, NORTH = Language.VIETNAMESE, Language.ENGLISH, Language.NORTHERN
DONE = facts.standing(9)


def derived(screen: DossierFound, language: Language = VI) -> DossierFoundProps:
    return derive_dossier(screen, language, facts.MOMENT)


@pytest.mark.parametrize("status", range(1, 11))
def test_each_state_has_its_own_words(status: int) -> None:
    others = {derived(DossierFound(facts.standing(other))).head for other in range(1, 11) if other != status}
    for language in (VI, EN, NORTH):
        props = derived(DossierFound(facts.standing(status)), language)
        assert props.head
        assert props.head not in others
        assert props.name == facts.standing(status).procedure_name


@pytest.mark.parametrize(
    ("status", "tone"), [(1, "info"), (2, "info"), (3, "bad"), (4, "info"), (5, "warn"), (6, "warn"), (7, "teal")]
)
def test_red_is_for_what_an_officer_refused(status: int, tone: str) -> None:
    assert derived(DossierFound(facts.standing(status))).tone == tone


def test_what_the_officer_wrote_stands_there_as_written() -> None:
    values = [fact.value for fact in derived(DossierFound(facts.standing(5))).facts]
    standing = facts.standing(5)
    assert standing.officer_message in values
    assert standing.missing[0].reason in values
    assert "16.000 đồng" in [fact.value for fact in derived(DossierFound(facts.standing(6))).facts]


def test_a_long_message_is_parted_and_none_of_it_is_lost() -> None:
    long = facts.long_standing()
    props = derived(DossierFound(long))
    first = next(number for number, fact in enumerate(props.facts) if fact.value.startswith("Giấy chụp"))
    lines = [fact for fact in props.facts[first:] if fact.icon == "" or fact is props.facts[first]]
    told = " ".join(fact.value for fact in lines)
    assert "".join(str(long.officer_message).split()) in "".join(told.replace("\u200b", "").split())
    assert len(props.name) <= 121


def test_no_date_is_promised_for_what_is_over() -> None:
    due = "20/10/2026"
    told = {
        status: due in [fact.value for fact in derived(DossierFound(facts.standing(status))).facts]
        for status in range(1, 11)
    }
    assert told == {1: True, 2: True, 3: False, 4: True, 5: True, 6: True, 7: False, 8: False, 9: False, 10: False}


def test_the_first_result_that_is_not_printed_yet_is_the_one_to_press() -> None:
    first, second = (one.document_id for one in DONE.results)
    for printed, expected in [((), [True, False]), ((first,), [False, True]), ((first, second), [False, False])]:
        props = derived(DossierFound(DONE, can_print=True, printed=frozenset(printed)))
        assert [result.next for result in props.results] == expected
        assert [result.printed for result in props.results] == [one in printed for one in (first, second)]


def test_where_nothing_can_be_printed_the_results_are_told_and_not_offered() -> None:
    props = derived(DossierFound(DONE))
    assert props.results == ()
    assert {one.title for one in DONE.results} <= {fact.value for fact in props.facts}
    assert "nơi ghi bên dưới" in props.body
    assert "quầy" in derived(DossierFound(replace(DONE, pickup=None))).body


def test_moments_are_told_in_the_time_of_the_place() -> None:
    late = replace(DONE, status_at=datetime(2026, 10, 15, 23, 59, tzinfo=UTC))
    there = facts.MOMENT.astimezone(timezone(timedelta(hours=7)))
    assert "16/10/2026" in derive_dossier(DossierFound(late), VI, there).body


def test_what_waits_here_is_safe_and_not_to_be_filed_again() -> None:
    waiting = derived(DossierFound(facts.WAITING))
    assert waiting.waiting
    assert "không phải nộp lại" in waiting.body
    assert [fact.value for fact in waiting.facts] == [facts.REFERENCE]
    aside = derived(DossierFound(replace(facts.WAITING, state=ItemState.SET_ASIDE)))
    assert not aside.waiting
    assert "không mất" in aside.body


def test_only_a_wrong_code_is_to_be_typed_again() -> None:
    again = {why: derive_no_dossier(NoDossier(why), VI, facts.PLACE).again for why in NoAnswer}
    assert again == {why: why not in {NoAnswer.NOT_KNOWN, NoAnswer.NOT_THERE} for why in NoAnswer}
    assert all(facts.PLACE.hotline in derive_no_dossier(NoDossier(why), EN, facts.PLACE).helper for why in NoAnswer)


def test_what_is_no_slip_is_told() -> None:
    assert derive_show_slip(ShowSlip(Errand.TRACK), VI).problem == ""
    scans = [
        ShowSlip(Errand.TRACK, problem=status) for status in (ScanStatus.EMPTY, ScanStatus.JAMMED, ScanStatus.FAILED)
    ]
    told = {derive_show_slip(scan, VI).problem for scan in [*scans, ShowSlip(Errand.TRACK, unreadable=True)]}
    assert len(told) == 4
    assert "" not in told
    problems = {derive_show_slip(ShowSlip(Errand.TRACK, note=CodeNote(kind)), VI).problem for kind in CodeKind}
    assert len(problems) == 2
    assert derive_show_slip(ShowSlip(Errand.TRACK), VI) != derive_show_slip(ShowSlip(Errand.COLLECT), VI)
