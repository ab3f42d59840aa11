"""Which view model and which QML file belong to a screen or a sheet.

The first two screens are known here; the others are loaded with ``ui.further_routes``, so that the window need not wait
for them when it opens.
"""

from __future__ import annotations

from kiosk.session.screens import Attract, Home, Screen, Sheet
from ui.viewmodels.screen import ScreenModel
from ui.viewmodels.welcome import AttractModel, HomeModel


def model_of_screen(screen: Screen) -> type[ScreenModel]:
    """Return the view model's class."""
    match screen:
        case Attract():
            return AttractModel
        case Home():
            return HomeModel
        case _:
            from ui import further_routes  # noqa: PLC0415 - see above

            return further_routes.model_of_screen(screen)


def model_of_sheet(sheet: Sheet) -> type[ScreenModel]:
    """Return the view model's class."""
    from ui import further_routes  # noqa: PLC0415 - see above

    return further_routes.model_of_sheet(sheet)


def source_of(value: Screen | Sheet) -> str:
    """Return the QML file below ``ui/qml/Aps``: ``screens/HomeScreen.qml``, ``screens/LeaveSheet.qml``."""
    name = type(value).__name__
    return f"screens/{name}.qml" if name.endswith("Sheet") else f"screens/{name}Screen.qml"


def source_of_model(model: type[ScreenModel]) -> str:
    """Return the QML file of a screen by its model: ``screens/HomeScreen.qml`` for ``HomeModel``."""
    return f"screens/{model.__name__.removesuffix('Model')}Screen.qml"


def likely_after(screen: Screen) -> type[ScreenModel] | None:
    """Return the view model of the screen of another kind that is most often the next, None where nobody knows."""
    if isinstance(screen, Attract):
        return HomeModel
    from ui import further_routes  # noqa: PLC0415 - see above

    return further_routes.likely_after(screen)
