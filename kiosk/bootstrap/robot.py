"""A robot at the kiosk's real window: for demonstrations, and for tests of whole journeys."""

from __future__ import annotations

from collections.abc import Callable

from config.settings import Settings
from kiosk.bootstrap.window import open_window
from kiosk.session.screens import View
from ui.app import Look
from ui.finger import Finger
from ui.key_hand import KeyHand

_PATIENCE_S = 60.0

Script = Callable[[Finger, Callable[[], View]], None]
"""What a robot does: it has a finger and can look at the view."""


def drive_kiosk(
    settings: Settings, size: tuple[int, int], script: Script, *, brisk: bool = False, keys: bool = False
) -> None:
    """Open the real window and let a script press it: without motion and with a brisk finger, when time counts.

    With ``keys`` the hand is on a keyboard, and never touches the glass.
    Raises CannotStartError, and what the script raises.
    """
    with open_window(settings, Look(windowed=True, size=size, motion=not brisk)) as start:
        hand = (KeyHand if keys else Finger)(start.ui.view, brisk=brisk)
        hand.wait(lambda: start.is_over, "the session", _PATIENCE_S)
        start.check()
        script(hand, lambda: start.door.view)
