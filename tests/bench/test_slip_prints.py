"""From the touch on *In lại phiếu* to the last byte sent and the printer's word, beside drawing and sending alone."""

from __future__ import annotations

import json
import os
import socketserver
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kiosk.bootstrap.world import open_world
from kiosk.demo.dock import Dock
from kiosk.demo.supervisor import sender_of


class _Sink(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.rfile.read(int.from_bytes(self.rfile.read(4), "big"))
        self.wfile.write(b"\0")


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_from_touch_to_slip(tmp_path: Path) -> None:
    script = Path(__file__).with_name("slip_prints.py")
    with (
        socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Sink) as sink,
        open_world(tmp_path / "world") as world,
        Dock(world) as dock,
        sender_of(world),
    ):
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        answer = subprocess.run(
            [sys.executable, str(script), str(world.settings), dock.url, str(sink.server_address[1])],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=500,
        )
        sink.shutdown()
    told = json.loads(answer.stdout.splitlines()[-1])
    floor = told.pop("floor")
    print(f"\nfloor: drawn, sent and taken, p50 {floor[0]:.0f} · p95 {floor[1]:.0f} ms")
    aims = {"sent": "last byte sent (aim: 200 ms)", "confirmed": "confirmed, and on the screen's view"}
    for name, (middle, worst) in told.items():
        print(f"{aims[name]}: p50 {middle:.0f} · p95 {worst:.0f} ms, {middle / floor[0]:.1f} × floor")
