"""A screen's view model without a window, on a session that stands still."""

from __future__ import annotations

from typing import TypeVar

from doubles.manual import ManualClock, ManualJobs
from kiosk.domain.text import Language
from kiosk.session.screens import Screen, View
from ui.images import PageImages
from ui.samples import facts
from ui.samples.still import Still
from ui.viewmodels.frame import FrameModel
from ui.viewmodels.screen import ScreenModel, Surroundings

SomeModel = TypeVar("SomeModel", bound=ScreenModel)


def view_of(screen: Screen, language: Language = Language.VIETNAMESE) -> View:
    """Return a view that shows this screen."""
    return View(screen, None, language, 1, facts.ONLINE)


def model_of(kind: type[SomeModel], screen: Screen) -> tuple[SomeModel, list[tuple[object, ...]]]:
    """Return the model that shows a screen, and the list in which it notes what is asked of the session."""
    still = Still(view_of(screen))
    images = PageImages(ManualJobs(ManualClock()), lambda: None)
    frame = FrameModel(still.actions)
    model = kind(Surroundings(still.actions, facts.PLACE, lambda: facts.MOMENT, images, frame))
    model.show(still.view)
    return model, still.asked
