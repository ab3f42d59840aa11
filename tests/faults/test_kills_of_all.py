"""kill -9 of the process that stores, of the sender and of the portal, at random moments, over a line full of faults.

Nothing that was called safe is lost, nothing is filed twice, and every paper is what it was.
"""

from __future__ import annotations

import hashlib
import json
import random
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from doubles.faults_of_a_line import faults_of
from doubles.faulty_proxy import FaultyProxy, Swap
from doubles.nursery import Nursery, nursery
from doubles.queue_line import settings_file

from offline_queue.portal_simulator import PortalSimulator
from offline_queue.staff import StaffQueue

PATIENCE = 5.0
EXCHANGES, BYTES = 8, {"up": 400_000, "down": 4_000}


class Town:
    """A window, a sender and a portal, each a process of its own, and the line between the last two."""

    def __init__(self, folder: Path, people: Nursery, proxy: FaultyProxy, port: int) -> None:
        self._folder = folder
        self._people = people
        self._orders = {
            "window": ("window", str(folder / "told"), "{}"),
            "sender": ("sender",),
            "portal": ("portal", str(folder / "portal"), str(port)),
        }
        self.proxy = proxy
        self._pids: dict[str, int] = {}
        self._lives = 0

    def start(self, *names: str) -> None:
        for name in names:
            self._lives += 1
            order = (word.replace("{}", str(self._lives)) for word in self._orders[name])
            self._pids[name] = self._people.start(*order)

    def let_work(self, name: str, deeds: int) -> None:
        """Wait until so many more questions were asked, or lines told; or for a while, if that does not come."""
        enough, deadline = self._deeds(name) + deeds, time.monotonic() + PATIENCE
        while self._deeds(name) < enough and time.monotonic() < deadline:
            time.sleep(0.001)

    def _deeds(self, name: str) -> int:
        if name != "window":
            return self.proxy.asked
        told = self._folder / "told"
        return told.read_bytes().count(b"code") if told.exists() else 0

    def kill(self, name: str) -> None:
        self._people.kill(self._pids.pop(name))

    def drain(self, seconds: float) -> None:
        """Send what is left, without faults."""
        self.proxy.arm(None)
        deadline = time.monotonic() + seconds
        while any(item["state"] != "purged" for item in self.items()):
            self._people.await_death(self._people.start("once"))
            assert time.monotonic() < deadline, [item for item in self.items() if item["state"] != "purged"]

    def items(self) -> list[dict[str, Any]]:
        with closing(StaffQueue(self._folder / "data")) as staff:
            assert staff.verify()[1] == []
            return [{"state": item.state.value, "id": item.submission_id} for item in staff.items()]


def kill_all(folder: Path, kills: int) -> None:
    dice = random.Random(kills)
    with PortalSimulator(folder / "portal") as portal:
        proxy, port = FaultyProxy(portal.url), urlsplit(portal.url).port or 0
        settings = settings_file(folder, portal, proxy.url)
    faults = [one for one in faults_of(EXCHANGES, BYTES, 1_000) if not _is_silence(one)]
    with proxy, nursery(settings) as people:
        town = Town(folder, people, proxy, port)
        died = live_and_die(town, dice, faults, kills)
        town.start("portal")
        town.drain(60 + kills / 10)
    check(folder, died, proxy.faults)


def _is_silence(fault: object) -> bool:
    return isinstance(fault, Swap) and fault.answer is None


def live_and_die(town: Town, dice: random.Random, faults: list[Any], kills: int) -> Counter[str]:
    names = ["window", "sender", "portal"]
    died: Counter[str] = Counter()
    town.start(*names)
    for _ in range(kills):
        town.proxy.arm(dice.choice([None, *faults]) if dice.random() < 0.7 else None)
        victim = dice.choice(names)
        town.let_work(victim, dice.randrange(8 if victim != "window" else 3))
        time.sleep(dice.uniform(0, 0.01))
        town.kill(victim)
        died[victim] += 1
        town.start(victim)
    for name in names:
        town.kill(name)
    return died


def check(folder: Path, died: Counter[str], faults: int) -> None:
    lines = [json.loads(line) for line in (folder / "told").read_text().splitlines()]
    papers = {line["id"]: line["papers"] for line in lines if "papers" in line}
    safe = {line["id"]: line["code"] for line in lines if "code" in line}
    filed = {one.name: one for one in (folder / "portal" / "filed").iterdir()}
    print(f"{died} killed, {faults} faults of the line, {len(safe)} called safe, {len(filed)} filed")
    assert len(safe) >= sum(died.values()) // 10, "too little was stored to prove anything"
    assert set(safe) <= set(filed) <= set(papers)
    outsides = {name: json.loads((one / "submission.json").read_bytes()) for name, one in filed.items()}
    assert all(outsides[name]["reference_code"] == code for name, code in safe.items())
    assert len({outside["reference_code"] for outside in outsides.values()}) == len(filed)
    codes = [json.loads((one / "receipt.json").read_bytes())["dossier_code"] for one in filed.values()]
    assert len(set(codes)) == len(filed)
    for name, one in filed.items():
        found = {paper.name: hashlib.sha256(paper.read_bytes()).hexdigest() for paper in (one / "papers").iterdir()}
        assert found == papers[name], name


@pytest.mark.timeout(400)
def test_no_death_of_window_sender_and_portal_loses_or_doubles_anything(tmp_path: Path) -> None:
    kill_all(tmp_path, 200)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_five_thousand_deaths(tmp_path: Path) -> None:
    kill_all(tmp_path, 5_000)
