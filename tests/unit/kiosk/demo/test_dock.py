"""The dev dock: every button works, nothing else does, and other sites cannot press it."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kiosk.demo.dock import Dock
from kiosk.ports.world import ACTIONS, WorldState


class RecordingWorld:
    """A world that remembers what was done to it."""

    settings = Path("kiosk.toml")

    def __init__(self, slip: Path) -> None:
        self.done: list[str] = []
        self.slip = slip

    def do(self, action: str) -> None:
        self.done.append(action)

    def state(self) -> WorldState:
        return WorldState(2, "ready", True, False, True, (self.slip,), (Path("portal/1"),))


@pytest.fixture
def world(tmp_path: Path) -> RecordingWorld:
    slip = tmp_path / "slip-1.png"
    slip.write_bytes(b"\x89PNG")
    return RecordingWorld(slip)


@pytest.fixture
def dock(world: RecordingWorld) -> Iterator[str]:
    with Dock(world) as dock:
        yield urlsplit(dock.url).netloc


def ask(netloc: str, method: str, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(netloc, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_the_page_has_a_button_for_every_action(dock: str) -> None:
    status, page = ask(dock, "GET", "/")
    assert status == 200
    assert all(f'data-action="{action}"' in page.decode() for action in ACTIONS)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_button_does_its_action(dock: str, world: RecordingWorld, action: str) -> None:
    assert ask(dock, "POST", f"/do/{action}")[0] == 204
    assert world.done == [action]


def test_what_is_no_action_is_not_found(dock: str, world: RecordingWorld) -> None:
    assert ask(dock, "POST", "/do/scanner/explode")[0] == 404
    assert ask(dock, "GET", "/slip/../kiosk.toml")[0] == 404
    assert world.done == []


def test_another_site_cannot_press_a_button(dock: str, world: RecordingWorld) -> None:
    assert ask(dock, "POST", "/do/scanner/jam", Origin="http://elsewhere.example")[0] == 404
    assert ask(dock, "POST", "/do/scanner/jam", Origin=f"http://{dock}")[0] == 204
    assert world.done == ["scanner/jam"]


def test_the_state_and_the_last_slip_are_served(dock: str, world: RecordingWorld) -> None:
    state = json.loads(ask(dock, "GET", "/state")[1])
    assert state["sheets"] == 2
    assert state["slips"] == [str(world.slip)]
    assert ask(dock, "GET", "/slip/slip-1.png") == (200, b"\x89PNG")
