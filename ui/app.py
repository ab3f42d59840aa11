"""The kiosk's window: one Qt application, one QML view, one router that follows the session."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from kiosk.domain.place import Place
from kiosk.domain.text import Language
from kiosk.session.actions import Actions
from kiosk.session.screens import Attract, OutOfOrder, View
from ui.focus import Focus
from ui.fonts import load_fonts
from ui.images import PROVIDER, PageImages, PictureProvider
from ui.jobs import QtJobs
from ui.qmltypes import register_models
from ui.router import Router
from ui.translation import TRANSLATED, load_translator

if TYPE_CHECKING:
    from ui.ears import Ears, Heard
    from ui.typed_codes import TypedCodes, TypedFrame

QML = Path(__file__).with_name("qml")
PORTRAIT = (1080, 1920)
_TICK_MS = 1000
_TURN_S = 0.0005
"""How long work in the background keeps the interpreter while the window wants it; Python's own 5 ms show as jerks."""
_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress}


@dataclass(frozen=True, slots=True)
class Look:
    """How the window appears: full screen unless ``windowed``; ``size`` in pixels.

    Without ``motion`` nothing slides or fades, whatever the citizen chooses: pictures need no patience.
    """

    windowed: bool = False
    size: tuple[int, int] = PORTRAIT
    motion: bool = True


class _Watch(QObject):
    """Tells of every touch, key and click in the window; what is answered with yes goes no further."""

    def __init__(self, touched: Callable[[QEvent], bool]) -> None:
        super().__init__()
        self._touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See an event go by."""
        del watched
        return event.type() in _TOUCHES and self._touched(event)


class KioskUi:
    """Everything that is Qt. Make it first: the session needs its ``jobs``. ``close`` it at the end."""

    def __init__(self, look: Look) -> None:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        os.environ.setdefault("QSG_RENDER_LOOP", "basic")
        sys.setswitchinterval(_TURN_S)
        running = QGuiApplication.instance()
        self.app = running if isinstance(running, QGuiApplication) else QGuiApplication(sys.argv[:1])
        self.app.setFont(load_fonts())
        self.look = look
        self.jobs = QtJobs()
        self.images = PageImages(self.jobs, self._show_again)
        self.view = QQuickView()
        self.router: Router | None = None
        self._translators = {language: load_translator(language) for language in TRANSLATED}
        self._watch: _Watch | None = None
        self._ears: Ears | None = None
        self._typed: TypedFrame | None = None
        self._focus = Focus(self.view)
        self._at_rest = True
        self._clock = QTimer()
        self._compiled: list[QQmlComponent] = []
        register_models()
        self._prepare_view()

    def _prepare_view(self) -> None:
        engine = self.view.engine()
        engine.addImportPath(str(QML))
        engine.addImageProvider(PROVIDER, PictureProvider(self.images))
        self.view.setColor(QColor("#F6F1E6"))
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.resize(QSize(*self.look.size))

    def show(
        self,
        actions: Actions,
        place: Place,
        now: Callable[[], datetime],
        first_frame: Callable[[], None] = lambda: None,
    ) -> None:
        """Open the window; ``now`` gives local time for the clock in the header. ``first_frame`` is called once."""
        router = self.router = Router(actions, place, now, self.images, self._translate)
        router.show(actions.view)
        actions.listen(router.show)
        actions.listen(self._follow_the_wipe)
        actions.listen(self._focus.follow)
        self._watch = _Watch(lambda event: self._touched(actions, event))
        self.view.installEventFilter(self._watch)
        self.view.setInitialProperties({"router": router, "motion": self.look.motion})
        self.view.setSource(QUrl.fromLocalFile(str(QML / "Main.qml")))
        if self.view.status() is not QQuickView.Status.Ready:
            raise RuntimeError("\n".join(error.toString() for error in self.view.errors()))
        self._focus.follow(actions.view)
        self.view.frameSwapped.connect(first_frame, Qt.ConnectionType.SingleShotConnection)
        self._clock.timeout.connect(router.tick)
        self._clock.start(_TICK_MS)
        if self.look.windowed:
            self.view.show()
        else:
            self.view.setCursor(Qt.CursorShape.BlankCursor)
            self.view.showFullScreen()

    def hear(self, actions: Actions, heard: Heard) -> None:
        """Let the window that is shown make itself heard."""
        from ui.ears import Ears  # noqa: PLC0415 - the first screens are silent and do not wait for it

        router = self.router
        if router is None:
            return
        ears = self._ears = Ears(heard, self.view, actions, lambda: bool(router.props.at_rest))
        ears.follow(actions.view)
        actions.listen(ears.follow)
        router.give_voice(available=heard.speech.available)
        router.handFelt.connect(ears.felt)
        self._clock.timeout.connect(ears.tick)

    def hear_typed(self, codes: TypedCodes) -> None:
        """Take the codes of a reader that types out of the keys that come in."""
        from ui.typed_codes import TypedFrame  # noqa: PLC0415 - few kiosks have such a reader

        self._typed = TypedFrame(codes)

    def prepare(self) -> None:
        """From now on have ready what comes next: all screens compiled (the engine keeps what is held), one made."""
        import ui.further_routes  # noqa: F401, PLC0415 - QML must know all models before it meets them

        register_models()
        for file in sorted((QML / "Aps" / "screens").glob("*.qml")):
            url = QUrl.fromLocalFile(str(file))
            self._compiled.append(QQmlComponent(self.view.engine(), url, QQmlComponent.CompilationMode.Asynchronous))
        if self.router is not None:
            self.router.look_ahead()

    def collect_garbage(self) -> None:
        """Let QML give back what it does not need any more."""
        self.view.engine().collectGarbage()

    def _follow_the_wipe(self, view: View) -> None:
        """Between two citizens the clipboard is empty: nothing here copies, but a keyboard may be plugged in."""
        at_rest = isinstance(view.screen, Attract | OutOfOrder)
        if at_rest and not self._at_rest:
            self._clear_clipboard()
        self._at_rest = at_rest

    def _clear_clipboard(self) -> None:
        """Clear it; in a window on somebody's desktop only what came from this window."""
        clipboard = self.app.clipboard()
        if not self.look.windowed or clipboard.ownsClipboard():
            clipboard.clear()

    def _touched(self, actions: Actions, event: QEvent) -> bool:
        if self._typed is not None and isinstance(event, QKeyEvent) and self._typed.key(event):
            return True
        actions.touched()
        if self._ears is not None:
            self._ears.touched(event)
        if isinstance(event, QKeyEvent):
            return self._focus.key(event)
        self._focus.touched()
        return False

    def _translate(self, language: Language) -> None:
        for one, translator in self._translators.items():
            self.app.removeTranslator(translator)
            if one is language:
                self.app.installTranslator(translator)
        self.view.engine().retranslate()

    def _show_again(self) -> None:
        if self.router is not None:
            self.router.show_again()

    def run(self) -> int:
        """Run the event loop until the window is closed or the process is told to stop; returns the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.quit())
        return self.app.exec()

    def quit(self) -> None:
        """End ``run``."""
        self.app.quit()

    def close(self) -> None:
        """Close the window and wait for the work under way."""
        self._clock.stop()
        if self._ears is not None:
            self._ears.close()
        for translator in self._translators.values():
            self.app.removeTranslator(translator)
        self.jobs.close()
        self._clear_clipboard()
        self.view.close()
        self.view.setSource(QUrl())
        self.view.deleteLater()
        self._compiled.clear()
        self.router = None
