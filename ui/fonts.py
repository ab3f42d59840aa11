"""The typeface Be Vietnam Pro, in the four weights that the design uses (VISUAL, type)."""

from __future__ import annotations

from importlib.resources import as_file, files

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Be Vietnam Pro"
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


class FontMissing(Exception):  # noqa: N818 - it names the state, not a class of errors
    """A weight of the typeface could not be loaded; without it Vietnamese marks are at the mercy of the system."""


def load_fonts() -> QFont:
    """Load all weights into the running application and return the default font. Raises FontMissing."""
    folder = files("fontpkg_be_vietnam_pro") / "files"
    for weight in _WEIGHTS:
        with as_file(folder / f"BeVietnamPro-{weight}.ttf") as file:
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                raise FontMissing(f"{file}: not a font; run make install again")
    return QFont(FAMILY)
