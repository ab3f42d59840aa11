"""A session that stands still, and a voice and sounds that are heard by nobody: both remember what was asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from kiosk.domain.text import Language
from kiosk.ports.sounds import Sound
from kiosk.ports.speech import Ending
from kiosk.session import screens
from kiosk.session.actions import Actions
from kiosk.session.screens import View


class Still:
    """Stands in for ``Actions``: every verb is noted in ``asked`` and changes nothing."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.asked: list[tuple[object, ...]] = []
        self.touches = 0
        self._listeners: list[Callable[[View], None]] = []

    def listen(self, listener: Callable[[View], None]) -> None:
        """Be told of every new view."""
        self._listeners.append(listener)

    def touched(self) -> None:
        """Count: every touch, click and key says so."""
        self.touches += 1

    def show(self, view: View) -> None:
        """Show another view."""
        self.view = view
        for listener in self._listeners:
            listener(view)

    def begin(self, view: View) -> None:
        """Show a sample by itself: what was answered to the same question before is forgotten."""
        if isinstance(view.screen, screens.AskQuestion):
            self.show(replace(view, screen=screens.Attract(), sheet=None))
        self.show(view)

    def __getattr__(self, verb: str) -> Callable[..., None]:
        """Note any verb of Actions; what is no verb there is an error."""
        if verb not in vars(Actions):
            raise AttributeError(verb)
        return lambda *words: self.asked.append((verb, *words))

    @property
    def actions(self) -> Actions:
        """The same object under its port's type; ``__getattr__`` gives the verbs."""
        return cast("Actions", self)


class StillVoice:
    """Notes in ``said`` what it is to say, and never comes to an end of it unless a test calls ``end``."""

    available = True

    def __init__(self) -> None:
        self.said: list[tuple[str, Language]] = []
        self.stops = 0
        self.end: Callable[[Ending], None] = lambda _ending: None

    def say(self, text: str, language: Language, ended: Callable[[Ending], None]) -> None:
        """Note the words."""
        self.said.append((text, language))
        self.end = ended

    def stop(self) -> None:
        """Count."""
        self.stops += 1

    def close(self) -> None:
        """Nothing to end."""


class StillSounds:
    """Notes in ``played`` what was asked for."""

    def __init__(self) -> None:
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        """Note the sound."""
        self.played.append(sound)

    def close(self) -> None:
        """Nothing to end."""
