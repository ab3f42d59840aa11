"""The sounds themselves: a few soft tones each, written as WAV. Nothing here is recorded or taken from elsewhere."""

from __future__ import annotations

import io
import math
import struct
import wave
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.ports.sounds import Sound

RATE = 22050

_LOUDEST = 32767
_ATTACK_S = 0.006


@dataclass(frozen=True, slots=True)
class Tone:
    """``pitch`` in hertz, 0 for a rest; ``fall`` is how many times it dies away within its length."""

    pitch: float
    seconds: float
    loudness: float = 0.5
    fall: float = 4.0


TONES: Mapping[Sound, tuple[Tone, ...]] = {
    Sound.PRESS: (Tone(880, 0.05, 0.14, 6),),
    Sound.WARNING: (Tone(587, 0.35, 0.4), Tone(440, 0.55, 0.4)),
    Sound.SAFE: (Tone(523, 0.16, 0.35), Tone(659, 0.16, 0.35), Tone(784, 0.5, 0.4)),
    Sound.HELP: (Tone(784, 0.3, 0.6), Tone(659, 0.5, 0.6), Tone(0, 0.15), Tone(784, 0.3, 0.6), Tone(659, 0.6, 0.6)),
}
"""A soft tick; a gentle fall; a happy chord, broken; a door-bell, twice, to be heard in the next room."""


def wav_of(sound: Sound, volume: float) -> bytes:
    """Return the sound as a mono WAV of 16 bits; ``volume`` 1.0 is as it is meant."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        samples = [sample for tone in TONES[sound] for sample in _samples(tone)]
        clipped = (round(_LOUDEST * max(-1.0, min(1.0, sample * volume))) for sample in samples)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in clipped))
    return out.getvalue()


def _samples(tone: Tone) -> Iterator[float]:
    """Yield a sine with a little of its octave, that begins without a crack and dies away like a bell."""
    for number in range(round(tone.seconds * RATE)):
        at = number / RATE
        turn = 2 * math.pi * tone.pitch * at
        swell = min(1.0, at / _ATTACK_S) * math.exp(-tone.fall * at / tone.seconds)
        yield tone.loudness * swell * (0.8 * math.sin(turn) + 0.2 * math.sin(2 * turn))
