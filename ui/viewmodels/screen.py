"""The base of all screens' view models. One object lives as long as its screen is shown, and is dropped with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import Property, Slot

from kiosk.domain.place import Place
from kiosk.domain.text import Language
from kiosk.session.actions import Actions
from kiosk.session.screens import View
from ui.images import Images
from ui.viewmodels.frame import FrameModel
from ui.viewmodels.model import Model


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a view model may use. ``now`` gives local time; ``images`` gives pictures their address."""

    actions: Actions
    place: Place
    now: Callable[[], datetime]
    images: Images
    frame: FrameModel


class ScreenModel(Model):
    """Derives the props of one screen from its value and passes touches on to the session.

    A screen's model overrides ``derive`` (a call of a pure function) and adds one slot for each thing to press.
    """

    object_types: ClassVar[dict[str, str]] = {"frame": "FrameModel"}

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.actions = around.actions
        self.place = around.place

    def derive(self, screen: Any, language: Language) -> object:
        """Return the props for this value of the screen. A screen that shows no data keeps this one."""
        del screen, language
        return self.props

    def show(self, view: View) -> None:
        """Take a new view whose screen is of this model's kind."""
        self.update(self.derive(view.screen, view.language))

    def _frame(self) -> FrameModel:
        return self.around.frame

    frame = Property(FrameModel, _frame, constant=True)

    @Slot()
    def back(self) -> None:
        """Go back to where the citizen came from."""
        self.actions.go_back()
