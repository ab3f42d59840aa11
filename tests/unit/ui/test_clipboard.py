"""Nothing that a plugged-in keyboard may have copied waits for the next citizen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication

from kiosk.domain.text import Language
from kiosk.session.screens import Attract, Home, Screen, View
from ui.app import Look


def view(screen: Screen) -> View:
    return View(screen, None, Language.VIETNAMESE, 1, None)


def test_the_clipboard_is_empty_after_the_wipe_and_untouched_before(shown: Callable[..., Any]) -> None:
    window = shown((1080, 1920))
    clipboard = QGuiApplication.clipboard()
    window.show(view(Home()))
    window.ui.look = Look()  # from here on as on a kiosk, not on somebody's desktop
    clipboard.setText("087155004821")
    window.show(view(Home()))
    assert clipboard.text() == "087155004821"
    window.show(view(Attract()))
    assert clipboard.text() == ""
