"""The operator's alarm: a line in the log, and numbers beside those of the queue."""

from __future__ import annotations

from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from structlog.testing import capture_logs

from config.settings import Queue, Settings
from kiosk.bootstrap.alarms import printer_alarm
from kiosk.domain.slip import PrintFault


def numbers(file: Path) -> dict[tuple[str, ...], float]:
    families = text_string_to_metric_families(file.read_text(encoding="utf-8"))
    return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


def test_a_fault_and_its_end_are_told_in_log_and_numbers(tmp_path: Path) -> None:
    tell = printer_alarm(Settings(queue=Queue(metrics_file=str(tmp_path / "queue.prom"))))
    file = tmp_path / "aps-kiosk-printer.prom"
    with capture_logs() as lines:
        tell(PrintFault.PAPER_OUT)
        first = numbers(file)
        tell(None)
    assert [(line["log_level"], line["state"]) for line in lines] == [("error", "paper_out"), ("info", "ready")]
    assert first["aps_kiosk_receipt_printer_ready",] == 0
    assert [name for name, value in first.items() if value] == [("aps_kiosk_receipt_printer_fault", "paper_out")]
    after = numbers(file)
    assert after.pop(("aps_kiosk_receipt_printer_ready",)) == 1
    assert set(after.values()) == {0}


@pytest.mark.parametrize("folder", ["", "nowhere/queue.prom"])
def test_without_a_place_for_numbers_the_log_still_tells(tmp_path: Path, folder: str) -> None:
    tell = printer_alarm(Settings(queue=Queue(metrics_file=folder and str(tmp_path / folder))))
    with capture_logs() as lines:
        tell(PrintFault.COVER_OPEN)
    assert lines[0]["state"] == "cover_open"
