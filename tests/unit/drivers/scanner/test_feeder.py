"""The device's own word about its feeder, over HTTP and from the technician's configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.scanner.escl_simulator import EsclSimulator
from drivers.scanner.feeder import ask_feeder, end_jobs, escl_url_of
from kiosk.domain.scan_machine import Feeder


@pytest.fixture
def device() -> Iterator[EsclSimulator]:
    with EsclSimulator() as device:
        yield device


def test_the_device_says_what_its_feeder_does(device: EsclSimulator) -> None:
    assert ask_feeder(device.url).feeder is Feeder.EMPTY
    device.load("card")
    assert ask_feeder(device.url).feeder is Feeder.LOADED
    device.open_cover()
    answer = ask_feeder(device.url)
    assert (answer.feeder, answer.words) == (Feeder.COVER_OPEN, "ScannerAdfHatchOpen")


def test_a_device_that_still_moves_paper_is_asked_again(device: EsclSimulator) -> None:
    device.set_state("ScannerAdfProcessing")
    assert ask_feeder(device.url, pause=lambda _seconds: device.set_state("ScannerAdfJam")).feeder is Feeder.JAMMED
    device.set_state("ScannerAdfProcessing")
    pauses: list[float] = []
    assert ask_feeder(device.url, pause=pauses.append).feeder is Feeder.BUSY
    assert 1 < len(pauses) < 10


def test_a_device_that_is_gone_says_nothing() -> None:
    answer = ask_feeder("http://127.0.0.1:9/eSCL")
    assert (answer.feeder, answer.words) == (Feeder.UNKNOWN, "")
    end_jobs("http://127.0.0.1:9/eSCL")


CONFIG = """\
[devices]
"Máy chụp 1" = http://127.0.0.1:60000/eSCL, eSCL
"Old one" = http://192.0.2.7/wsd, WSD
Plain = http://192.0.2.8/eSCL
"Off" = disable

[options]
discovery = disable
"""


@pytest.mark.parametrize(
    ("device", "url"),
    [
        ("airscan:e0:Máy chụp 1", "http://127.0.0.1:60000/eSCL"),
        ("airscan:e2:Plain", "http://192.0.2.8/eSCL"),
        ("airscan:w1:Old one", None),
        ("airscan:e1:Off", None),
        ("airscan:e1:Nobody", None),
        ("fujitsu:libusb:001:004", None),
        ("auto", None),
    ],
)
def test_the_address_is_the_one_that_sane_airscan_uses(tmp_path: Path, device: str, url: str | None) -> None:
    (tmp_path / "airscan.conf").write_text(CONFIG, encoding="utf-8")
    assert escl_url_of(device, str(tmp_path)) == url


def test_the_address_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "airscan.d").mkdir()
    (tmp_path / "airscan.d" / "kiosk.conf").write_text('[devices]\n"X" = http://127.0.0.1:1/eSCL, eSCL\n')
    assert escl_url_of("airscan:e0:X", str(tmp_path)) == "http://127.0.0.1:1/eSCL"
