"""How fast a queue empties, beside curl that sends the same bytes in the same pieces to the same server."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pyrage
import pytest
from doubles.relays import RoughLine
from doubles.submissions import submission

from config.settings import load_settings
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.sender import run_sender
from kiosk.domain.outbox import Stored
from offline_queue.outbox import SqliteOutbox
from offline_queue.schema import CHUNK

SIZE = 2_000_000
CLEAR = 20_000_000 / 8
QUICK = 100_000_000 / 8
BAD = 256_000 / 8


@contextmanager
def lean_portal(folder: Path) -> Iterator[int]:
    """Compile and start the server in C; yields its port."""
    program = folder / "lean-portal"
    source = Path(__file__).with_name("lean_portal.c")
    subprocess.run(["gcc", "-O2", "-pthread", "-o", program, source], check=True)  # noqa: S607
    with subprocess.Popen([program], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


class Kiosk:
    """A queue of dossiers with one paper of 2 MB each."""

    def __init__(self, folder: Path, dossiers: int) -> None:
        recipient = str(pyrage.x25519.Identity.generate().to_public())
        self.folder = folder
        self.sealed = 0
        with closing(SqliteOutbox(folder / "data", "AH-01", (recipient,), SystemClock())) as outbox:
            for _ in range(dossiers):
                assert isinstance(outbox.store(submission(SIZE)), Stored)
        self._settings = folder / "kiosk.toml"

    def drain(self, port: int) -> float:
        """Empty the queue as the service does; returns seconds."""
        self._settings.write_text(
            f"""
            [paths]
            data_dir = "{self.folder / "data"}"
            [queue]
            ballast_mb = 0
            [portal]
            url = "http://127.0.0.1:{port}"
            """,
            encoding="utf-8",
        )
        settings, stop = load_settings(self._settings), threading.Event()
        begun = time.perf_counter()
        sender = threading.Thread(target=run_sender, args=(settings, stop), kwargs={"once": False})
        sender.start()
        with closing(SqliteOutbox(self.folder / "data", "AH-01", (), SystemClock())) as outbox:
            while outbox.summary().waiting:
                time.sleep(0.02)
        seconds = time.perf_counter() - begun
        stop.set()
        sender.join()
        return seconds


def curl(folder: Path, port: int, dossiers: int) -> float:
    """Send the same with one curl over one connection: creation, pieces of 256 kB, filing; returns seconds."""
    folder.mkdir()
    sealed = SIZE + 1500
    base = f"http://127.0.0.1:{port}/kiosk/v1"
    tus = ['header = "Tus-Resumable: 1.0.0"', 'header = "Expect:"', "silent", 'output = "/dev/null"', "http1.1"]
    pieces = []
    for start in range(0, sealed, CHUNK):
        (folder / f"piece-{start}").write_bytes(bytes(min(CHUNK, sealed - start)))
        pieces.append(
            [
                f'url = "{base}/uploads/UPLOAD"',
                f'upload-file = "{folder}/piece-{start}"',
                'request = "PATCH"',
                f'header = "Upload-Offset: {start}"',
                'header = "Content-Type: application/offset+octet-stream"',
            ]
        )
    (folder / "filing").write_bytes(b'{"manifest_sha256":"' + b"0" * 64 + b'"}' + b" " * 4000)
    create = [f'url = "{base}/uploads"', 'request = "POST"', f'header = "Upload-Length: {sealed}"']
    filing = [f'url = "{base}/submissions/0"', f'upload-file = "{folder}/filing"']
    questions = []
    for number in range(dossiers):
        questions.append(create)
        questions += [[line.replace("UPLOAD", str(number)) for line in piece] for piece in pieces]
        questions.append(filing)
    (folder / "curl").write_text("\nnext\n".join("\n".join([*tus, *question]) for question in questions))
    begun = time.perf_counter()
    subprocess.run(["curl", "-f", "-K", folder / "curl"], check=True)  # noqa: S607
    return time.perf_counter() - begun


@pytest.mark.bench
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    ("name", "rate", "dossiers"),
    [
        ("loopback itself", None, 100),
        ("a clear line of 100 Mbit/s", QUICK, 100),
        ("a clear line of 20 Mbit/s", CLEAR, 100),
    ],
)
def test_drain_beside_curl(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, rate: float | None, dossiers: int
) -> None:
    kiosk = Kiosk(tmp_path, dossiers)
    with lean_portal(tmp_path) as port, RoughLine(port, rate) as line:
        place = port if rate is None else line.port
        ours = kiosk.drain(place)
        carried = line.carried
    with lean_portal(tmp_path) as port, RoughLine(port, rate) as line:
        theirs = curl(tmp_path / "curl", port if rate is None else line.port, dossiers)
        curls = line.carried
    with capsys.disabled():
        print(
            f"\n{name}: {dossiers} dossiers of {SIZE / 1e6:.0f} MB in {ours:.2f} s, curl {theirs:.2f} s: "
            f"{theirs / ours:.2f} of curl; {carried / 1e6:.1f} and {curls / 1e6:.1f} MB carried"
        )


@pytest.mark.bench
@pytest.mark.timeout(1200)
def test_bytes_on_a_line_that_breaks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two dossiers instead of a hundred: at 256 kbit/s a hundred take two hours."""
    kiosk = Kiosk(tmp_path, 2)
    with lean_portal(tmp_path) as port, RoughLine(port, BAD, drop_every=20) as line:
        seconds = kiosk.drain(line.port)
    size = 2 * SIZE
    with capsys.disabled():
        print(
            f"\n256 kbit/s, broken every 20 s: 2 dossiers of {SIZE / 1e6:.0f} MB in {seconds:.0f} s "
            f"({size / BAD:.0f} s at the speed of the line), {line.connections} connections; "
            f"{line.carried / 1e6:.3f} MB carried: {line.carried / size:.3f} × size"
        )
