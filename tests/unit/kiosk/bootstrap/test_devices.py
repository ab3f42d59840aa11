"""Voice and sounds as the settings name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import parse_settings
from drivers.sounds.player import ChildSounds
from drivers.sounds.silent import NoSounds
from drivers.speech.espeak import EspeakSpeech
from drivers.speech.silent import NoSpeech
from drivers.speech.simulator import SpeechSimulator
from kiosk.bootstrap.devices import open_sounds, open_speech
from kiosk.bootstrap.errors import CannotStartError
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
