"""The Sounds port: real WAVs through a real child, and silence where there is nothing to play them."""

from __future__ import annotations

import io
import time
import wave
from pathlib import Path

import pytest

from drivers.sounds.player import ChildSounds
from drivers.sounds.silent import NoSounds
from drivers.sounds.tones import RATE, wav_of
from kiosk.ports.sounds import Sound


def collector(folder: Path) -> tuple[str, ...]:
    """A player that keeps each sound in a file of its own."""
    return ("sh", "-c", f"cat > {folder}/$$.wav")


def test_what_is_asked_for_is_played(tmp_path: Path) -> None:
    sounds = ChildSounds(collector(tmp_path))
    sounds.play(Sound.WARNING)
    until(lambda: len(list(tmp_path.iterdir())) == 1)
    sounds.close()
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [wav_of(Sound.WARNING, 1.0)]


def test_a_sound_that_is_switched_off_is_not_played(tmp_path: Path) -> None:
    sounds = ChildSounds(collector(tmp_path), without=[Sound.PRESS])
    sounds.play(Sound.PRESS)
    sounds.play(Sound.SAFE)
    until(lambda: len(list(tmp_path.iterdir())) == 1)
    sounds.close()
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [wav_of(Sound.SAFE, 1.0)]


def test_a_press_gives_way_to_what_is_played(tmp_path: Path) -> None:
    sounds = ChildSounds(("sh", "-c", f"cat > {tmp_path}/$$.wav; sleep 0.5"))
    sounds.play(Sound.HELP)
    sounds.play(Sound.PRESS)
    sounds.play(Sound.PRESS)
    until(lambda: len(list(tmp_path.iterdir())) == 1)
    sounds.close()
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [wav_of(Sound.HELP, 1.0)]


@pytest.mark.parametrize("player", [("false",), ("no-such-player",)])
def test_where_nothing_can_be_played_nothing_breaks_and_the_sounds_rest(player: tuple[str, ...]) -> None:
    sounds = ChildSounds(player)
    for _ in range(100):
        sounds.play(Sound.PRESS)
    sounds.close()
    sounds.play(Sound.PRESS)


def test_no_sounds_are_silence() -> None:
    sounds = NoSounds()
    sounds.play(Sound.HELP)
    sounds.close()


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_begins_and_ends_softly_and_is_short(sound: Sound) -> None:
    with wave.open(io.BytesIO(wav_of(sound, 1.0))) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
        assert file.getnframes() <= 3 * RATE
    assert abs(samples[0]) < 300
    assert abs(samples[-1]) < 1500
    assert 1000 < max(samples) < 32767


def test_the_sounds_differ_and_the_press_is_the_softest() -> None:
    loudness = {sound: max(memoryview(wav_of(sound, 1.0)[44:]).cast("h")) for sound in Sound}
    assert len({wav_of(sound, 1.0) for sound in Sound}) == len(Sound)
    assert min(loudness, key=loudness.__getitem__) is Sound.PRESS


def test_the_volume_is_a_setting() -> None:
    full, half = (max(memoryview(wav_of(Sound.SAFE, volume)[44:]).cast("h")) for volume in (1.0, 0.5))
    assert half == pytest.approx(full / 2, rel=0.01)


def until(condition: object) -> None:
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:  # type: ignore[operator]
        time.sleep(0.01)
