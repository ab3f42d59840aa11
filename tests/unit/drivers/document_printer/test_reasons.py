"""``printer-state-reasons`` by prefix, as they come from simple and from talkative printers."""

from __future__ import annotations

import pytest

from drivers.document_printer.reasons import condition_of
from kiosk.domain.printout import PrinterCondition


@pytest.mark.parametrize(
    ("reasons", "stopped", "condition"),
    [
        ({"none"}, False, PrinterCondition.READY),
        (set(), False, PrinterCondition.READY),
        ({"media-empty"}, False, PrinterCondition.PAPER_OUT),
        ({"media-empty-report"}, False, PrinterCondition.PAPER_OUT),
        ({"media-empty-error"}, True, PrinterCondition.PAPER_OUT),
        ({"media-needed-error", "media-jam-warning"}, True, PrinterCondition.PAPER_JAM),
        ({"door-open-report"}, False, PrinterCondition.COVER_OPEN),
        ({"media-low-warning", "toner-low"}, False, PrinterCondition.PAPER_LOW),
        ({"marker-supply-low-report"}, False, PrinterCondition.TONER_LOW),
        ({"marker-supply-empty-error"}, False, PrinterCondition.TONER_OUT),
        ({"offline-report"}, False, PrinterCondition.OFFLINE),
        ({"com.example.purring-report"}, False, PrinterCondition.READY),
        ({"com.example.burning-error"}, False, PrinterCondition.FAULT),
        ({"none"}, True, PrinterCondition.FAULT),
        ({"media-low"}, True, PrinterCondition.FAULT),
    ],
)
def test_reasons_become_one_condition(reasons: set[str], stopped: bool, condition: PrinterCondition) -> None:
    assert condition_of(reasons, stopped=stopped) is condition


def test_only_three_conditions_let_paper_come_out() -> None:
    assert {condition for condition in PrinterCondition if condition.prints} == {
        PrinterCondition.READY,
        PrinterCondition.PAPER_LOW,
        PrinterCondition.TONER_LOW,
    }
