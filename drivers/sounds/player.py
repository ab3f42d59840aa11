"""The Sounds port: one thread that hands each sound to a player of its own."""

from __future__ import annotations

import queue
import subprocess
import threading
import time
from collections.abc import Iterable

import structlog

from drivers.sounds.tones import wav_of
from kiosk.ports.sounds import Sound

_PATIENCE_S = 5.0
_REST_S = 60.0
"""After a failure the sounds rest, so that a machine without a sound card does not start a child at every press."""

_log = structlog.get_logger()


class ChildSounds:
    """Plays through ``player``, a command that plays WAV from its standard input; ``volume`` in percent."""

    def __init__(self, player: tuple[str, ...], volume: int = 100, without: Iterable[Sound] = ()) -> None:
        self._player = player
        self._waves = {sound: wav_of(sound, volume / 100) for sound in Sound if sound not in set(without)}
        self._asked: queue.Queue[Sound | None] = queue.Queue(maxsize=3)
        self._rest_until = 0.0
        self._told = False
        self._busy = False
        self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
        self._thread.start()

    def play(self, sound: Sound) -> None:
        """Ask for a sound; a press gives way to whatever is played or waits."""
        crowded = self._busy or not self._asked.empty()
        if sound in self._waves and not (sound is Sound.PRESS and crowded) and not self._asked.full():
            self._asked.put(sound)

    def close(self) -> None:
        """Let the sound under way end and play no more."""
        self._waves = {}
        self._asked.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (sound := self._asked.get()) is not None:
            wave = self._waves.get(sound)
            if wave is not None and time.monotonic() >= self._rest_until:
                self._busy = True
                self._play(wave)
                self._busy = False

    def _play(self, wave: bytes) -> None:
        try:
            subprocess.run(self._player, input=wave, check=True, capture_output=True, timeout=_PATIENCE_S)  # noqa: S603
        except (OSError, subprocess.SubprocessError) as error:
            self._rest_until = time.monotonic() + _REST_S
            if not self._told:
                self._told = True
                _log.warning("sounds", problem=str(error))
