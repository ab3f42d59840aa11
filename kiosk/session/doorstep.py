"""What a citizen meets while everything behind it is still being loaded: nobody stands before a dark machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from kiosk.domain.text import Language
from kiosk.session.actions import Actions
from kiosk.session.display import Display
from kiosk.session.screens import Attract, FirstScreen, Home, View


class Doorstep:
    """Stands in for the session until that is there, then hands everything on to it.

    It answers the first touch itself. Whatever else is asked waits for the session, in order: on these two screens
    nothing personal can be told.
    """

    def __init__(self, language: Language, display: Display) -> None:
        self._language = language
        self._display = display
        self._screen: FirstScreen = Attract()
        self._session: Actions | None = None
        self._asked: list[tuple[str, tuple[object, ...]]] = []
        self._listeners: list[Callable[[View], None]] = []

    @property
    def actions(self) -> Actions:
        """The same object under its port's type; ``__getattr__`` gives the verbs."""
        return cast("Actions", self)

    @property
    def is_open(self) -> bool:
        """Whether the session has taken over."""
        return self._session is not None

    @property
    def view(self) -> View:
        """What to show now."""
        if self._session is not None:
            return self._session.view
        return View(self._screen, None, self._language, 1, None, display=self._display)

    def listen(self, listener: Callable[[View], None]) -> None:
        """Be told of every new view, of the doorstep and of the session."""
        self._listeners.append(listener)
        if self._session is not None:
            self._session.listen(listener)

    def start(self) -> None:
        """Leave the attract screen."""
        if self._session is not None:
            self._session.start()
            return
        self._asked.append(("start", ()))
        self._screen = Home(can_practise=True)
        self._tell()

    def open(self, session: Actions) -> None:
        """Let the session do what was asked for in the meantime, and take over."""
        for verb, words in self._asked:
            getattr(session, verb)(*words)
        self._session = session
        for listener in self._listeners:
            session.listen(listener)
        self._tell()

    def _tell(self) -> None:
        view = self.view
        for listener in self._listeners:
            listener(view)

    def __getattr__(self, verb: str) -> Callable[..., None]:
        """Hand any other verb of Actions on, now or when the session is there."""
        if verb not in vars(Actions):
            raise AttributeError(verb)
        if self._session is not None:
            return cast("Callable[..., None]", getattr(self._session, verb))
        return lambda *words: self._asked.append((verb, words))
