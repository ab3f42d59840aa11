"""Draws the plates of the design system into ``docs/pictures/design``: ``python docs/plates/draw.py``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQuick import QQuickView

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.app import QML, KioskUi, Look  # noqa: E402 - the environment comes first

PICTURES = HERE.parent / "pictures" / "design"
PLATES = (
    ("ColoursPlate", "normal", 1),
    ("ColoursPlate", "dark", 1),
    ("ColoursPlate", "light", 1),
    ("TypePlate", "normal", 1),
    ("TypePlate", "normal", 2),
    ("TypePlate", "normal", 3),
    ("ControlsPlate", "normal", 1),
    ("ControlsPlate", "dark", 1),
    ("PictogramsPlate", "normal", 1),
    ("SpacePlate", "normal", 1),
)


class PlateError(Exception):
    """A plate that cannot be shown; the message has Qt's reasons."""


def draw(folder: Path) -> Iterator[Path]:
    """Draw every plate at half size; yields the files."""
    ui = KioskUi(Look(windowed=True))
    try:
        for name, contrast, text_size in PLATES:
            view = QQuickView()
            view.engine().addImportPath(str(QML))
            view.setInitialProperties({"contrast": contrast, "textSize": text_size})
            view.setSource(QUrl.fromLocalFile(str(HERE / f"{name}.qml")))
            if view.status() is not QQuickView.Status.Ready:
                raise PlateError("\n".join(error.toString() for error in view.errors()))
            view.show()
            for _ in range(5):
                ui.app.processEvents()
            picture = view.grabWindow()
            file = folder / f"{name.removesuffix('Plate').lower()}-{contrast}-{text_size}.png"
            picture.scaledToWidth(800).save(str(file))
            view.close()
            view.deleteLater()
            yield file
    finally:
        ui.close()


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    for made in draw(PICTURES):
        print(made)  # noqa: T201 - a script tells what it made
