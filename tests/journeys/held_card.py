"""Run by test_held_card.py in a process of its own: holds cards and other things to a reader.

It hangs on a pseudo-terminal as a serial device does, or types into the window as a keyboard does.
"""

from __future__ import annotations

import json
import os
import pty
import re
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.bootstrap.robot import drive_kiosk
from kiosk.cli.configuration import read_settings
from kiosk.demo.steps import enter
from kiosk.demo.walker import DockButtons, Walker
from kiosk.session import screens
from kiosk.session.screens import View
from ui.finger import Finger

CARD = "087153004821|331234567|Nguyễn Thị Hoa|05021953|Nữ|Ấp 3, Bình An, Đồng Tháp|12042021".encode()
SOMEBODY = "087165001234||Trần Thị Mười|01011965|Nữ|Ấp 1, Bình An|12042021".encode()
SLIP = b"https://dichvucong.gov.vn/tra-cuu-ho-so?ma=APS-AH01-261012-0007-K&bm=K7M2QX"

_PERSON = 0.4
"""Seconds before somebody holds the next thing: a wait that begins forgets what came just before."""


def type_code(code: bytes) -> None:
    """Type as a reader does whose keyboard knows no Vietnamese."""
    window = QGuiApplication.topLevelWindows()[0]
    QTest.keyClick(window, Qt.Key.Key_F12)
    for sign in code.decode().replace("\n", "").encode("ascii", "ignore").decode():
        QTest.keyClick(window, Qt.Key.Key_Return if sign == "\r" else sign)


def plug_in(config: str, *, serial: bool) -> int:
    """Write into the settings where the reader is; returns its end of the line."""
    reader, kiosk = pty.openpty()
    url = f"serial://{os.ttyname(kiosk)}" if serial else "keyboard"
    written = Path(config).read_text(encoding="utf-8")
    Path(config).write_text(re.sub(r"(?<=\[code_reader\]\n).*", f'url = "{url}"', written), encoding="utf-8")
    return reader


def main(config: str, kind: str) -> None:
    """Print what the screen said to each thing that was held to the reader, and whose card was taken."""
    serial = kind == "serial"
    reader = plug_in(config, serial=serial)
    told: list[str] = []

    def script(hand: Finger, view: Callable[[], View]) -> None:
        walker = Walker(hand, view, DockButtons(""), None, {})

        def hold(code: bytes) -> None:
            hand.rest(_PERSON)
            if serial:
                os.write(reader, code)
            else:
                type_code(code)

        def note_on(code: bytes) -> None:
            def says() -> bool:
                screen = view().screen
                return isinstance(screen, screens.Identify) and screen.note is not None and screen.note != before

            before = getattr(view().screen, "note", None)
            hold(code)
            hand.wait(says, "a word on what was held to the reader", 20)
            screen = view().screen
            assert isinstance(screen, screens.Identify)
            assert screen.note is not None
            told.append(" ".join(filter(None, [screen.note.kind.value, screen.note.code])))

        walker.arrive(screens.Attract)
        hold(SOMEBODY + b"\r\n")  # while nobody is asked for a card
        enter(walker, "2.000635")
        hand.rest(0.5)
        assert hand.sees("card")
        for code in (b"https://vneid.gov.vn\r\n", SLIP + b"\r\n", b"8934673\r\n", CARD[:30]):
            note_on(code)
        if serial:
            note_on(CARD + b"\r\n" + SOMEBODY + b"\r\n")
            hold(b"https://vneid.gov.vn\r\n" + CARD + b"\r\n")
        else:
            hold(CARD + b"\r\n")
        walker.arrive(screens.CardRead)
        card = view().screen
        assert isinstance(card, screens.CardRead)
        told.append(f"{card.card.id_number} {card.card.full_name}")
        hold(SOMEBODY + b"\r\n")  # a card that is held to it now is nobody's
        walker.leave(screens.CardRead)
        walker.arrive(screens.AskQuestion)
        asked = view()
        hold(SOMEBODY + b"\r\n")
        hand.rest(0.5)
        assert view().screen == asked.screen
        walker.press("leave")
        walker.press("sheet:wipe")
        walker.arrive(screens.Attract)

    drive_kiosk(read_settings(Path(config)), (1080, 1920), script, brisk=True)
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
