"""The real window takes over a published catalogue between two citizens, and not before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from doubles.publisher import Publisher
from doubles.static_host import StaticHost

from kiosk.bootstrap.world import open_world


@pytest.mark.timeout(300)
def test_an_update_is_seen_by_the_next_citizen(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "province")
    publisher.set_fee(9000)
    publisher.publish()
    root = publisher.out / "metadata" / "1.root.json"
    with open_world(tmp_path / "world") as world, StaticHost(publisher.out) as host:
        with world.settings.open("a", encoding="utf-8") as file:
            file.write(f'\n[catalogue]\nurl = "{host.url}"\nroot = "{root}"\n')
        answer = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("renewal.py")), str(world.settings)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            check=True,
            timeout=200,
        )
    assert json.loads(answer.stdout.splitlines()[-1]) == [8000, 8000, 9000]
