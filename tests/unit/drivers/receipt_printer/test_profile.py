"""Every profile that ships can be used."""

from __future__ import annotations

import pytest

from drivers.receipt_printer.profile import Profile, UnknownProfileError, load_profile

NAMES = ["generic", "generic-58", "epson-tm-t82", "epson-tm-t88", "xprinter-xp-80", "rongta-rp80"]


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_has_all_its_facts(name: str) -> None:
    profile = load_profile(name)
    assert profile.width_dots in {384, 512, 576}
    assert profile.cut[:2] == b"\x1dV"


def test_without_a_profile_a_printer_is_taken_for_any() -> None:
    assert load_profile("generic") == Profile()


def test_an_unknown_one_is_refused_and_those_that_there_are_are_named() -> None:
    with pytest.raises(UnknownProfileError, match=r"'epson' is none of generic, .*xprinter-xp-80"):
        load_profile("epson")
