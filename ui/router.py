"""Shows the screen and the sheet that fit the session's view; the only listener of the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.domain.place import Place
from kiosk.domain.text import Language
from kiosk.session.actions import Actions
from kiosk.session.screens import View
from ui.images import PageImages
from ui.qmltypes import register_models
from ui.routes import likely_after, model_of_screen, model_of_sheet, source_of, source_of_model
from ui.viewmodels.frame import FrameModel, derive_frame
from ui.viewmodels.model import Model
from ui.viewmodels.screen import ScreenModel, Surroundings


@dataclass(frozen=True, slots=True)
class RouterProps:
    """Paths of QML files below ``ui/qml/Aps``; no sheet, and nothing made ahead, is an empty path."""

    screen_source: str = ""
    ahead_source: str = ""
    sheet_source: str = ""
    at_rest: bool = True


class Router(Model, props=RouterProps):
    """Makes a view model for each screen as it comes up, and forgets it when the next one has slid in.

    Once ``look_ahead`` was called, the screen that is likely next is made while one stands, with nothing of anybody in
    it; it is given its view when it comes up.
    """

    object_types: ClassVar[dict[str, str]] = {
        "frame": "FrameModel",
        "screen": "ScreenModel",
        "ahead": "ScreenModel",
        "sheet": "ScreenModel",
    }
    screenChanged = Signal()  # noqa: N815 - Qt's spelling
    aheadChanged = Signal()  # noqa: N815 - Qt's spelling
    sheetChanged = Signal()  # noqa: N815 - Qt's spelling
    handFelt = Signal()  # noqa: N815 - Qt's spelling

    def __init__(
        self,
        actions: Actions,
        place: Place,
        now: Callable[[], datetime],
        images: PageImages,
        translate: Callable[[Language], None],
    ) -> None:
        super().__init__()
        self._frame = FrameModel(actions)
        self._around = Surroundings(actions, place, now, images, self._frame)
        self._images = images
        self._translate = translate
        self._voice = False
        self._view: View | None = None
        self._day = now().date()
        self._screen: ScreenModel | None = None
        self._looks_ahead = False
        self._ahead: ScreenModel | None = None
        self._leaving: list[ScreenModel] = []
        self._sheet: ScreenModel | None = None

    frame = Property(FrameModel, lambda self: self._frame, constant=True)
    screen = Property(QObject, lambda self: self._screen, notify=screenChanged)
    ahead = Property(QObject, lambda self: self._ahead, notify=aheadChanged)
    sheet = Property(QObject, lambda self: self._sheet, notify=sheetChanged)

    def show(self, view: View) -> None:
        """Bring the window up to date with a view."""
        if self._view is None or view.language is not self._view.language:
            self._translate(view.language)
        self._view = view
        self.update_frame()
        self._images.begin()
        self._show_screen(view)
        self._show_sheet(view)
        self._images.sweep()

    def show_again(self) -> None:
        """Derive the present view once more: a picture is ready, or the clock went on."""
        if self._view is not None:
            self.show(self._view)

    def update_frame(self) -> None:
        """Bring clock, network and step line up to date."""
        if self._view is not None:
            self._frame.update(derive_frame(self._view, self._around.place, self._around.now(), voice=self._voice))

    def give_voice(self, *, available: bool) -> None:
        """Offer to read aloud, where there is a voice."""
        self._voice = available
        self.update_frame()

    def tick(self) -> None:
        """Let the clock go on; on a new day the local programmes change, so that everything is derived again."""
        today = self._around.now().date()
        if today == self._day:
            self.update_frame()
        else:
            self._day = today
            self.show_again()

    @Slot()
    def pressed(self) -> None:
        """Say that something has taken a hand's press."""
        self.handFelt.emit()

    @Slot()
    def arrived(self) -> None:
        """Forget the screen that has slid out, with everything personal in its model."""
        for model in self._leaving:
            model.deleteLater()  # after the item that shows it, which the stage has just asked Qt to delete
        self._leaving.clear()
        self.update(replace(self.props, at_rest=True))
        self._make_ahead()

    def _show_screen(self, view: View) -> None:
        kind = model_of_screen(view.screen)
        if self._screen is not None:
            if type(self._screen) is kind:
                self._screen.show(view)
                if self.props.at_rest:
                    self._make_ahead()
                return
            self._leaving.append(self._screen)
        self._screen = self._coming(kind, view)
        self.screenChanged.emit()
        self.update(replace(self.props, screen_source=source_of(view.screen), ahead_source="", at_rest=False))

    def _coming(self, kind: type[ScreenModel], view: View) -> ScreenModel:
        """Take the screen that was made ahead, where it is the one that comes."""
        ahead, self._ahead = self._ahead, None
        if ahead is None or type(ahead) is not kind:
            if ahead is not None:
                self._leaving.append(ahead)
            return self._made(kind, view)
        ahead.show(view)
        return ahead

    def look_ahead(self) -> None:
        """From now on have the screen made that is likely next."""
        self._looks_ahead = True
        if self.props.at_rest:
            self._make_ahead()

    def _make_ahead(self) -> None:
        if not self._looks_ahead or self._view is None:
            return
        kind = likely_after(self._view.screen)
        if kind is None or type(self._ahead) is kind:
            return
        gone, self._ahead = self._ahead, kind(self._around)
        self.aheadChanged.emit()
        self.update(replace(self.props, ahead_source=source_of_model(kind)))
        if gone is not None:
            gone.deleteLater()

    def _show_sheet(self, view: View) -> None:
        kind = None if view.sheet is None else model_of_sheet(view.sheet)
        if self._sheet is not None and type(self._sheet) is kind:
            self._sheet.show(view)
            return
        gone, self._sheet = self._sheet, None if kind is None else self._made(kind, view)
        self.sheetChanged.emit()
        self.update(replace(self.props, sheet_source="" if view.sheet is None else source_of(view.sheet)))
        if gone is not None:
            gone.deleteLater()

    def _made(self, kind: type[ScreenModel], view: View) -> ScreenModel:
        register_models()  # more may have been loaded by now
        model = kind(self._around)
        model.show(view)
        return model
