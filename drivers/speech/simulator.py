"""A voice that speaks to nobody: what it says is kept, and takes as long as reading it aloud would."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.text import Language
from kiosk.ports.speech import Ending


@dataclass(frozen=True, slots=True)
class Said:
    """One text that was begun."""

    text: str
    language: Language


class SpeechSimulator:
    """Keeps what is said in ``said``, and as JSON lines in ``file`` if one is named. For demo and tests alone."""

    available = True

    def __init__(self, file: Path | None = None, seconds_per_word: float = 60 / 140) -> None:
        self.said: list[Said] = []
        self._file = file
        self._pace = seconds_per_word
        self._telling: _Telling | None = None

    def say(self, text: str, language: Language, ended: Callable[[Ending], None]) -> None:
        """Keep the words; the end comes after the time that they would take."""
        self.stop()
        self.said.append(Said(text, language))
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"language": language.value, "text": text}, ensure_ascii=False) + "\n")
        self._telling = _Telling(self._pace * len(text.split()), ended)

    def stop(self) -> None:
        """Break off."""
        if self._telling is not None:
            self._telling.end(Ending.STOPPED)

    def close(self) -> None:
        """Break off."""
        self.stop()


class _Telling:
    """One text under way. It ends once: by the clock or by being stopped."""

    def __init__(self, seconds: float, ended: Callable[[Ending], None]) -> None:
        self._ended = ended
        self._once = threading.Lock()
        self._timer = threading.Timer(seconds, self.end, (Ending.SAID,))
        self._timer.daemon = True
        self._timer.start()

    def end(self, ending: Ending) -> None:
        if self._once.acquire(blocking=False):
            self._timer.cancel()
            self._ended(ending)
