"""What authors must put right before a catalogue is published; each finding names the file and the mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from doubles.small_catalogue import SHIPPED, SmallCatalogue

from kiosk.catalogue.check import check_catalogue, list_doubts


def today() -> date:
    return date(2026, 10, 12)


@pytest.fixture
def catalogue(tmp_path: Path) -> SmallCatalogue:
    return SmallCatalogue(tmp_path)


def only_problem(catalogue: SmallCatalogue) -> str:
    (problem,) = check_catalogue(catalogue.folder, today)
    return problem


def test_what_ships_passes() -> None:
    assert check_catalogue(SHIPPED, today) == []


def test_a_good_catalogue_passes_on_any_day(catalogue: SmallCatalogue) -> None:
    assert check_catalogue(catalogue.folder, lambda: date(2030, 1, 1)) == []


# dates


def test_versions_that_follow_each_other_pass(catalogue: SmallCatalogue) -> None:
    catalogue.add_version("2027", "2027-03-01", "2027-12-31")
    catalogue.add_version("2028", "2028-01-01")
    assert check_catalogue(catalogue.folder, today) == []


def test_a_hole_between_versions_is_told_with_its_days(catalogue: SmallCatalogue) -> None:
    catalogue.add_version("2027", "2027-03-03")
    words = f"{catalogue.procedure}: nothing is in force from 2027-03-01 to 2027-03-02; close the hole"
    assert only_problem(catalogue) == words


def test_a_hole_of_one_day_is_told(catalogue: SmallCatalogue) -> None:
    catalogue.add_version("2027", "2027-03-02")
    assert "from 2027-03-01 to 2027-03-01" in only_problem(catalogue)


def test_an_overlap_is_told_with_the_day_to_write(catalogue: SmallCatalogue) -> None:
    later = catalogue.add_version("2027", "2027-02-28")
    words = f"{catalogue.procedure}: overlaps {later}; write effective_until = 2027-02-27"
    assert only_problem(catalogue) == words


def test_a_version_without_an_end_overlaps_the_next(catalogue: SmallCatalogue) -> None:
    later = catalogue.add_version("2027", "2027-03-01")
    catalogue.replace("effective_until = 2027-02-28", "")
    words = f"{catalogue.procedure}: overlaps {later}; write effective_until = 2027-02-28"
    assert only_problem(catalogue) == words


def test_a_last_day_before_the_first_is_told(catalogue: SmallCatalogue) -> None:
    catalogue.replace("effective_until = 2027-02-28", "effective_until = 2025-12-31")
    words = f"{catalogue.procedure}: effective_until lies before effective_from; correct the dates"
    assert only_problem(catalogue) == words


def test_a_version_of_one_day_passes(catalogue: SmallCatalogue) -> None:
    catalogue.replace("effective_until = 2027-02-28", "effective_until = 2026-01-01")
    assert check_catalogue(catalogue.folder, today) == []


# examples


def test_an_accepted_example_is_missing(catalogue: SmallCatalogue) -> None:
    for file in catalogue.examples.glob("ok-*"):
        file.unlink()
    assert only_problem(catalogue) == f"{catalogue.examples}: no accepted example; add ok-….json"


def test_fewer_than_three_refused_examples_are_too_few(catalogue: SmallCatalogue) -> None:
    one, two, *_ = sorted(catalogue.examples.glob("refused-*"))
    one.unlink()
    assert check_catalogue(catalogue.folder, today) == []
    two.unlink()
    assert only_problem(catalogue) == f"{catalogue.examples}: 2 refused examples of 3; add refused-….json"


def test_a_procedure_without_examples_lacks_both(catalogue: SmallCatalogue) -> None:
    for file in catalogue.examples.iterdir():
        file.unlink()
    assert len(check_catalogue(catalogue.folder, today)) == 2


def test_an_example_that_is_judged_otherwise_is_told_with_both_sides(catalogue: SmallCatalogue) -> None:
    answers = catalogue.answers() | {"citizenSoLuongBanSao": 0}
    file = catalogue.write_example("refused-a", {"answers": answers, "errors": ["citizenNDK_HoVaTen"]})
    found, said = "['citizenSoLuongBanSao']", "['citizenNDK_HoVaTen']"
    words = f"{file}: errors are {found}, the example says {said}; correct the form or the example"
    assert only_problem(catalogue) == words


def test_an_accepted_example_with_an_error_is_told(catalogue: SmallCatalogue) -> None:
    file = catalogue.write_example("ok-a", {"answers": catalogue.answers() | {"citizenSoLuongBanSao": 0}})
    assert only_problem(catalogue).startswith(f"{file}: errors are ['citizenSoLuongBanSao'], the example says []")


def test_an_accepted_example_cannot_excuse_itself_by_listing_its_errors(catalogue: SmallCatalogue) -> None:
    answers = catalogue.answers() | {"citizenSoLuongBanSao": 0}
    file = catalogue.write_example("ok-a", {"answers": answers, "errors": ["citizenSoLuongBanSao"]})
    assert only_problem(catalogue) == f"{file}: an accepted example lists errors; name it refused-….json"


def test_a_refused_example_must_list_its_errors(catalogue: SmallCatalogue) -> None:
    file = catalogue.write_example("refused-a", {"answers": catalogue.answers()})
    assert only_problem(catalogue) == f"{file}: a refused example must list its errors; add them"


def test_an_answer_to_no_question_is_told(catalogue: SmallCatalogue) -> None:
    file = catalogue.write_example("ok-a", {"answers": catalogue.answers() | {"citizenSoBanSao": 2}})
    words = f"{file}: answers 'citizenSoBanSao', which is no question of form.json; correct the name"
    assert only_problem(catalogue) == words


@pytest.mark.parametrize(
    "content", [[], 7, {}, {"answers": 7}, {"answers": None}, {"answers": {}, "errors": 7}, {"errors": []}]
)
def test_an_example_of_another_shape_is_told(catalogue: SmallCatalogue, content: object) -> None:
    file = catalogue.write_example("ok-a", content)
    assert only_problem(catalogue).startswith(f"{file}: is no example")


@pytest.mark.parametrize("content", [b"", b"{", b'{"answers": "\xff"}'])
def test_an_example_that_cannot_be_read_is_told(catalogue: SmallCatalogue, content: bytes) -> None:
    file = catalogue.examples / "ok-a.json"
    file.write_bytes(content)
    assert only_problem(catalogue).startswith(f"{file}: is no example")


# languages


@pytest.mark.parametrize("text", ['{"vi": "Bao nhiêu bản?"}', '{"en": "How many?"}', '{"vi": "", "en": "How many?"}'])
def test_a_text_in_one_language_is_told_with_its_path(catalogue: SmallCatalogue, text: str) -> None:
    before = catalogue.form.read_text(encoding="utf-8")
    catalogue.form.write_text(before.replace("{", '{"description": ' + text + ",", 1), encoding="utf-8")
    words = f"{catalogue.form}: $.description: both languages are needed; add vi and en"
    assert only_problem(catalogue) == words


def test_a_text_without_a_language_is_told(catalogue: SmallCatalogue) -> None:
    catalogue.replace("{", '{"description": "Tờ khai",', catalogue.form)
    assert only_problem(catalogue).startswith(f"{catalogue.form}: $.description: both languages are needed")


# names and files


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{citizenQuanhe} = 'Khác'", "{citizenQuanhe2} = 'Khác'", "citizenQuanhe2"),
        ('per_answer = "citizenSoLuongBanSao"', 'per_answer = "copies"', "copies"),
        ("[fee]", "[fees]", "fees"),
        ("area =", "arena =", "arena"),
        ('requirement = "show_only"', 'requirement = "perhaps"', "perhaps"),
    ],
)
def test_an_unknown_name_is_told(catalogue: SmallCatalogue, old: str, new: str, words: str) -> None:
    catalogue.replace(old, new)
    problem = only_problem(catalogue)
    assert problem.startswith(f"{catalogue.procedure}: ")
    assert words in problem


def test_everything_wrong_with_a_form_is_told_in_a_line_each(catalogue: SmallCatalogue) -> None:
    catalogue.replace("{", '{"survey": 1, "theme": 2,', catalogue.form)
    problems = check_catalogue(catalogue.folder, today)
    assert [problem.split(": ")[:2] for problem in problems] == [
        [str(catalogue.form), "$.survey"],
        [str(catalogue.form), "$.theme"],
    ]


@pytest.mark.parametrize(
    "file", ["reference/peoples.json", "applicant/form.json", "delivery/form.json", "notices/personal-data.toml"]
)
def test_what_every_journey_needs_must_be_good(catalogue: SmallCatalogue, file: str) -> None:
    (catalogue.folder / file).write_bytes(b"\xff")
    assert only_problem(catalogue).startswith(str(catalogue.folder / file))


def test_a_folder_without_procedures_is_told(catalogue: SmallCatalogue) -> None:
    (catalogue.folder / "procedures").rename(catalogue.folder / "forms")
    assert only_problem(catalogue).startswith(f"{catalogue.folder / 'procedures'}: cannot be read")


# doubts


def test_a_doubt_says_where_it_stands_and_why(catalogue: SmallCatalogue) -> None:
    why = "Which relations need an authorisation is from memory (DOMAIN 3.5)."
    assert list_doubts(catalogue.folder, today) == [f"{catalogue.procedure}: rows[0].required_if: {why}"]
