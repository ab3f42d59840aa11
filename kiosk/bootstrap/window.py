"""The kiosk's window: it opens at once, and the session behind it begins as soon as that is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from config.settings import Settings
from kiosk.bootstrap.clock import local_time
from kiosk.bootstrap.memory import Housekeeping, Sweeper, give_large_memory_back, keep_what_is_loaded
from kiosk.bootstrap.place import display_of, place_of
from kiosk.bootstrap.secrecy import forbid_core_dumps
from kiosk.session.doorstep import Doorstep
from ui.app import KioskUi, Look

if TYPE_CHECKING:
    from kiosk.bootstrap.session import Parts


def run_kiosk(settings: Settings, *, windowed: bool, size: tuple[int, int]) -> int:
    """Open the kiosk and run it until it is closed; returns the exit code. Raises CannotStartError."""
    with open_window(settings, Look(windowed=windowed, size=size)) as start:
        code = start.ui.run()
        start.check()
        return code


class Start:
    """The second half of the start: what stands behind the first screens is loaded, and then the door is opened."""

    def __init__(self, settings: Settings, look: Look, opened: ExitStack) -> None:
        place = place_of(settings)
        self.door = Doorstep(place.vietnamese, display_of(settings))
        self.ui = KioskUi(look)
        self._settings = settings
        self._opened = opened
        self._error: Exception | None = None
        opened.callback(self.ui.close)
        sweeper = Sweeper(self.ui.jobs)
        opened.callback(sweeper.end)
        sweeper.begin()
        self.ui.show(self.door.actions, place, local_time, self._begin)

    def _begin(self) -> None:
        self.ui.jobs.run(self._load, self._loaded, self._failed)

    def _load(self) -> Parts:
        from kiosk.bootstrap.session import open_parts  # noqa: PLC0415 - this is what takes long

        return self._opened.enter_context(open_parts(self._settings, self.ui.jobs))

    def _loaded(self, parts: Parts) -> None:
        keep_what_is_loaded()
        session = parts.begin()
        self.ui.hear(self.door.actions, parts.heard)
        if parts.typed is not None:
            self.ui.hear_typed(parts.typed)
        self.ui.prepare()
        self.door.actions.listen(Housekeeping(self.ui.jobs, self.ui.collect_garbage).follow)
        self.door.open(session)
        session.watch()

    def _failed(self, error: Exception) -> None:
        self._error = error
        self.ui.quit()

    @property
    def is_over(self) -> bool:
        """Whether the session has taken over, or never will."""
        return self.door.is_open or self._error is not None

    def check(self) -> None:
        """Raise what kept the kiosk from starting, if anything did."""
        if self._error is not None:
            raise self._error

    def end(self) -> None:
        """Forget everything personal and wait for the work under way."""
        if self.door.is_open:
            self.door.actions.wipe()
        self.ui.jobs.close()


@contextmanager
def open_window(settings: Settings, look: Look) -> Iterator[Start]:
    """Open the window and everything behind it until the end of the ``with``."""
    forbid_core_dumps()
    give_large_memory_back()
    with ExitStack() as opened:
        start = Start(settings, look, opened)
        try:
            yield start
        finally:
            start.end()
