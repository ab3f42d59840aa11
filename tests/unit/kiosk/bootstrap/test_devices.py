"""Voice, sounds and the A4 printer as the settings name them."""

from __future__ import annotations

from pathlib import Path

import pytest
from doubles.odd_printer import OddPrinter, but

from config.settings import parse_settings
from drivers.document_printer.encoding import Attribute, Tag
from drivers.document_printer.words import Operation
from drivers.sounds.player import ChildSounds
from drivers.sounds.silent import NoSounds
from drivers.speech.espeak import EspeakSpeech
from drivers.speech.silent import NoSpeech
from drivers.speech.simulator import SpeechSimulator
from kiosk.bootstrap.devices import document_printer, open_sounds, open_speech
from kiosk.bootstrap.document_printer_check import look_at_document_printer
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.check import CheckStatus
from kiosk.domain.printout import PrinterCondition
from kiosk.domain.text import Language


@pytest.mark.parametrize(("engine", "kind"), [("auto", EspeakSpeech), ("espeak-ng", EspeakSpeech), ("none", NoSpeech)])
def test_the_engine_is_a_setting(engine: str, kind: type) -> None:
    with open_speech(parse_settings(f'[speech]\nengine = "{engine}"\n', "kiosk.toml")) as speech:
        assert type(speech) is kind


def test_the_simulator_writes_into_the_folder_that_lives_in_memory(tmp_path: Path) -> None:
    document = f'[paths]\nruntime_dir = "{tmp_path}/run"\n[speech]\nengine = "simulator"\n'
    with open_speech(parse_settings(document, "kiosk.toml")) as speech:
        assert type(speech) is SpeechSimulator
        speech.say("Xin chào", Language.VIETNAMESE, lambda _ending: None)
    assert "Xin chào" in (tmp_path / "run" / "said.jsonl").read_text(encoding="utf-8")


def test_a_voice_that_is_asked_for_and_missing_keeps_the_kiosk_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with open_speech(parse_settings("", "kiosk.toml")) as speech:
        assert not speech.available
    asked = parse_settings('[speech]\nengine = "espeak-ng"\n', "kiosk.toml")
    with pytest.raises(CannotStartError, match="espeak-ng"), open_speech(asked):
        pass


@pytest.mark.parametrize(("on", "kind"), [("true", ChildSounds), ("false", NoSounds)])
def test_sounds_can_be_switched_off(on: str, kind: type) -> None:
    with open_sounds(parse_settings(f"[sounds]\non = {on}\n", "kiosk.toml")) as sounds:
        assert type(sounds) is kind


def test_the_a4_printer_is_a_setting() -> None:
    assert document_printer(parse_settings("", "kiosk.toml")).condition() is PrinterCondition.NONE
    broken = parse_settings('[document_printer]\nurl = "usb://HP/Laser"\n', "kiosk.toml")
    with pytest.raises(CannotStartError, match="write ipp://"):
        document_printer(broken)
    missing = parse_settings('[document_printer]\nurl = "ipps://printer"\nca_file = "/no/such.pem"\n', "kiosk.toml")
    with pytest.raises(CannotStartError, match="no such file"):
        document_printer(missing)


@pytest.mark.parametrize(
    ("reasons", "status", "words"),
    [
        ("none", CheckStatus.OK, "ready"),
        ("media-low", CheckStatus.WARNING, "low on paper"),
        ("media-empty-report", CheckStatus.FAILED, "out of paper"),
    ],
)
def test_the_doctor_asks_the_a4_printer(reasons: str, status: CheckStatus, words: str) -> None:
    state = Attribute("printer-state-reasons", Tag.KEYWORD, (reasons,))
    with OddPrinter(but(printer_state_reasons=state)) as device:
        verdict = look_at_document_printer(parse_settings(f'[document_printer]\nurl = "{device.url}"\n', "kiosk.toml"))
        assert set(device.asked) == {Operation.GET_PRINTER_ATTRIBUTES}
    assert verdict.status is status
    assert words in verdict.message
    assert bool(verdict.mend) == (status is not CheckStatus.OK)


def test_the_doctor_misses_no_a4_printer_where_none_is_set_and_names_the_mend_of_a_wrong_one() -> None:
    assert look_at_document_printer(parse_settings("", "kiosk.toml")).status is CheckStatus.OK
    wrong = look_at_document_printer(parse_settings('[document_printer]\nurl = "a4"\n', "kiosk.toml"))
    assert wrong.status is CheckStatus.FAILED
    assert "write ipp://" in wrong.message
