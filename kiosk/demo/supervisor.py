"""Starts the demo: the simulated world, the dock, the sender and the window, each in its own process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.demo.dock import Dock
from kiosk.demo.world import World

_STOP_SECONDS = 10


def kiosk_command(*words: str) -> list[str]:
    """Return the command line that runs this very program with this very interpreter."""
    return [sys.executable, "-m", "kiosk", *words]


@contextmanager
def sender_of(world: World) -> Iterator[None]:
    """Run ``aps-kiosk sync`` beside what is done inside, and end it politely."""
    process = subprocess.Popen(kiosk_command("sync", "--config", str(world.settings)))  # noqa: S603 - our own command
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def has_display() -> bool:
    """Say whether a window can be opened here."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_windowed(world: World, announce: str) -> int:
    """Open the kiosk's window until it is closed; ``announce`` is printed with the dock's address filled in."""
    with Dock(world) as dock, sender_of(world):
        print(announce.format(url=dock.url), flush=True)  # noqa: T201 - the trainer needs the address
        return subprocess.call(kiosk_command("run", "--config", str(world.settings), "--windowed"))  # noqa: S603


def run_headless(world: World, out: Path) -> int:
    """Run the whole journey by touch in the real window, offscreen, and write ``summary.json`` to ``out``."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = ("play", "--config", str(world.settings), "--out", str(out))
    with Dock(world) as dock, sender_of(world):
        return subprocess.call(kiosk_command(*words, "--dock", dock.url), env=environment)  # noqa: S603


def write_summary(out: Path, summary: dict[str, object]) -> None:
    """Write what came out of a headless demo (keys in docs/command-line.md)."""
    document = json.dumps(summary, ensure_ascii=False, indent=2, sort_keys=True)
    (out / "summary.json").write_text(document + "\n", encoding="utf-8")
