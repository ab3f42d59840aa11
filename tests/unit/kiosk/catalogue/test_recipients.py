"""The keys of the catalogue: read, checked letter by letter, and looked through for days without one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyrage
import pytest
from doubles.keys import Entry, new_key, write_recipients
from doubles.small_catalogue import SmallCatalogue

from kiosk.catalogue import CatalogueError
from kiosk.catalogue.acceptance import acceptable
from kiosk.catalogue.age_keys import is_age_key
from kiosk.catalogue.check import check_catalogue
from kiosk.catalogue.recipients import check_recipients, load_recipients
from kiosk.domain.recipient import Recipient, valid_on

TODAY = date(2026, 10, 12)
COMMUNE = "29905"
KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def small_catalogue(tmp_path: Path) -> Path:
    return SmallCatalogue(tmp_path / "catalogue").folder


def recipient(first: str, last: str, *communes: str) -> Recipient:
    return Recipient(KEY, "Cổng", date.fromisoformat(first), date.fromisoformat(last), communes)


def faults(folder: Path, *entries: Entry, today: date = TODAY) -> list[str]:
    write_recipients(folder, *entries)
    return list(check_recipients(folder, today, {COMMUNE}))


# keys


def test_every_key_of_age_is_one() -> None:
    assert is_age_key(KEY)
    assert all(is_age_key(new_key()) for _ in range(50))


def test_every_wrong_letter_is_found_and_every_swap() -> None:
    for place in range(4, len(KEY)):
        other = "q" if KEY[place] != "q" else "p"
        assert not is_age_key(KEY[:place] + other + KEY[place + 1 :]), place
        swapped = KEY[: place - 1] + KEY[place] + KEY[place - 1] + KEY[place + 1 :]
        assert swapped == KEY or not is_age_key(swapped), place


@pytest.mark.parametrize("text", ["", "age1", KEY.upper(), KEY + "q", KEY[:-1], "agf" + KEY[3:], KEY.replace("y", "b")])
def test_what_age_would_refuse_is_no_key(text: str) -> None:
    assert not is_age_key(text)
    if text != KEY.upper():
        with pytest.raises(pyrage.RecipientError):
            pyrage.x25519.Recipient.from_str(text)


# the file


def test_a_catalogue_needs_no_recipients(tmp_path: Path) -> None:
    assert load_recipients(tmp_path) == ()
    assert list(check_recipients(tmp_path, TODAY, ())) == []


def test_keys_are_read_with_their_days_and_communes(tmp_path: Path) -> None:
    write_recipients(
        tmp_path, Entry("2026-01-01", "2026-12-31", KEY), Entry("2026-02-01", "2027-01-31", KEY, (COMMUNE,))
    )
    assert load_recipients(tmp_path) == (
        Recipient(KEY, "Khóa 1", date(2026, 1, 1), date(2026, 12, 31)),
        Recipient(KEY, "Khóa 2", date(2026, 2, 1), date(2027, 1, 31), (COMMUNE,)),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[recipients]", "recipients.toml"),
        ("", "recipients"),
        (f'[[recipients]]\nkey = "{KEY}"\nname = "a"\nvalid_from = 2026-01-01', "valid_until"),
        (f'[[recipients]]\nkey = "{KEY}"\nname = ""\nvalid_from = 2026-01-01\nvalid_until = 2026-01-02', "name"),
        (f'[[recipients]]\nkey = "{KEY[:-1]}q"\nname = "a"\nvalid_from = 2026-01-01\nvalid_until = 2026-01-02', "age"),
        (f'[[recipients]]\nkey = "{KEY}"\nname = "a"\nvalid_from = 2026-01-02\nvalid_until = 2026-01-01', "before"),
        ("[[senders]]", "senders"),
    ],
)
def test_a_wrong_file_is_refused_by_name_and_never_put_in_service(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "recipients.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=words):
        load_recipients(tmp_path)
    assert len(list(check_recipients(tmp_path, TODAY, ()))) == 1


def test_a_kiosk_does_not_switch_to_a_catalogue_whose_keys_it_cannot_read(small_catalogue: Path) -> None:
    assert acceptable(small_catalogue, lambda: TODAY) == []
    write_recipients(small_catalogue, Entry("2026-01-01", "2026-12-31", KEY[:-1] + "q"))
    assert "recipients.toml" in acceptable(small_catalogue, lambda: TODAY)[0]


def test_a_kiosk_switches_to_a_catalogue_that_takes_every_key_away(small_catalogue: Path) -> None:
    write_recipients(small_catalogue)
    assert acceptable(small_catalogue, lambda: TODAY) == []
    assert check_catalogue(small_catalogue, lambda: TODAY) == []


def test_the_check_of_a_catalogue_looks_at_its_keys(small_catalogue: Path) -> None:
    write_recipients(small_catalogue, Entry("2026-01-01", "2026-10-11"))
    (fault,) = check_catalogue(small_catalogue, lambda: TODAY)
    assert "recipients.toml: no key of the portal's is valid on 2026-10-12" in fault


# days


def test_keys_that_follow_each_other_or_hold_at_once_leave_no_hole(tmp_path: Path) -> None:
    assert faults(tmp_path, Entry("2026-01-01", "2026-12-31"), Entry("2027-01-01", "2027-12-31")) == []
    assert faults(tmp_path, Entry("2026-01-01", "2027-01-31"), Entry("2026-12-01", "2027-12-31")) == []


def test_a_hole_is_named_by_its_days(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, Entry("2026-01-01", "2026-12-31"), Entry("2027-01-03", "2027-12-31"))
    assert "from 2027-01-01 to 2027-01-02" in fault
    (fault,) = faults(tmp_path, Entry("2026-10-14", "2026-12-31"))
    assert "from 2026-10-12 to 2026-10-13" in fault


def test_a_key_within_another_hides_no_hole(tmp_path: Path) -> None:
    entries = (Entry("2026-01-01", "2026-12-31"), Entry("2026-02-01", "2026-11-30"), Entry("2027-02-01", "2027-12-31"))
    (fault,) = faults(tmp_path, *entries)
    assert "from 2027-01-01 to 2027-01-31" in fault


def test_what_is_over_is_no_hole_any_more(tmp_path: Path) -> None:
    entries = (Entry("2025-01-01", "2025-06-30"), Entry("2025-09-01", "2026-12-31"))
    assert faults(tmp_path, *entries) == []


def test_an_escrow_key_fills_no_hole_of_the_portals(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, Entry("2026-01-01", "2026-12-31", communes=(COMMUNE,)))
    assert "no key of the portal's" in fault


def test_a_key_that_stands_twice_and_an_unknown_commune_are_named(tmp_path: Path) -> None:
    twice = (Entry("2026-01-01", "2026-12-31", KEY), Entry("2027-01-01", "2027-12-31", KEY))
    assert "recipients[1]: the key stands twice" in faults(tmp_path, *twice)[0]
    stranger = (Entry("2026-01-01", "2026-12-31"), Entry("2026-01-01", "2026-12-31", communes=("00000",)))
    assert "recipients[1]: there is no commune '00000'" in faults(tmp_path, *stranger)[0]


@pytest.mark.parametrize(
    ("day", "valid"), [("2025-12-31", False), ("2026-01-01", True), ("2026-12-31", True), ("2027-01-01", False)]
)
def test_both_days_belong_to_a_key(day: str, valid: bool) -> None:
    assert bool(valid_on(date.fromisoformat(day), [recipient("2026-01-01", "2026-12-31")], "")) is valid


def test_a_commune_seals_to_its_own_escrow_key_and_to_no_other() -> None:
    portal, own, other = (recipient("2026-01-01", "2026-12-31", *names) for names in ((), (COMMUNE,), ("29869",)))
    assert valid_on(TODAY, [portal, own, other], COMMUNE) == (portal, own)
    assert valid_on(TODAY, [portal, own, other], "") == (portal,)


def test_nothing_is_sealed_to_an_escrow_key_alone() -> None:
    own, expired = recipient("2026-01-01", "2026-12-31", COMMUNE), recipient("2025-01-01", "2025-12-31")
    assert valid_on(TODAY, [own, expired], COMMUNE) == ()
