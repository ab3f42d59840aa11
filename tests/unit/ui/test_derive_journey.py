"""What the other screens show follows from the session's values alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.codes import Codes
from doubles.models import model_of, view_of

from kiosk.domain.board import Hotline
from kiosk.domain.guide import fee_words
from kiosk.domain.identity import IdCard
from kiosk.domain.money import Dong, FeeAmount, FeeText, FeeUnpublished
from kiosk.domain.outbox import ItemState, NotStored, NotStoredReason
from kiosk.domain.page import Page
from kiosk.domain.scan import ScanStatus
from kiosk.domain.slip import Printed, PrintFailed, PrintFault, PrintOutcome, Refused, Unconfirmed
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.forms.model import Question
from kiosk.session import screens
from kiosk.session.screens import Progress, View
from ui.samples import facts
from ui.viewmodels.check import derive_check
from ui.viewmodels.choosing import derive_choose_procedure
from ui.viewmodels.farewell import derive_originals, derive_out_of_order
from ui.viewmodels.frame import Network, derive_frame
from ui.viewmodels.guide import derive_guide
from ui.viewmodels.hint import hint_of
from ui.viewmodels.identity import derive_card_read, derive_card_ready, derive_identify, mask
from ui.viewmodels.notice import NoticeModel, derive_declined, derive_notice
from ui.viewmodels.sending import derive_declare, derive_not_saved, derive_sending
from ui.viewmodels.sheets import derive_at_desk
from ui.viewmodels.slip import Paper, derive_paper, derive_slip

VI, EN = Language.VIETNAMESE, Language.ENGLISH
PROGRESS = Progress(3, 7, Text("Người được cấp giấy", "The person named"))


class Named:
    """Names pictures by what they show."""

    def page(self, page: Page, width: int = 320) -> str:
        return f"page {page.sheet} {width}"

    def png(self, png: bytes) -> str:
        return f"png {len(png)}"

    def code(self, text: str) -> str:
        return f"code {text}" if text else ""


def test_the_frame_tells_step_clock_and_network() -> None:
    view = View(screens.Identify(PROGRESS), None, VI, 2, facts.OFFLINE)
    frame = derive_frame(view, facts.PLACE, facts.MOMENT)
    assert (frame.step, frame.steps, frame.step_name) == (3, 7, "Người được cấp giấy")
    assert (frame.clock, frame.network, frame.text_size) == ("08:15", Network.OFFLINE, 2)


def test_a_screen_outside_the_journey_has_no_step_and_an_untried_line_is_unknown() -> None:
    frame = derive_frame(View(screens.Home(), None, EN, 1, None), facts.PLACE, facts.MOMENT)
    assert (frame.step, frame.step_name, frame.network) == (0, "", Network.UNKNOWN)
    assert frame.commune == "Bình An commune"


def test_the_fee_has_three_states_and_unpublished_is_not_free() -> None:
    assert fee_words(FeeAmount(Dong(8000), "copies")) == (Text("8.000 đồng một bản", "8.000 dong a copy"), NO_TEXT)
    assert fee_words(FeeAmount(Dong(8000)))[0].of(EN) == "8.000 dong"
    assert fee_words(FeeText(Text("Miễn lệ phí", "Free"))) == (Text("Miễn lệ phí", "Free"), NO_TEXT)
    amount, note = fee_words(FeeUnpublished())
    assert amount.vi == "Chưa rõ tiền, hỏi quầy"
    assert "không có nghĩa là miễn phí" in note.vi


def test_the_guide_lists_every_paper_with_its_need_and_no_name_twice() -> None:
    props = derive_guide(screens.Guide(PROGRESS, facts.EXTRACT), VI, facts.PLACE, Named().code)
    assert len(props.papers) == len(facts.EXTRACT.rows)
    assert [paper.required for paper in props.papers] == [False, True, False, False]
    assert props.papers[2].plain == ""
    assert "coi" in props.papers[3].need
    assert props.where == "Trung tâm này, Xã Bình An"
    assert props.filed_here
    assert props.code == ""


def test_the_guide_of_what_is_done_elsewhere_says_where_and_gives_a_code_to_scan() -> None:
    props = derive_guide(screens.Guide(None, facts.LICENCE), VI, facts.PLACE, Named().code)
    assert not props.filed_here
    assert props.where == "Nộp trên Cổng dịch vụ công quốc gia."
    assert (props.address, props.code) == ("https://dichvucong.gov.vn", "code https://dichvucong.gov.vn")
    assert props.notes == ("Bằng xe máy không thời hạn không cần đổi.",)


def test_what_can_be_filed_here_is_offered_before_what_is_only_explained() -> None:
    offered = screens.ChooseProcedure((facts.LICENCE, facts.EXTRACT))
    first, second = derive_choose_procedure(offered, VI).procedures
    assert (first.code, first.filed_here) == ("2.000635", True)
    assert (second.code, second.filed_here) == ("GPLX", False)
    assert second.facts == "Máy chỉ cần gì và làm ở đâu"


def test_the_notice_is_shown_as_written_in_paragraphs() -> None:
    sentences = derive_notice(screens.Notice(PROGRESS, facts.NOTICE), VI).sentences
    assert " ".join(sentences) == facts.NOTICE.vi.replace("\n", " ")


def test_the_first_try_with_a_card_has_no_problem_to_tell() -> None:
    assert derive_card_ready(screens.CardReady(PROGRESS), VI).problem == ""


@pytest.mark.parametrize("status", [status for status in ScanStatus if status not in {"ok", "cancelled"}])
def test_every_way_a_card_scan_ends_has_a_sentence_and_a_mend(status: ScanStatus) -> None:
    props = derive_card_ready(screens.CardReady(PROGRESS, status), EN)
    assert props.problem
    assert props.mend


@pytest.mark.parametrize("language", Language)
def test_what_the_reader_read_in_the_place_of_a_card_is_told_alike_on_both_screens(language: Language) -> None:
    told = set()
    for kind in screens.CodeKind:
        note = screens.CodeNote(kind, facts.REFERENCE if kind is screens.CodeKind.SLIP else "")
        props = derive_identify(screens.Identify(PROGRESS, reader=True, note=note), language)
        same = derive_card_ready(screens.CardReady(PROGRESS, note=note), language)
        assert (props.problem, props.mend, props.personal) == (same.problem, same.mend, same.personal)
        assert props.mend
        assert props.personal is (kind is screens.CodeKind.SLIP)
        told.add(props.problem)
    assert len(told) == len(screens.CodeKind)


def test_two_cards_have_a_sentence_of_their_own() -> None:
    props = derive_card_ready(screens.CardReady(PROGRESS, several=True), VI)
    assert (props.problem, props.mend) == ("Máy thấy hai thẻ", "Ông/Bà để một thẻ thôi, rồi chụp lại.")


def test_the_card_shows_its_number_masked_and_leaves_out_what_it_does_not_say() -> None:
    lines = {line.label: line.value for line in derive_card_read(facts.CARD, VI).lines}
    assert lines["Số căn cước"] == "••••••••4821"
    assert lines["Ngày sinh"] == "08/03/1955"
    nothing = IdCard(None, None, "NGUYỄN THỊ HOA", None, None, None, None)
    assert [line.value for line in derive_card_read(nothing, VI).lines] == ["NGUYỄN THỊ HOA"]


def test_a_mask_hides_all_but_the_last_four() -> None:
    assert mask("087155004821") == "••••••••4821"


def test_a_check_line_names_what_its_button_opens() -> None:
    target = screens.ChangeTarget(screens.ChangeKind.QUESTION, "copies")
    rows = (
        screens.CheckRow(Text("Số bản", "Copies"), Text("2", "2"), target),
        screens.CheckRow(Text("Lệ phí", "Fee"), Text("16.000 đồng", "16.000 dong"), None),
    )
    lines = derive_check(screens.Check(PROGRESS, rows), VI).lines
    assert [line.target for line in lines] == ["question:copies", ""]


def test_a_check_line_tells_where_a_step_begins_and_a_glance_at_a_number_changes_no_line() -> None:
    first, second = Text("Người mẹ", "The mother"), Text("Người cha", "The father")
    alone = Text("Giấy tờ", "Papers")  # a heading over one line would say the same twice
    hidden = screens.CheckRow(Text("Số", "No"), Text("••••4821", "••••4821"), None, second, "question:number")
    plain = screens.CheckRow(Text("Tên", "Name"), Text("HOA", "HOA"), None, first)
    screen = screens.Check(PROGRESS, (plain, plain, hidden, hidden, replace(plain, step=alone)))
    covered = derive_check(screen, EN)
    assert [(line.step, line.begins) for line in covered.lines] == [
        ("The mother", True),
        ("The mother", False),
        ("The father", True),
        ("The father", False),
        ("Papers", False),
    ]
    seen = derive_check(replace(screen, uncovered="question:number", number="12344821"), EN)
    assert seen.lines == covered.lines
    assert (seen.uncovered, seen.number) == ("question:number", "12344821")


@pytest.mark.parametrize(
    ("question", "required", "hint"),
    [
        (facts.FULL_NAME, True, "Write the full name as on the old paper."),
        (facts.BIRTH, False, "<b>Optional.</b> The year alone will do."),
        (facts.COPIES, False, "<b>Optional.</b>"),
        (facts.TOLD, False, ""),
        (replace(facts.COPIES, hint=Text("", "1 < 2 & more")), True, "1 &lt; 2 &amp; more"),
    ],
)
def test_the_hint_says_of_an_optional_question_that_it_is(question: Question, required: bool, hint: str) -> None:
    assert hint_of(question, required=required).en == hint


def test_the_declaration_is_shown_as_written() -> None:
    screen = screens.Declare(PROGRESS, facts.EXTRACT.declaration, ticked=False, asked_to_tick=True)
    props = derive_declare(screen, EN)
    assert " ".join(props.declaration) == facts.EXTRACT.declaration.en
    assert props.asked


def test_safe_is_said_only_after_the_commit() -> None:
    assert not derive_sending(screens.Sending(PROGRESS, screens.SendStage.SAVING)).safe
    assert derive_sending(screens.Sending(PROGRESS, screens.SendStage.SAFE, "APS-1")).code == "APS-1"


@pytest.mark.parametrize("reason", NotStoredReason)
def test_every_reason_not_to_be_saved_has_a_sentence(reason: NotStoredReason) -> None:
    props = derive_not_saved(screens.NotSaved(PROGRESS, NotStored(reason, "ENOSPC /var")), VI, facts.PLACE)
    assert props.reason.endswith(".")
    assert "ENOSPC" not in props.reason


@pytest.mark.parametrize(
    ("outcome", "paper"),
    [
        (None, Paper.PRINTING),
        (Printed(), Paper.PRINTED),
        (Refused(PrintFault.PAPER_OUT), Paper.FAILED),
        (Unconfirmed(PrintFault.NO_ANSWER), Paper.FAILED),
        (PrintFailed(PrintFault.CONNECTION_LOST), Paper.FAILED),
    ],
)
def test_only_the_printers_own_word_counts_as_printed(outcome: PrintOutcome | None, paper: Paper) -> None:
    found, trouble = derive_paper(outcome)
    assert found is paper
    assert (trouble is not None) == (paper is Paper.FAILED)


def _slip(**changes: object) -> screens.SlipReady:
    slip = screens.SlipReady(PROGRESS, facts.WAITING, False, b"png", "https://l", Printed())
    return replace(slip, **changes)


def test_before_the_portals_receipt_the_code_is_temporary_and_nothing_is_filed() -> None:
    props = derive_slip(_slip(), VI, Named())
    assert (props.filed, props.temporary, props.code) == (False, True, facts.REFERENCE)
    assert (props.preview, props.can_be_seen, props.lookup) == ("", True, "code https://l")
    seen = derive_slip(_slip(uncovered=True), VI, Named())
    assert (seen.preview, seen.can_be_seen) == ("png 3", False)


def test_with_the_receipt_the_portals_code_is_shown() -> None:
    props = derive_slip(_slip(delivery=facts.FILED, filed=True), VI, Named())
    assert (props.filed, props.temporary, props.code) == (True, False, facts.DOSSIER)


def test_filed_without_a_code_yet_still_shows_our_own() -> None:
    delivery = replace(facts.WAITING, state=ItemState.FILED)
    props = derive_slip(_slip(delivery=delivery, filed=True), VI, Named())
    assert (props.filed, props.temporary, props.code) == (True, True, facts.REFERENCE)


def test_the_farewell_counts_sheets() -> None:
    assert derive_originals(screens.TakeOriginals(PROGRESS, 3), VI).count == "3 tờ giấy"
    assert derive_originals(screens.TakeOriginals(PROGRESS, 1), EN).count == "1 sheet"


def test_a_machine_out_of_order_says_why_and_who_helps() -> None:
    numbers = (Hotline(Text("Cổng", "Portal"), "1800 1096"),)
    screen = screens.OutOfOrder(Text("Hết giấy.", "No paper."), numbers)
    props = derive_out_of_order(screen, EN, facts.PLACE, Codes())  # type: ignore[arg-type]
    assert props.reason == "No paper."
    assert props.helper == facts.PLACE.helper.en
    assert [line.number for line in props.lines] == [facts.PLACE.hotline, "", "1800 1096"]
    assert props.lines[2].code == "tel:18001096"


@pytest.mark.parametrize("errand", screens.Errand)
def test_every_errand_of_the_desk_has_a_title(errand: screens.Errand) -> None:
    assert derive_at_desk(screens.AtDeskSheet(errand), facts.PLACE, VI).title


@pytest.mark.parametrize(("left", "empty", "warned"), [(None, False, False), (False, True, False), (True, False, True)])
def test_the_slot_is_called_empty_only_on_the_scanners_word(left: bool | None, empty: bool, warned: bool) -> None:
    props = derive_originals(screens.TakeOriginals(PROGRESS, 2, left), VI)
    assert (props.count, props.empty, props.left) == ("2 tờ giấy", empty, warned)


def test_the_notice_is_shown_in_full_on_wish_and_short_again() -> None:
    screen = screens.Notice(PROGRESS, Text("ngắn", "short"), Text("dài một\ndài hai", "long"))
    model, asked = model_of(NoticeModel, screen)
    model.show(view_of(screen, VI))
    assert (model.props.sentences, model.props.has_full) == (("ngắn",), True)
    model.showWhole(True)
    assert (model.props.sentences, model.props.whole) == (("dài một", "dài hai"), True)
    model.showWhole(False)
    model.decline()
    assert (model.props.whole, asked) == (False, [("decline_notice",)])
    assert not derive_notice(screens.Notice(PROGRESS, Text("ngắn", "short")), VI, whole=True).whole


def test_who_does_not_agree_is_told_where_else_to_file() -> None:
    props = derive_declined(facts.PLACE, EN)
    assert (props.helper, props.hotline) == (facts.PLACE.helper.en, facts.PLACE.hotline)
