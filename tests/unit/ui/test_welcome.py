"""What the first screens tell: that no slips come out goes before what the commune announces."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.slip import PrintFault
from kiosk.domain.text import Language
from ui.samples import way_in
from ui.viewmodels.welcome import derive_told

VI, EN = Language.VIETNAMESE, Language.ENGLISH
THURSDAY = date(2026, 10, 15)


def test_the_announcement_of_the_day_is_told_with_the_programme() -> None:
    told = derive_told(EN, way_in.BUSY_BOARD, None, THURSDAY)
    assert (told.head, told.warning, told.today) == ("Announcement", False, True)
    assert told.announcement.startswith("On Friday 16/10")


def test_without_anything_to_announce_there_is_no_head() -> None:
    told = derive_told(VI, way_in.BOARD, None, THURSDAY)
    assert (told.head, told.announcement, told.warning) == ("", "", False)


@pytest.mark.parametrize("fault", list(PrintFault))
def test_that_no_slips_come_out_goes_before_everything(fault: PrintFault) -> None:
    told = derive_told(VI, way_in.BUSY_BOARD, fault, THURSDAY)
    assert told.head == "Máy hết giấy in phiếu" if fault is PrintFault.PAPER_OUT else "Máy đang không in được phiếu"
    assert (told.warning, told.announcement.startswith("Hồ sơ vẫn nộp được.")) == (True, True)
