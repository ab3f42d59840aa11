"""Sealing goes on beside the review, so that sending is one transaction; it goes with everything else of a citizen."""

from __future__ import annotations

import gc

import pytest
from doubles.extract_stage import ROW, ExtractStage

from kiosk.domain.page import Side
from kiosk.domain.seal import Seal
from kiosk.session import screens
from kiosk.session.screens import ChangeKind, ChangeTarget


def keep(stage: ExtractStage) -> None:
    """Scan a sheet into the row and keep it."""
    stage.scan((1, Side.FRONT))
    stage.session.keep_pages()
    stage.screen(screens.Papers)


def send(stage: ExtractStage) -> None:
    stage.session.tick_declaration(True)
    stage.session.send()


@pytest.fixture
def stage() -> ExtractStage:
    stage = ExtractStage()
    stage.to_papers()
    return stage


def seals_alive() -> list[Seal]:
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Seal)]


def test_a_paper_is_sealed_when_it_is_kept_and_not_again_when_it_is_sent(stage: ExtractStage) -> None:
    keep(stage)
    assert len(stage.outbox.sealed) == 1
    stage.to_declaration()
    send(stage)
    (dossier,) = stage.outbox.stored.values()
    assert stage.outbox.sealed == [one.pdf for one in dossier.attachments]
    assert [seal.of for seal in stage.outbox.seals] == stage.outbox.sealed


def test_a_row_that_changes_is_sealed_again_and_only_the_new_seal_is_used(stage: ExtractStage) -> None:
    keep(stage)
    stage.session.open_row(ROW)
    stage.session.turn_page(0)
    stage.session.keep_pages()
    assert len(set(stage.outbox.sealed)) == 2
    stage.to_declaration()
    send(stage)
    (dossier,) = stage.outbox.stored.values()
    assert [one.pdf for one in dossier.attachments] == [seal.of for seal in stage.outbox.seals]
    assert stage.outbox.seals[0].of == stage.outbox.sealed[1]


def test_the_answers_are_sealed_while_the_declaration_is_read_and_again_when_they_change(stage: ExtractStage) -> None:
    stage.to_declaration()
    assert [one.answers["citizenSoLuongBanSao"] for one in stage.outbox.inside] == [2]
    stage.session.go_back()
    stage.session.change(ChangeTarget(ChangeKind.QUESTION, "citizenSoLuongBanSao"))
    stage.session.answer(3)
    stage.session.confirm_answers()
    assert [one.answers["citizenSoLuongBanSao"] for one in stage.outbox.inside] == [2, 3]
    send(stage)
    (dossier,) = stage.outbox.stored.values()
    assert dossier.answers == stage.outbox.inside[1].answers


def test_what_is_sealed_is_what_is_sent_down_to_its_identifiers(stage: ExtractStage) -> None:
    keep(stage)
    stage.to_declaration()
    send(stage)
    (dossier,) = stage.outbox.stored.values()
    assert dossier == stage.outbox.inside[0]


def test_who_sends_before_the_sealing_has_ended_need_not_wait(stage: ExtractStage) -> None:
    keep(stage)
    stage.from_papers_to_check()
    stage.jobs.held = True
    stage.session.confirm_answers()
    send(stage)
    assert isinstance(stage.session.view.screen, screens.Sending)
    stage.jobs.release()
    assert len(stage.outbox.stored) == 1


@pytest.mark.parametrize("sent", [False, True])
def test_no_seal_outlives_its_citizen(stage: ExtractStage, sent: bool) -> None:
    keep(stage)
    stage.to_declaration()
    assert seals_alive()
    if sent:
        send(stage)
        stage.jobs.pass_time(4)
        stage.outbox.seals = ()
    stage.session.wipe()
    assert seals_alive() == []


def test_a_seal_that_comes_after_the_wipe_is_dropped(stage: ExtractStage) -> None:
    keep(stage)
    stage.from_papers_to_check()
    stage.jobs.held = True
    stage.session.confirm_answers()
    stage.session.wipe()
    stage.jobs.release()
    assert seals_alive() == []
