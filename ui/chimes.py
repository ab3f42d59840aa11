"""Which sound goes with which change of the screen. Everything that a sound tells is written there as well."""

from __future__ import annotations

from kiosk.ports.sounds import Sound
from kiosk.session.screens import HelpSheet, IdleSheet, Sending, SendStage, SlipReady, View


def sound_of(before: View | None, now: View) -> Sound | None:
    """Return the sound for this change, None for silence."""
    if isinstance(now.sheet, IdleSheet):
        return None if before is not None and isinstance(before.sheet, IdleSheet) else Sound.WARNING
    if isinstance(now.sheet, HelpSheet) and now.sheet.waited is not None:
        called = before.sheet if before is not None and isinstance(before.sheet, HelpSheet) else None
        return None if called is not None and called.waited == now.sheet.waited else Sound.HELP
    return Sound.SAFE if _is_safe(now) and not (before is not None and _is_safe(before)) else None


def _is_safe(view: View) -> bool:
    """Say whether the screen tells that the dossier cannot be lost any more."""
    screen = view.screen
    return isinstance(screen, SlipReady) or (isinstance(screen, Sending) and screen.stage is SendStage.SAFE)
