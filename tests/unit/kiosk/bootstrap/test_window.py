"""The window stands and answers before what is behind it is loaded; what cannot be loaded ends it with its reason."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from config.settings import Settings, load_settings
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.window import Start
from kiosk.session.screens import ChooseEvent, Home, OutOfOrder
from ui.app import Look
from ui.finger import Finger

RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"

Opener = Callable[..., tuple[Start, Finger]]


def _settings(folder: Path, *, catalogue: str = "", recipient: str = RECIPIENT) -> Settings:
    file = folder / "kiosk.toml"
    file.write_text(
        f'paths = {{ data_dir = "{folder}/data", runtime_dir = "{folder}/run", catalogue_dir = "{catalogue}" }}\n'
        f"portal = {{ recipients = {[recipient] if recipient else []} }}\n"
        'speech = { engine = "none" }\nsounds = { on = false }\n',
        encoding="utf-8",
    )
    return load_settings(file)


@pytest.fixture
def open_kiosk(qapp: object, tmp_path: Path) -> Iterator[Opener]:
    with ExitStack() as opened:

        def opener(**what: str) -> tuple[Start, Finger]:
            start = Start(_settings(tmp_path, **what), Look(windowed=True, motion=False), opened)
            opened.callback(start.end)
            return start, Finger(start.ui.view, patience=60)

        yield opener


def test_the_first_touches_are_answered_now_or_kept_for_the_session(open_kiosk: Opener) -> None:
    start, finger = open_kiosk()
    finger.press("start")
    assert isinstance(start.door.view.screen, Home)
    finger.press("tile:file")
    finger.wait(lambda: start.is_over, "the session")
    start.check()
    assert isinstance(start.door.view.screen, ChooseEvent)
    finger.press("back")
    finger.press("tile:practise")
    assert start.door.view.practice


def test_a_kiosk_that_can_seal_nothing_says_so_whatever_was_touched(open_kiosk: Opener) -> None:
    start, finger = open_kiosk(recipient="")
    finger.press("start")
    finger.wait(lambda: start.is_over, "the session")
    assert isinstance(start.door.view.screen, OutOfOrder)


def test_a_catalogue_that_cannot_be_read_ends_the_window_with_its_reason(open_kiosk: Opener) -> None:
    start, finger = open_kiosk(catalogue="/nowhere")
    finger.wait(lambda: start.is_over, "the reason")
    with pytest.raises(CannotStartError, match="catalogue_dir"):
        start.check()


def test_what_takes_long_is_not_loaded_before_the_window_stands() -> None:
    late = ["PIL", "PySide6.QtTest", "cv2", "kiosk.catalogue", "kiosk.documents", "kiosk.forms.form", "lark", "numpy"]
    late += ["structlog", "ui.further_routes", "ui.reader"]
    program = f"import sys, kiosk.cli.run; print([name for name in {late} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert loaded.stdout.strip() == "[]"
