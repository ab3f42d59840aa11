"""What was called durable is there after kill -9 of the very process that stored it, and reaches the portal."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from doubles.queue_line import settings_file

from offline_queue.portal_simulator import PortalSimulator
from offline_queue.staff import StaffQueue

SEED = 7
KILLS = 6


def aps_kiosk(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "kiosk", *arguments]


def store_until_killed(settings: Path, lines: int) -> list[dict[str, str]]:
    """Kill the process right after it has printed so many lines; returns all that it had printed by then."""
    command = aps_kiosk("queue", "add-test", "--count", "500", "--bytes", "400000", "--json", "--config", str(settings))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        printed += process.stdout.readlines()
    assert process.returncode == -9
    return [json.loads(line) for line in printed if line.endswith("\n")]


def test_every_acknowledged_dossier_survives_the_death_of_its_process_and_is_filed(tmp_path: Path) -> None:
    moments = random.Random(SEED)
    with PortalSimulator(tmp_path / "portal") as portal:
        settings = settings_file(tmp_path, portal)
        told = [one for _ in range(KILLS) for one in store_until_killed(settings, moments.randint(1, 5))]
        with closing(StaffQueue(tmp_path / "data")) as staff:
            items = {item.submission_id: item.reference_code for item in staff.items()}
            assert staff.verify()[1] == []
        assert {one["submission_id"]: one["reference_code"] for one in told}.items() <= items.items()
        assert len(set(items.values())) == len(items)
        done = subprocess.run(aps_kiosk("sync", "--once", "--config", str(settings)), check=False, timeout=120)
        assert done.returncode == os.EX_OK
        assert {folder.name for folder in portal.filed()} == set(items)


def test_a_second_sender_leaves_the_outbox_to_the_first(tmp_path: Path) -> None:
    with PortalSimulator(tmp_path / "portal") as portal:
        settings = settings_file(tmp_path, portal)
        command = aps_kiosk("sync", "--config", str(settings))
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as first:
            add = aps_kiosk("queue", "add-test", "--bytes", "5000", "--config", str(settings))
            subprocess.run(add, check=True, timeout=60, stdout=subprocess.DEVNULL)
            assert first.stderr is not None
            while "filed" not in first.stderr.readline():
                assert first.poll() is None
            second = subprocess.run(command, check=False, timeout=60, capture_output=True, text=True)
            assert second.returncode == 1
            assert "another sender" in second.stderr
            first.terminate()
            rest = first.stderr.read()
        assert first.returncode == 0
        assert "Traceback" not in rest
