"""What the paper screens show follows from the session's values alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from doubles.models import model_of, view_of

from kiosk.domain.page import Page, PageProblem, Side
from kiosk.domain.scan import ScanStatus
from kiosk.domain.text import Language, Text
from kiosk.session.screens import (
    PaperRow,
    Papers,
    Progress,
    RemovePageSheet,
    ReviewPages,
    ScanFault,
    Scanning,
    ScanReady,
    SideUnderWay,
)
from ui.samples import facts
from ui.samples.paper import sample_pages
from ui.viewmodels.pages import counted_sides, derive_page
from ui.viewmodels.papers import RowState, derive_papers, derive_scan_ready, derive_scanning, progress_sentence
from ui.viewmodels.review import ReviewPagesModel, count_question, derive_remove, derive_review
from ui.viewmodels.scan_fault import derive_scan_fault

VI, EN = Language.VIETNAMESE, Language.ENGLISH
PROGRESS = Progress(5, 7, Text("Giấy tờ", "Papers"))
ROWS = facts.EXTRACT.rows[:3]


class Named:
    """Names pictures by what they show."""

    def page(self, page: Page, width: int = 320) -> str:
        return f"page {page.sheet}{page.side} {width}"

    def png(self, png: bytes) -> str:
        return f"png {len(png)}"

    def code(self, text: str) -> str:
        return f"code {text}" if text else ""


def _rows(*pages: int, required: tuple[bool, ...] = (False, True, False)) -> tuple[PaperRow, ...]:
    held = sample_pages()
    return tuple(PaperRow(row, need, held[:count]) for row, need, count in zip(ROWS, required, pages, strict=True))


def test_rows_are_done_now_or_later() -> None:
    props = derive_papers(Papers(PROGRESS, _rows(1, 0, 0), "giay_khai_sinh"), VI)
    assert [row.state for row in props.rows] == [RowState.DONE, RowState.NOW, RowState.LATER]
    assert [row.number for row in props.rows] == [1, 2, 3]
    assert props.rows[0].gloss == "Đã chụp 1 mặt"


def test_a_required_row_without_pages_is_wanted_and_an_optional_one_is_not() -> None:
    assert derive_papers(Papers(PROGRESS, _rows(0, 0, 0), "giay_khai_sinh"), VI).wanted == "giay_khai_sinh"
    assert derive_papers(Papers(PROGRESS, _rows(0, 2, 0), "giay_uy_quyen"), VI).wanted == ""


def test_the_gloss_says_whether_a_paper_is_needed_and_never_repeats_the_name() -> None:
    glosses = [row.gloss for row in derive_papers(Papers(PROGRESS, _rows(0, 0, 0), None), VI).rows]
    assert glosses[1] == "Bắt buộc\u00a0· Bản chính hoặc bản sao"
    assert glosses[2] == "Không bắt buộc, có thì chụp"


def test_scan_ready_tells_what_is_safe_already() -> None:
    screen = ScanReady(PROGRESS, _rows(0, 2, 0), "giay_khai_sinh", duplex=False, kept=2)
    props = derive_scan_ready(screen, VI)
    assert (props.name, props.duplex, props.kept, props.again) == ("Giấy khai sinh cũ", False, 2, "")
    assert derive_scan_ready(replace(screen, again=3), EN).again == "Side 3"


def _scanning(pages: int, under_way: SideUnderWay | None) -> Scanning:
    all_pages = (*sample_pages(), *sample_pages())
    return Scanning(PROGRESS, _rows(0, 0, 0), "giay_khai_sinh", all_pages[:pages], under_way)


def test_the_newest_sides_are_shown_with_the_one_under_way() -> None:
    props = derive_scanning(_scanning(4, SideUnderWay(3, Side.FRONT, 0.5)), VI, Named())
    assert [page.name for page in props.pages] == ["Mặt 3", "Mặt 4"]
    assert (props.under_way, props.fraction) == (5, 0.5)


def test_without_a_side_under_way_three_are_shown() -> None:
    props = derive_scanning(_scanning(4, None), VI, Named())
    assert [page.index for page in props.pages] == [1, 2, 3]
    assert (props.under_way, props.fraction) == (0, 0.0)


@pytest.mark.parametrize(
    ("done", "under_way", "sentence"),
    [
        (0, False, "Máy đang kéo giấy vô."),
        (0, True, "Máy đang chụp <b>mặt 1</b>."),
        (2, True, "Máy đã chụp <b>2 mặt</b>, đang chụp mặt 3."),
        (2, False, "Máy đã chụp <b>2 mặt</b>."),
    ],
)
def test_the_sentence_follows_the_scanner(done: int, under_way: object, sentence: str) -> None:
    assert progress_sentence(done, under_way=bool(under_way)).vi == sentence


def test_english_counts_one_side_and_two_sides() -> None:
    assert counted_sides(1).en == "1 side scanned"
    assert counted_sides(2).en == "2 sides scanned"
    assert count_question(1, 2).en.replace("\u00a0", " ") == "The machine has 1 sheet, 2 sides. Is that right?"


def test_a_thumbnail_names_the_worst_finding_and_a_blank_side_is_no_fault() -> None:
    page = sample_pages()[0]
    worst = derive_page(replace(page, problems=frozenset({PageProblem.DARK, PageProblem.TRUNCATED})), 0, VI, Named())
    assert (worst.finding, worst.good) == ("chụp bị đứt", False)
    blank = derive_page(replace(page, problems=frozenset({PageProblem.BLANK})), 1, VI, Named())
    assert (blank.name, blank.finding, blank.good) == ("Mặt 2", "trắng", True)
    assert derive_page(page, 0, VI, Named()).finding == "rõ"


def test_every_finding_has_a_word() -> None:
    page = sample_pages()[0]
    words = {derive_page(replace(page, problems=frozenset({found})), 0, VI, Named()).finding for found in PageProblem}
    assert len(words) == len(PageProblem)
    assert "rõ" not in words


def test_the_review_asks_for_the_count_and_doubts_only_with_reason() -> None:
    pages = sample_pages()
    props = derive_review(ReviewPages(PROGRESS, ROWS[1], pages[:2], 1), -1, VI, Named())
    assert props.question.replace("\u00a0", " ") == "Máy chụp được 1 tờ, 2 mặt. Đúng không?"
    assert props.doubt == ""
    assert "chưa rõ" in derive_review(ReviewPages(PROGRESS, ROWS[1], pages, 2), -1, VI, Named()).doubt
    assert "một mặt" in derive_review(ReviewPages(PROGRESS, ROWS[1], pages[:1], 1, True), -1, VI, Named()).doubt
    assert "nhiều quá" in derive_review(ReviewPages(PROGRESS, ROWS[1], pages, 2, False, True), -1, VI, Named()).doubt


def test_the_count_tells_what_was_taken_out() -> None:
    screen = ReviewPages(PROGRESS, ROWS[1], sample_pages()[:3], 2, removed=1, may_undo=True)
    props = derive_review(screen, -1, VI, Named())
    assert props.question.replace("\u00a0", " ") == "Máy chụp 2 tờ: giữ 3 mặt, bỏ 1 mặt. Đúng không?"
    assert props.may_undo


def test_the_question_before_a_side_goes_says_which_one_it_is() -> None:
    props = derive_remove(RemovePageSheet(2, sample_pages()[2], ROWS[1].name), EN, Named())
    assert (props.title, props.remove_text) == ("Remove side 3?", "Remove side 3")
    assert "Old birth certificate" in props.body
    assert props.source == "page 2front 320"


def test_one_keeps_looking_at_a_side_that_moves_and_sees_all_when_one_is_gone() -> None:
    screen = ReviewPages(PROGRESS, ROWS[1], sample_pages(), 2)
    model, asked = model_of(ReviewPagesModel, screen)
    model.show(view_of(screen, VI))
    model.enlarge(2)
    model.move(2, -1)
    model.show(view_of(screen, VI))
    assert model.props.enlarged_index == 1
    model.remove(1)
    assert asked == [("move_page", 2, -1), ("ask_remove_page", 1)]
    model.show(view_of(replace(screen, pages=screen.pages[:3]), VI))
    assert model.props.enlarged_index == -1


def test_a_side_can_be_shown_large_and_one_that_is_gone_cannot() -> None:
    screen = ReviewPages(PROGRESS, ROWS[1], sample_pages()[:2], 1)
    large = derive_review(screen, 1, VI, Named())
    assert (large.enlarged_index, large.enlarged_name, large.enlarged) == (1, "Mặt 2", "page 1back 960")
    assert derive_review(screen, 2, VI, Named()).enlarged_index == -1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("status", [status for status in ScanStatus if status not in {"ok", "cancelled"}])
def test_every_fault_says_what_is_safe_what_to_do_and_who_helps(status: ScanStatus, language: Language) -> None:
    screen = ScanFault(PROGRESS, _rows(0, 0, 0), "giay_khai_sinh", status, sample_pages()[:2])
    props = derive_scan_fault(screen, language, facts.PLACE)
    assert all([props.title, props.hint, props.steps_head, props.resume_text, props.give_up_text])
    assert "2" in props.safe
    assert 1 <= len(props.steps) <= 3
    assert facts.PLACE.hotline in props.helper


def test_no_two_faults_have_the_same_title() -> None:
    titles = {
        derive_scan_fault(ScanFault(PROGRESS, _rows(0, 0, 0), "x", status, ()), EN, facts.PLACE).title
        for status in ScanStatus
        if status not in {ScanStatus.OK, ScanStatus.CANCELLED}
    }
    assert len(titles) == len(ScanStatus) - 2


def test_a_jam_before_the_first_page_promises_no_pages() -> None:
    screen = ScanFault(PROGRESS, _rows(0, 0, 0), "giay_khai_sinh", ScanStatus.JAMMED, ())
    assert "mặt" not in derive_scan_fault(screen, VI, facts.PLACE).safe


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("status", [ScanStatus.JAMMED, ScanStatus.DOUBLE_FEED, ScanStatus.COVER_OPEN])
def test_of_a_stack_that_was_turned_the_backs_face_up(status: ScanStatus, language: Language) -> None:
    screen = ScanFault(PROGRESS, _rows(0, 0, 0), "giay_khai_sinh", status, (), backs=True)
    steps = [step.text for step in derive_scan_fault(screen, language, facts.PLACE).steps]
    up = "back" if language is Language.ENGLISH else "mặt sau quay lên"
    assert sum(up in step for step in steps) >= 1
    assert not any("mặt có chữ" in step or "text side" in step for step in steps)
