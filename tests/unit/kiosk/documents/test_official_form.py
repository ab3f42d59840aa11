"""The A4 form: what stands on it, read back from the PDF; the same bytes for the same answers; nothing is lost."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from typer.testing import CliRunner

import config
from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.cli.app import app
from kiosk.cli.commands import load_commands
from kiosk.documents.official_form import draw_form
from kiosk.domain.text import Language
from kiosk.forms.form import parse_form

load_commands()

SHIPPED = Path(config.__file__).parent
A4 = (595, 842)
APPLICANT = {"full_name": "TRẦN THỊ MỸ DUYÊN", "id_number": "087199004512"}
CODES = sorted(file.parent.name for file in (SHIPPED / "procedures").glob("*/form.json"))


@cache
def catalogue() -> Catalogue:
    return load_catalogue(SHIPPED, lambda: date(2026, 10, 12))


def draw(
    code: str, answers: dict[str, Any] | None, language: Language = Language.VIETNAMESE, applicant: Any = APPLICANT
) -> bytes:
    return draw_form(catalogue().form(code), answers, (catalogue().applicant_form, applicant), language)


def draw_questions(
    *elements: dict[str, Any], answers: dict[str, Any] | None = None, language: Language = Language.VIETNAMESE
) -> bytes:
    document = {"title": "Tờ khai", "pages": [{"name": "p", "title": "Phần", "elements": list(elements)}]}
    return draw_form(parse_form(document, "form.json"), answers, (catalogue().applicant_form, {}), language)


def question(kind: str = "text", **more: Any) -> dict[str, Any]:
    return {"type": kind, "name": "a", "title": "Lý do", **more}


def example(code: str, name: str) -> dict[str, Any]:
    file = SHIPPED / "procedures" / code / "examples" / f"{name}.json"
    answers: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["answers"]
    return answers


def pdftotext(pdf: bytes, *options: str) -> str:
    command = ["pdftotext", "-enc", "UTF-8", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def text(pdf: bytes) -> str:
    """Return the words in the order in which they were drawn, with one space between them."""
    return " ".join(pdftotext(pdf, "-raw").split())


def letters(pdf: bytes) -> str:
    """Return the text without spaces and without the page numbers, so that it reads on over lines and pages."""
    pages = pdftotext(pdf, "-raw").split("\f")
    return "".join("".join(re.sub(r"^\d+\n", "", page).split()) for page in pages)


def words_outside_the_margins(pdf: bytes) -> list[str]:
    words = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)".*?>(.*?)</word>', pdftotext(pdf, "-bbox"))
    assert words
    left, right = 70, A4[0] - 50
    return [word for first, last, word in words if float(first) < left or float(last) > right]


# what stands on it


def test_a_blank_form_asks_for_everything_and_answers_nothing() -> None:
    found = text(draw("2.000635", None))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập – Tự do – Hạnh phúc" in found
    assert "Họ, chữ đệm, tên người yêu cầu:" in found
    assert "TRẦN THỊ MỸ DUYÊN" not in found
    titles = [entry.title.vi for page in catalogue().form("2.000635").evaluate({}).pages for entry in page.questions]
    assert titles
    assert [title for title in titles if title not in found] == []
    assert len(found) > len(text(draw("2.000635", example("2.000635", "ok-for-oneself"))))


def test_a_filled_form_has_the_answers_in_words() -> None:
    found = text(draw("2.000635", example("2.000635", "ok-for-son")))
    assert "Họ, chữ đệm, tên người yêu cầu: TRẦN THỊ MỸ DUYÊN" in found
    assert "Số định danh cá nhân: 087199004512" in found
    assert "NGUYỄN VĂN PHƯỚC" in found
    assert "Kinh (Việt)" in found
    assert "UBND xã Bình An" in found


@pytest.mark.parametrize("code", CODES)
def test_nobody_signs_a_page_that_says_nothing(code: str) -> None:
    some = min((SHIPPED / "procedures" / code / "examples").glob("ok-*.json")).stem
    last = pdftotext(draw(code, example(code, some)), "-raw").rstrip("\f").split("\f")[-1]
    before = last[: last.index("……………, ngày")]
    assert ":" in before


def test_a_heading_is_broken_where_its_lines_are_about_as_long() -> None:
    found = pdftotext(draw("2.000986", None), "-raw")
    title = [line for line in found.splitlines() if line.isupper()][2:5]
    assert "".join(title).endswith("TRẺ EM DƯỚI 6 TUỔI")
    assert min(map(len, title)) > 0.6 * max(map(len, title))


def test_a_filled_form_leaves_out_what_was_not_asked() -> None:
    blank, filled = draw("2.000635", None), draw("2.000635", example("2.000635", "ok-for-oneself"))
    heading = catalogue().form("2.000635").evaluate({"citizenQuanhe": "Mẹ đẻ"})
    asked = next(entry for page in heading.pages for entry in page.questions if entry.name == "citizenNDK_HoVaTen")
    assert asked.title.vi in text(blank)
    assert asked.title.vi not in text(filled)


def test_the_labels_are_in_the_language_asked_for() -> None:
    found = text(draw("2.000635", example("2.000635", "ok-for-son"), Language.ENGLISH))
    assert "Applicant's full name: TRẦN THỊ MỸ DUYÊN" in found
    assert "Signature and full name" in found
    assert "Họ, chữ đệm, tên người yêu cầu" not in found


def test_few_choices_are_boxes_and_many_are_a_line() -> None:
    choices = [{"value": str(number), "text": f"Lựa chọn {number}"} for number in range(7)]
    few = draw_questions(question("radiogroup", choices=choices[:6]))
    assert "Lựa chọn 0 Lựa chọn 1" in text(few)
    many = draw_questions(question("radiogroup", choices=choices))
    assert "Lựa chọn" not in text(many)
    assert "Lý do: Lựa chọn 6" in text(draw_questions(question("radiogroup", choices=choices), answers={"a": "6"}))


def test_the_chosen_box_alone_is_crossed() -> None:
    asked = question("radiogroup", choices=["Nam", "Nữ"])
    blank, one, other = (draw_questions(asked, answers=answers) for answers in (None, {"a": "Nam"}, {"a": "Nữ"}))
    assert [line_count(pdf) - line_count(draw_questions(asked, answers={})) for pdf in (one, other)] == [2, 2]
    assert one != other
    assert text(blank) == text(one).replace("  ", " ")


def line_count(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as document:
        return sum(str(one.operator) == "l" for page in document.pages for one in pikepdf.parse_content_stream(page))


def test_a_list_of_people_is_a_table() -> None:
    code, name = "1.004222", "ok-home-to-parents-with-two-others"
    found = pdftotext(draw(code, example(code, name)), "-layout")
    (row,) = [line for line in found.splitlines() if "02/03/2015" in line]
    assert row.split()[0] == "1"
    assert "087215006812" in row
    assert "TT" in found.split()


PEOPLE = question(
    "paneldynamic",
    templateElements=[{"type": "text", "name": "b", "title": "Họ tên"}, {"type": "text", "name": "c", "title": "Năm"}],
)


def test_a_blank_list_has_four_numbered_rows() -> None:
    assert text(draw_questions(PEOPLE)).count("TT Họ tên Năm 1 2 3 4") == 1


def test_a_long_list_goes_on_over_pages_under_its_heading() -> None:
    people = [{"b": f"Người {number}", "c": str(1900 + number)} for number in range(80)]
    pdf = draw_questions(PEOPLE, answers={"a": people})
    found = text(pdf)
    assert [f"Người {number} {1900 + number}" in found for number in range(80)] == [True] * 80
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) > 1
    assert found.count("TT Họ tên Năm") > 1


# nothing is lost


LONG = " ".join(f"đoạn-{number}" for number in range(1500))


def test_a_long_answer_breaks_over_pages_without_loss() -> None:
    pdf = draw_questions(question("comment"), answers={"a": LONG})
    assert "".join(LONG.split()) in letters(pdf)
    assert words_outside_the_margins(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) > 1


def test_a_long_answer_in_a_table_breaks_over_pages_without_loss() -> None:
    pdf = draw_questions(PEOPLE, answers={"a": [{"b": LONG, "c": "1978"}]})
    found = text(pdf)
    assert [word for word in LONG.split() if word not in found] == []
    assert words_outside_the_margins(pdf) == []


def test_the_lines_of_an_answer_stay_lines() -> None:
    assert "một\nhai" in pdftotext(draw_questions(question("comment"), answers={"a": "một\nhai"}), "-raw")


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>&",
        "<b>Lành</i> &amp; &lt; <font size=99>",
        "<img src='/etc/passwd'/>",
        "a<br/>b",
        "%s {0} \\ (x) $1",
        "Ẵẳỗộữự ƠƯĐ",
    ],
)
def test_hostile_text_is_drawn_as_it_stands(hostile: str) -> None:
    assert "".join(hostile.split()) in letters(draw_questions(question(), answers={"a": hostile}))
    assert "".join(hostile.split()) in letters(draw_questions(PEOPLE, answers={"a": [{"b": hostile}]}))
    assert "".join(hostile.split()) in letters(draw_questions(question(title=hostile)))
    assert "".join(hostile.split()) in letters(draw_questions(question("radiogroup", choices=[hostile, "b"])))


@pytest.mark.parametrize("hostile", ["An\u200bBình", "An\u202eBình", "An\ufeffBình", "An 🙂汉 Bình", "An\tBình"])
def test_letters_that_are_not_seen_or_not_known_leave_the_others(hostile: str) -> None:
    found = letters(draw_questions(question(), answers={"a": hostile}))
    assert "An" in found
    assert "Bình" in found or "hnìB" in found


def test_a_very_long_word_is_broken_and_stays_within_the_margins() -> None:
    word = "Dài" * 400
    for pdf in (
        draw_questions(question(), answers={"a": word}),
        draw_questions(PEOPLE, answers={"a": [{"b": word, "c": "1978"}]}),
    ):
        assert letters(pdf).count("D") == 400
        assert words_outside_the_margins(pdf) == []


def test_a_choice_longer_than_a_line_is_broken_and_stays_within_the_margins() -> None:
    long = "Người cao tuổi, người khuyết tật, người chưa thành niên về ở với người thân khác cùng một hộ gia đình"
    pdf = draw_questions(question("radiogroup", choices=["Có", long, "Không"]), answers={"a": long})
    assert long in text(pdf)
    assert words_outside_the_margins(pdf) == []


# the file


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", Language)
def test_every_shipped_form_is_drawn_within_the_margins(code: str, language: Language) -> None:
    name = min(file.stem for file in (SHIPPED / "procedures" / code / "examples").glob("ok-*.json"))
    for pdf in (draw(code, None, language), draw(code, example(code, name), language)):
        assert words_outside_the_margins(pdf) == []
        with pikepdf.open(BytesIO(pdf)) as document:
            assert {tuple(round(float(side)) for side in page.mediabox) for page in document.pages} == {(0, 0, *A4)}


def test_the_same_answers_are_the_same_bytes() -> None:
    answers = example("2.000635", "ok-for-son")
    assert draw("2.000635", answers) == draw("2.000635", answers)
    assert draw("2.000635", answers) != draw("2.000635", None)


def test_the_file_says_that_it_is_pdf_a_and_who_made_it_stays_unsaid() -> None:
    with pikepdf.open(BytesIO(draw("2.000635", None))) as document:
        assert "/Info" not in document.trailer
        with document.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
            assert metadata["dc:title"] == catalogue().form("2.000635").document.title.vi
        (intent,) = document.Root.OutputIntents
        assert len(intent.DestOutputProfile.read_bytes()) > 128


def test_every_font_is_embedded() -> None:
    with pikepdf.open(BytesIO(draw("1.004222", None))) as document:
        fonts = [font for page in document.pages for font in page.resources.Font.values()]
        assert fonts
        assert [font.BaseFont for font in fonts if "/FontFile2" not in font.get("/FontDescriptor", {})] == []


# print-form


@pytest.fixture
def run() -> CliRunner:
    return CliRunner()


def test_print_form_writes_a_blank_form(run: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    answer = run.invoke(app, ["print-form", "2.000635", "--out", str(out)])
    assert answer.exit_code == 0
    assert text(out.read_bytes()) == text(draw("2.000635", None))


@pytest.mark.parametrize("wrapped", [True, False])
def test_print_form_writes_answers_as_they_are_or_from_an_example(
    run: CliRunner, tmp_path: Path, wrapped: bool
) -> None:
    out, file = tmp_path / "form.pdf", tmp_path / "answers.json"
    answers = example("2.000635", "ok-for-son") | APPLICANT
    file.write_text(json.dumps({"answers": answers} if wrapped else answers), encoding="utf-8")
    answer = run.invoke(app, ["print-form", "2.000635", "--out", str(out), "--answers", str(file), "--lang", "en"])
    assert answer.exit_code == 0
    assert "Applicant's full name: TRẦN THỊ MỸ DUYÊN" in text(out.read_bytes())
    assert "NGUYỄN VĂN PHƯỚC" in text(out.read_bytes())


@pytest.mark.parametrize("code", ["9.999999", "1.001612", ""])
def test_print_form_refuses_a_code_without_a_form(run: CliRunner, tmp_path: Path, code: str) -> None:
    answer = run.invoke(app, ["print-form", code, "--out", str(tmp_path / "form.pdf")])
    assert answer.exit_code == 2
    assert f"{code}: has no e-form here" in answer.stderr
    assert not (tmp_path / "form.pdf").exists()


@pytest.mark.parametrize("content", [None, "[]", "{", "null", '{"answers": 7}'])
def test_print_form_refuses_answers_that_are_none(run: CliRunner, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "answers.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    answer = run.invoke(app, ["print-form", "2.000635", "--out", str(tmp_path / "form.pdf"), "--answers", str(file)])
    assert answer.exit_code == 2
    assert str(file) in answer.stderr
    assert not (tmp_path / "form.pdf").exists()


def test_print_form_refuses_a_place_that_cannot_be_written(run: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "none" / "form.pdf"
    answer = run.invoke(app, ["print-form", "2.000635", "--out", str(out)])
    assert answer.exit_code == 2
    assert f"{out}: cannot be written" in answer.stderr
