"""kill -9 of the portal in the middle of an upload: started again, it goes on where it was, and so does the sender."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kiosk.domain.outbox import ItemState
from offline_queue.staff import StaffQueue


def aps_kiosk(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "kiosk", *arguments]


@contextmanager
def portal(folder: Path, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    command = aps_kiosk("simulate", "portal", "--folder", str(folder), "--port", str(port), "--state", f"{folder}.json")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def test_a_killed_portal_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, settings = tmp_path / "portal", tmp_path / "kiosk.toml"
    (tmp_path / "portal.json").write_text('{"bytes_per_second": 150000}')
    with portal(folder) as (process, about):
        settings.write_text(
            f"""
            [paths]
            data_dir = "{tmp_path / "data"}"
            [queue]
            ballast_mb = 1
            [portal]
            url = "{about["url"]}"
            recipients = ["{about["recipient"]}"]
            device_key = "{about["device_key"]}"
            poll_s = 0.05
            retry_longest_s = 0.2
            reconnect_spread_s = 0
            """
        )
        add = aps_kiosk("queue", "add-test", "--bytes", "1000000", "--config", str(settings))
        subprocess.run(add, check=True, timeout=60, stdout=subprocess.DEVNULL)
        sender = subprocess.Popen(aps_kiosk("sync", "--config", str(settings)), stderr=subprocess.DEVNULL)
        wait_until(lambda: arrived(folder) > 100_000)
        process.kill()
        process.wait()
    before = arrived(folder)
    (tmp_path / "portal.json").write_text("{}")
    with sender, portal(folder, urlsplit(about["url"]).port or 0) as (_, again):
        try:
            assert again["recipient"] == about["recipient"]
            with closing(StaffQueue(tmp_path / "data")) as staff:
                wait_until(lambda: staff.items()[0].state is ItemState.PURGED)
        finally:
            sender.terminate()
    assert before > 100_000
    assert len(list((folder / "filed").iterdir())) == 1


def arrived(folder: Path) -> int:
    return sum(file.stat().st_size for file in (folder / "uploads").glob("*.bin"))


def wait_until(reached: Any) -> None:
    deadline = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.02)
