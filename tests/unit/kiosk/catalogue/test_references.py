"""Reference lists are read whole; what is broken in them is refused with the file's name, never half used."""

from __future__ import annotations

from pathlib import Path

import pytest

import config
from kiosk.catalogue import CatalogueError
from kiosk.catalogue.references import load_references
from kiosk.domain.text import Text

SHIPPED = Path(config.__file__).parent / "reference"
GOOD = '{"source": "a law", "as_of": "2026-10-01", "choices": [{"value": "01", "vi": "Kinh"}]}'


def write(folder: Path, content: str, file: str = "peoples.json") -> Path:
    (folder / file).write_text(content, encoding="utf-8")
    return folder


def test_what_ships_is_read_and_each_commune_lies_within_a_province() -> None:
    references = load_references(SHIPPED)
    assert set(references.lists) == {"communes", "countries", "id-papers", "peoples", "provinces"}
    assert all(found.choices for found in references.lists.values())
    provinces = {choice.value for choice in references.lists["provinces"].choices}
    communes = references.lists["communes"]
    assert set(communes.within) == {choice.value for choice in communes.choices}
    assert set(communes.within.values()) == provinces


def test_a_choice_bears_both_languages_its_gloss_and_what_it_lies_within(tmp_path: Path) -> None:
    choice = '{"value": "1", "vi": "Một", "en": "One", "gloss_vi": "số", "gloss_en": "number", "within": "9"}'
    write(tmp_path, GOOD.replace('{"value": "01", "vi": "Kinh"}', choice))
    found = load_references(tmp_path).lists["peoples"]
    (read,) = found.choices
    assert (read.value, read.text, read.gloss) == ("1", Text("Một", "One"), Text("số", "number"))
    assert found.within == {"1": "9"}


def test_a_name_without_english_stands_for_itself(tmp_path: Path) -> None:
    found = load_references(write(tmp_path, GOOD)).lists["peoples"]
    assert found.choices[0].text == Text("Kinh", "Kinh")
    assert found.choices[0].gloss is None
    assert found.within == {}


def test_an_address_stands_for_a_list(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, '"/api/dan-toc" = "peoples"', "addresses.toml")
    references = load_references(tmp_path)
    assert references.find("/api/dan-toc") == ("peoples", references.lists["peoples"])
    assert references.find("reference:peoples") == ("peoples", references.lists["peoples"])
    assert references.find("/api/other") is None


def test_a_catalogue_without_lists_is_none_the_worse(tmp_path: Path) -> None:
    references = load_references(tmp_path / "reference")
    assert references.lists == references.addresses == {}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "truncated"),
        ("[]", "array"),
        (GOOD.replace('"source"', '"sources"'), "sources"),
        (GOOD.replace('"a law"', "7"), "source"),
        (GOOD.replace("2026-10-01", "1/10/2026"), "as_of"),
        (GOOD.replace('"vi": "Kinh"', '"en": "Kinh"'), "vi"),
        (GOOD.replace('"value": "01"', '"value": 1'), "value"),
        (GOOD.replace("}]", '}, {"value": "01", "vi": "Tày"}]'), "01 stand twice"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, content: str, words: str) -> None:
    write(tmp_path, content)
    with pytest.raises(CatalogueError, match=r"peoples\.json: .*" + words):
        load_references(tmp_path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('"/api" = "people"', "'people', which is no list"),
        ('"/api" = 7', "7, which is no list"),
        ('"/api" = ["peoples"]', "which is no list"),
        ('"/api" = ', "correct the TOML"),
    ],
)
def test_a_broken_address_is_named(tmp_path: Path, content: str, words: str) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, content, "addresses.toml")
    with pytest.raises(CatalogueError, match=r"addresses\.toml: .*" + words):
        load_references(tmp_path)


@pytest.mark.parametrize("file", ["peoples.json", "addresses.toml"])
def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, file: str) -> None:
    write(tmp_path, GOOD)
    (tmp_path / file).write_bytes(GOOD.replace("Kinh", "Tày").encode("latin-1"))
    with pytest.raises(CatalogueError, match=file):
        load_references(tmp_path)


@pytest.mark.parametrize("file", ["peoples.json", "addresses.toml"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, file: str) -> None:
    write(tmp_path, GOOD)
    (tmp_path / file).unlink(missing_ok=True)
    (tmp_path / file).symlink_to(tmp_path / file)
    with pytest.raises(CatalogueError, match=rf"{file}: cannot be read"):
        load_references(tmp_path)
