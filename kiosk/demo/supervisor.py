"""Starts the demo: the simulated world, the dock, the sender and the window, each in its own process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.demo.dock import Dock
from kiosk.ports.world import World

_STOP_SECONDS = 10
_FILED_SECONDS = 60


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


def run_headless(world: World, out: Path, journey: str, size: str, *, keys: bool = False) -> int:
    """Run a whole journey by touch, or by keys, in the real window, offscreen; what came out is left in ``out``."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    words = ("play", "--config", str(world.settings), "--out", str(out), "--journey", journey, "--size", size)
    with Dock(world) as dock, sender_of(world):
        hand = ("--keys",) if keys else ()
        code = subprocess.call(kiosk_command(*words, *hand, "--dock", dock.url), env=environment)  # noqa: S603
        if code == 0:
            collect(world, out)
    return code


def collect(world: World, out: Path) -> None:
    """Copy slip and papers to ``out`` and complete ``summary.json`` (keys in docs/command-line.md)."""
    file = out / "summary.json"
    summary = json.loads(file.read_text(encoding="utf-8"))
    dossier = _filed(world, summary["submission_id"])
    state = world.state()
    receipt = out / "receipt.png"
    shutil.copyfile(state.slips[-1], receipt)
    shutil.copytree(dossier / "papers", out / "papers")
    payload = json.loads((dossier / "payload.json").read_text(encoding="utf-8"))
    summary |= {
        "dossier_code": json.loads((dossier / "receipt.json").read_text(encoding="utf-8"))["dossier_code"],
        "pages": sum(attachment["pages"] for attachment in payload["attachments"]),
        "receipt": receipt.name,
        "papers": sorted(f"papers/{paper.name}" for paper in (out / "papers").iterdir()),
        "filed": True,
    }
    file.write_text(json.dumps(summary, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _filed(world: World, submission_id: str) -> Path:
    """Wait until the portal has filed the dossier; returns its folder."""
    for _ in range(_FILED_SECONDS * 10):
        found = next((path for path in world.state().dossiers if path.name == submission_id), None)
        if found is not None:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"the portal did not file {submission_id} within {_FILED_SECONDS} s")
