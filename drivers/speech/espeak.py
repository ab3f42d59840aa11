"""The Speech port on espeak-ng: two children for each text, the voice and the player, that can be ended at once.

The words go through a pipe, never on a command line: other users of the machine can read those.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import structlog

from kiosk.domain.text import Language
from kiosk.ports.speech import Ending

PROGRAM = "espeak-ng"

_ENGLISH = "en"
_LEAST_SECONDS = 20.0
_SECONDS_PER_LETTER = 0.5
"""Several times what the slowest voice takes: what is longer under way hangs."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak. ``vietnamese`` is a voice of ``espeak-ng --voices=vi``; ``volume`` goes from 0 over 100 to 200."""

    vietnamese: str = "vi-vn-x-south"
    words_per_minute: int = 140
    volume: int = 100


class EspeakSpeech:
    """Speaks through ``player``, a command that plays WAV from its standard input. ``program`` is the engine."""

    def __init__(self, manner: Manner, player: tuple[str, ...], program: str = PROGRAM) -> None:
        self._manner = manner
        self._player = player
        self._program = program
        self._utterance: _Utterance | None = None

    @property
    def available(self) -> bool:
        """Say whether engine and player are installed; whether anything is heard only the ear knows."""
        return shutil.which(self._program) is not None and shutil.which(self._player[0]) is not None

    def say(self, text: str, language: Language, ended: Callable[[Ending], None]) -> None:
        """Say this in place of what is being said."""
        self.stop()
        patience = _LEAST_SECONDS + _SECONDS_PER_LETTER * len(text)
        self._utterance = _Utterance(self._engine(language), self._player, patience)
        self._utterance.begin(text, ended)

    def stop(self) -> None:
        """Be silent at once."""
        if self._utterance is not None:
            self._utterance.stop()

    def close(self) -> None:
        """Be silent and wait until both children are gone."""
        if self._utterance is not None:
            self._utterance.stop()
            self._utterance.join()

    def _engine(self, language: Language) -> tuple[str, ...]:
        manner = self._manner
        voice = _ENGLISH if language is Language.ENGLISH else manner.vietnamese
        how = ("-v", voice, "-s", str(manner.words_per_minute), "-a", str(manner.volume))
        return (self._program, *how, "-b", "1", "--stdin", "--stdout")


class _Utterance:
    """One text on its way: a thread starts the children, waits for them and says how it ended."""

    def __init__(self, engine: tuple[str, ...], player: tuple[str, ...], patience: float) -> None:
        self._engine = engine
        self._player = player
        self._patience = patience
        self._lock = threading.Lock()
        self._children: list[subprocess.Popen[bytes]] = []
        self._stopped = False
        self._thread: threading.Thread | None = None

    def begin(self, text: str, ended: Callable[[Ending], None]) -> None:
        self._thread = threading.Thread(target=lambda: ended(self._speak(text)), name="voice", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            self._kill()

    def join(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _speak(self, text: str) -> Ending:
        try:
            engine = self._start()
            if engine is not None and engine.stdin is not None:
                with suppress(BrokenPipeError), engine.stdin as pipe:
                    pipe.write(text.encode())
            problem = self._wait()
        except OSError as error:
            problem = str(error)
        finally:
            self._end()
        if self._stopped:
            return Ending.STOPPED
        if problem:
            _log.warning("voice", problem=problem)
        return Ending.FAILED if problem else Ending.SAID

    def _start(self) -> subprocess.Popen[bytes] | None:
        """Start both children, or none when this was stopped before it began. Raises OSError."""
        with self._lock:
            if self._stopped:
                return None
            pipe = subprocess.PIPE
            engine = subprocess.Popen(self._engine, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
            self._children.append(engine)
            quiet = subprocess.DEVNULL
            player = subprocess.Popen(self._player, stdin=engine.stdout, stdout=quiet, stderr=quiet)  # noqa: S603
            self._children.append(player)
            if engine.stdout is not None:
                engine.stdout.close()  # the player's alone now: when it goes, the engine notices
            return engine

    def _wait(self) -> str:
        """Return what went wrong, in words for the log; empty when all was said."""
        for name, child in reversed(list(zip((self._engine[0], self._player[0]), self._children, strict=False))):
            try:
                code = child.wait(self._patience)
            except subprocess.TimeoutExpired:
                return f"{name} does not come to an end"
            if code:
                return f"{name} ended with {code}"
        return ""

    def _end(self) -> None:
        with self._lock:
            self._kill()
        for child in self._children:
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def _kill(self) -> None:
        for child in self._children:
            if child.poll() is None:
                child.kill()
