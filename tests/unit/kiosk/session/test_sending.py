"""From *Gửi hồ sơ* to the rating: what is called safe is safe, what is called filed is filed, then nothing is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from doubles.devices import ScriptedGifts
from doubles.extract_stage import FRONT_AND_BACK, ExtractStage

from kiosk.domain.gift import Gift
from kiosk.domain.outbox import NotStored, NotStoredReason
from kiosk.domain.slip import PrintFault, Refused
from kiosk.domain.submission import SubmissionKind
from kiosk.domain.text import Language
from kiosk.session import screens


@pytest.fixture
def stage() -> ExtractStage:
    return ExtractStage()


def test_nothing_is_called_safe_before_the_commit_returned(stage: ExtractStage) -> None:
    stage.to_check()
    stage.jobs.held = True
    stage.send()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAVING
    stage.session.wipe()
    stage.session.go_back()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAVING
    stage.jobs.release()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAFE


def test_without_a_receipt_the_slip_says_waiting_and_follows_the_dossier(stage: ExtractStage) -> None:
    stage.to_slip()
    slip = stage.screen(screens.SlipReady)
    assert not slip.filed
    assert not stage.printer.slips[0].filed
    assert stage.printer.slips[0].dossier_code is None
    stage.outbox.file()
    stage.jobs.pass_time(4)
    assert stage.screen(screens.SlipReady).filed
    stage.session.print_again()
    assert stage.printer.slips[1].filed


def test_with_a_receipt_in_time_the_slip_says_filed(stage: ExtractStage) -> None:
    stage.to_check()
    stage.send()
    stage.outbox.file()
    stage.jobs.pass_time(1)
    assert stage.printer.slips[0].dossier_code == "H00.00-261012-0001"


def test_a_dossier_that_could_not_be_saved_keeps_the_answers_and_its_id(stage: ExtractStage) -> None:
    stage.to_check()
    stage.outbox.failure = NotStored(NotStoredReason.NO_SPACE, "full")
    stage.send()
    assert stage.screen(screens.NotSaved).failure.reason is NotStoredReason.NO_SPACE
    stage.outbox.failure = None
    stage.session.save_again()
    assert stage.screen(screens.Sending).stage is screens.SendStage.SAFE
    assert len(stage.outbox.stored) == 1


def test_sending_twice_is_sending_once(stage: ExtractStage) -> None:
    stage.to_check()
    stage.send()
    stage.session.send()
    assert len(stage.outbox.stored) == 1


def test_an_unticked_declaration_is_not_sent(stage: ExtractStage) -> None:
    stage.to_check()
    stage.session.confirm_answers()
    stage.session.send()
    assert stage.screen(screens.Declare).asked_to_tick
    assert stage.outbox.stored == {}


def test_a_slip_that_did_not_print_shows_the_code_to_photograph(stage: ExtractStage) -> None:
    stage.printer.outcome = Refused(PrintFault.PAPER_OUT)
    stage.to_slip()
    slip = stage.screen(screens.SlipReady)
    assert slip.outcome == Refused(PrintFault.PAPER_OUT)
    assert slip.delivery.reference_code in slip.lookup


def test_the_slip_is_covered_until_it_is_looked_at_and_again_after_a_moment(stage: ExtractStage) -> None:
    stage.to_slip()
    assert not stage.screen(screens.SlipReady).uncovered
    stage.session.look_at(screens.SLIP)
    assert stage.screen(screens.SlipReady).uncovered
    stage.jobs.pass_time(21)
    assert not stage.screen(screens.SlipReady).uncovered


def test_nobody_is_warned_while_the_slip_is_still_in_the_printer(stage: ExtractStage) -> None:
    stage.to_slip()
    stage.jobs.held = True
    stage.session.print_again()
    assert stage.screen(screens.SlipReady).outcome is None
    stage.jobs.pass_time(600)
    stage.screen(screens.SlipReady)
    stage.jobs.release()
    stage.jobs.pass_time(181)
    assert isinstance(stage.session.view.sheet, screens.IdleSheet)


def to_originals(stage: ExtractStage) -> None:
    stage.to_papers()
    stage.scan(*FRONT_AND_BACK)
    stage.session.keep_pages()
    stage.session.finish_papers()
    stage.answer_all()
    stage.send()
    stage.jobs.pass_time(4)
    stage.session.took_slip()


def test_the_feeder_is_asked_until_the_originals_are_taken(stage: ExtractStage) -> None:
    stage.scanner.left = True
    to_originals(stage)
    assert stage.screen(screens.TakeOriginals).paper_left is True
    stage.scanner.left = False
    stage.jobs.pass_time(2)
    assert stage.screen(screens.TakeOriginals).paper_left is False
    stage.scanner.left = None
    stage.jobs.pass_time(2)
    assert stage.screen(screens.TakeOriginals).paper_left is None
    stage.session.took_originals()
    asked = stage.scanner.asked
    stage.jobs.pass_time(10)
    assert stage.scanner.asked == asked


def test_a_scanner_that_fails_to_answer_leaves_the_plain_reminder(stage: ExtractStage) -> None:
    def fail() -> bool:
        raise OSError("gone")

    stage.scanner.paper_left = fail  # type: ignore[method-assign]
    to_originals(stage)
    assert stage.screen(screens.TakeOriginals).paper_left is None


def test_after_the_rating_nothing_is_left_and_the_rating_names_nobody(stage: ExtractStage) -> None:
    stage.to_check()
    stage.session.set_language(Language.ENGLISH)
    stage.send()
    stage.jobs.pass_time(4)
    stage.session.took_slip()
    stage.screen(screens.Rate)
    stage.session.rate(3)
    stage.screen(screens.Attract)
    assert stage.session.view.language is Language.VIETNAMESE
    assert stage.session.draft is None
    rating = list(stage.outbox.stored.values())[-1]
    assert rating.kind is SubmissionKind.RATING
    assert (rating.applicant, dict(rating.answers)) == (None, {"score": 3})
    dossier = next(iter(stage.outbox.stored.values()))
    day = datetime(2026, 10, 11, 17, tzinfo=UTC)  # midnight in Viet Nam
    assert rating.created_at == day
    assert dossier.created_at != day
    assert (rating.submission_id.version, rating.submission_id.int >> 80) == (7, int(day.timestamp() * 1000))


# what stands on the slip


def test_each_dossier_has_one_gift_on_its_slip_however_often_that_is_printed() -> None:
    stage = ExtractStage(gifts=ScriptedGifts("QT-1", "QT-2"))
    stage.to_slip()
    stage.session.print_again()
    assert [slip.gift and slip.gift.code for slip in stage.printer.slips] == ["QT-1", "QT-1"]
    stage.session.wipe()
    stage.to_slip()
    stage.session.wipe()
    stage.to_slip()
    assert [slip.gift and slip.gift.code for slip in stage.printer.slips[2:]] == ["QT-2", None]


def test_a_dossier_that_could_not_be_saved_takes_no_gift() -> None:
    stage = ExtractStage(gifts=ScriptedGifts("QT-1"))
    stage.to_check()
    stage.outbox.failure = NotStored(NotStoredReason.NO_SPACE, "full")
    stage.send()
    stage.outbox.failure = None
    stage.session.save_again()
    stage.jobs.pass_time(4)
    assert [slip.gift and slip.gift.code for slip in stage.printer.slips] == ["QT-1"]


def test_gifts_that_fail_keep_nobody_from_the_slip(stage: ExtractStage) -> None:
    class Broken:
        def take(self) -> Gift | None:
            raise OSError("disk")

    stage.gifts = Broken()
    stage.session.for_real = stage.session.services = replace(stage.session.services, gifts=stage.gifts)
    stage.to_slip()
    assert stage.printer.slips[0].gift is None


@pytest.mark.parametrize(("size", "large"), [(1, False), (2, True), (3, True)])
def test_who_reads_larger_letters_gets_them_on_paper_too(stage: ExtractStage, size: int, large: bool) -> None:
    stage.to_check()
    stage.session.set_text_size(size)
    stage.send()
    stage.jobs.pass_time(4)
    assert stage.printer.slips[0].large is large
