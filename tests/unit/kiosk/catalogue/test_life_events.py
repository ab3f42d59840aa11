"""Life events: which procedures they lead to, and what is refused by name; a broken file takes nothing else out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from doubles.small_catalogue import CODE, SmallCatalogue

import config
from kiosk.catalogue import CatalogueError, load_catalogue
from kiosk.catalogue.check import check_catalogue
from kiosk.catalogue.life_events import load_life_events

SHIPPED = Path(config.__file__).parent


def today() -> date:
    return date(2026, 10, 12)


def event(key: str = "copies", procedures: str = f'["{CODE}"]', picture: str = "copies") -> str:
    text = '{ vi = "Cần bản sao", en = "Copies" }'
    return (
        f'[[events]]\nkey = "{key}"\nname = {text}\nline = {text}\npicture = "{picture}"\nprocedures = {procedures}\n'
    )


def write(folder: Path, text: str) -> Path:
    (folder / "life-events.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_procedure_that_ships_can_be_found_by_an_event() -> None:
    catalogue = load_catalogue(SHIPPED, today)
    found = {procedure.code for one in catalogue.events for procedure in catalogue.of_event(one)}
    assert found == {procedure.code for procedure in catalogue.procedures}
    assert max(len(one.procedures) for one in catalogue.events) <= 6


def test_a_catalogue_needs_no_events(tmp_path: Path) -> None:
    assert load_life_events(tmp_path) == ()


def test_what_is_not_in_force_is_left_out_with_the_event_that_has_nothing_else(tmp_path: Path) -> None:
    folder = SmallCatalogue(tmp_path / "catalogue").folder
    write(folder, event(procedures=f'["{CODE}", "1.000656"]') + event("death", '["1.000656"]'))
    catalogue = load_catalogue(folder, today)
    assert [(one.key, one.procedures) for one in catalogue.events] == [("copies", (CODE,))]
    assert catalogue.event("death") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[events]", "life-events.toml"),
        (event(key="Two words"), "key"),
        (event(picture="dragon"), "picture"),
        (event(procedures="[]"), "procedures"),
        (event() + event(), "there are 2 events with the key 'copies'"),
        ("[[stories]]", "stories"),
    ],
)
def test_what_cannot_be_used_is_refused_and_the_procedures_go_on(tmp_path: Path, text: str, words: str) -> None:
    folder = write(SmallCatalogue(tmp_path / "catalogue").folder, text)
    with pytest.raises(CatalogueError, match=words):
        load_life_events(folder)
    catalogue = load_catalogue(folder, today)
    assert (catalogue.events, len(catalogue.procedures)) == ((), 1)
    assert words.split(maxsplit=1)[0] in " ".join(catalogue.problems)
    assert check_catalogue(folder, today)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (event(procedures=f'["{CODE}", "9.999999"]'), "copies: there is no procedure '9.999999'"),
        (event(procedures=f'["{CODE}", "{CODE}"]'), f"copies: names '{CODE}' 2 times"),
        (event(procedures='["9.999999"]'), f"no event has procedure '{CODE}'"),
    ],
)
def test_the_check_names_what_leads_nowhere(tmp_path: Path, text: str, words: str) -> None:
    small = SmallCatalogue(tmp_path / "catalogue")
    assert check_catalogue(write(small.folder, event()), today) == []
    assert any(words in problem for problem in check_catalogue(write(small.folder, text), today))


def test_the_first_of_each_event_come_first_and_nothing_is_left_out() -> None:
    catalogue = load_catalogue(SHIPPED, today)
    codes = [procedure.code for procedure in catalogue.commonest_first()]
    firsts = list(dict.fromkeys(event.procedures[0] for event in catalogue.events))
    assert codes[: len(firsts)] == firsts
    assert sorted(codes) == sorted(procedure.code for procedure in catalogue.procedures)
