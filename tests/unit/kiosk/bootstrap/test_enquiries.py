"""What citizens ask of the portal, as the window's process asks it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from doubles.faults_of_a_line import answer
from doubles.faulty_proxy import FaultyProxy, Swap
from doubles.queue_line import settings_file
from doubles.submissions import submission
from structlog.testing import capture_logs

from config.settings import Settings, load_settings, parse_settings
from kiosk.bootstrap.enquiries import enquiries
from kiosk.bootstrap.queue import open_outbox
from kiosk.bootstrap.sender import run_sender
from kiosk.bootstrap.world import open_world
from kiosk.domain.outbox import Stored
from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    ElectronicResult,
    NotKnown,
    Refused,
    ResultFetched,
    Unauthorised,
    Unreachable,
    Untrusted,
)
from kiosk.ports.portal import Enquiries
from offline_queue.portal_simulator import PortalSimulator

SECRET = "K7M2QX"  # noqa: S105 - of the doubles' dossier
SOMETHING = ElectronicResult("trich-luc", "Trích lục", 300, "0" * 64)


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[PortalSimulator]:
    with PortalSimulator(tmp_path / "portal") as portal:
        yield portal


def asker(settings: Settings) -> Enquiries:
    found = enquiries(settings)
    assert found is not None
    return found


def test_without_a_portal_there_is_nobody_to_ask() -> None:
    assert enquiries(parse_settings("", "kiosk.toml")) is None


def test_nothing_of_the_client_is_loaded_before_the_first_question() -> None:
    program = """
import sys
from config.settings import parse_settings
from kiosk.bootstrap.enquiries import enquiries
import kiosk.bootstrap.session
asker = enquiries(parse_settings('[portal]\\nurl = "http://127.0.0.1:9"\\n', ""))
late = ("httpx", "h2", "jwt", "offline_queue.portal_client")
print([name for name in late if name in sys.modules])
print(type(asker.lookup("H00.00-261012-0001", "K7M2QX")).__name__)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    lines = ran.stdout.splitlines()  # a log without a journal is among them
    assert (lines[0], lines[-1]) == ("[]", "Unreachable")


def test_a_key_that_cannot_be_read_stops_the_question_alone_and_is_told_once(
    tmp_path: Path, portal: PortalSimulator
) -> None:
    file = settings_file(tmp_path, portal)
    key = tmp_path / "device.pem"
    good = key.read_text(encoding="ascii")
    key.unlink()
    asked = asker(load_settings(file))
    with capture_logs() as logs:
        for _ in range(2):
            refused = asked.lookup("H00.00-261012-0001", SECRET)
            assert isinstance(refused, Unauthorised)
            assert "device_key" in refused.message
        assert refused == asked.result("H00.00-261012-0001", SECRET, SOMETHING)
        key.write_text("no key", encoding="ascii")
        assert isinstance(asked.lookup("H00.00-261012-0001", SECRET), Unauthorised)
    assert [entry["event"] for entry in logs] == ["enquiry", "enquiry"], "once for each reason"
    assert portal.requests == 0
    key.write_text(good, encoding="ascii")
    assert asked.lookup("H00.00-261012-0001", SECRET) == NotKnown()


def test_a_credential_is_read_where_the_unit_hands_it_over(
    tmp_path: Path, portal: PortalSimulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settings_file(tmp_path, portal)
    told = file.read_text(encoding="utf-8").replace(str(tmp_path / "device.pem"), "credential:device.pem")
    file.write_text(told, encoding="utf-8")
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    asked = asker(load_settings(file))
    assert isinstance(asked.lookup("H00.00-261012-0001", SECRET), Unauthorised)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert asked.lookup("H00.00-261012-0001", SECRET) == NotKnown()


@pytest.mark.parametrize("key", ['proxy = "system"', 'ca_file = "/no/such.pem"'])
def test_a_way_that_cannot_be_taken_stops_the_question_alone(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1080")
    asked = asker(parse_settings(f'[portal]\nurl = "https://127.0.0.1:1"\n{key}\n', "kiosk.toml"))
    refused = asked.lookup("H00.00-261012-0001", SECRET)
    assert isinstance(refused, Unauthorised)
    assert key.partition(" ")[0] in refused.message


def test_why_a_question_came_to_nothing_is_logged_and_names_nobody(tmp_path: Path, portal: PortalSimulator) -> None:
    asked = asker(load_settings(settings_file(tmp_path, portal)))
    with capture_logs() as logs:
        assert asked.lookup("H00.00-261012-0001", SECRET) == NotKnown()
        for captive in (True, True, False, True):
            portal.change({"captive": captive})
            asked.result("H00.00-261012-0001", SECRET, SOMETHING)
        portal.set_online(False)
        assert isinstance(asked.lookup("H00.00-261012-0001", SECRET), Unreachable)
    assert [entry["asked"] for entry in logs] == ["result", "result", "lookup"]
    assert logs[0]["answer"].startswith(Untrusted.__name__)
    assert not any(word in str(logs) for word in ("H00", SECRET, "trich-luc", "Trích"))


ECHO = "Nguyễn Thị Hoa, H00.00-261012-0001, K7M2QX"


def problem(status: int, *headers: str) -> bytes:
    """Return an answer that repeats what it was asked, and who was meant."""
    body = json.dumps({"detail": ECHO, "title": ECHO}).encode()
    return answer(f"{status} {ECHO}", *headers, body=body, kind="application/problem+json")


def logged(portal: PortalSimulator, *answers: bytes) -> tuple[list[object], list[dict[str, Any]]]:
    """Ask once for each of these answers; return what arrived and what was logged."""
    with FaultyProxy(portal.url) as proxy, capture_logs() as logs:
        asked = asker(parse_settings(f'[portal]\nurl = "{proxy.url}"\n', "kiosk.toml"))
        came: list[object] = []
        for other in answers:
            proxy.arm(Swap(0, other, reached=False))
            came.append(asked.lookup("H00.00-261012-0001", SECRET))
    return came, [dict(entry) for entry in logs]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 418, 422, 429, 500])
def test_the_portals_own_words_are_not_in_the_log(portal: PortalSimulator, status: int) -> None:
    _came, logs = logged(portal, problem(status))
    assert len(logs) == (status != 404)
    assert not any(word in str(logs) for word in ("Nguy", "Hoa", "H00", SECRET))
    assert all(str(status) in str(entry) for entry in logs)


def test_the_portals_own_words_reach_who_asked(portal: PortalSimulator) -> None:
    ((refused,), _logs) = logged(portal, problem(422))
    assert isinstance(refused, Refused)
    assert "Hoa" in refused.detail


def test_a_busy_portal_is_told_once_whenever_it_says_to_come_back(portal: PortalSimulator) -> None:
    dates = ("Thu, 26 Nov 2099 16:00:00 GMT", "Fri, 27 Nov 2099 16:00:00 GMT", "60")
    came, logs = logged(portal, *(problem(429, f"Retry-After: {date}") for date in dates), problem(503))
    waits = [busy.retry_after for busy in came if isinstance(busy, Busy)]
    assert waits[2:] == [60.0, None]
    assert waits[0] != waits[1]
    assert [(entry["answer"], entry["status"]) for entry in logs] == [("Busy", 429), ("Busy", 503)]


def test_two_questions_that_hang_hold_up_nobody_else() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        silent.settimeout(20)
        asked = asker(parse_settings(f'[portal]\nurl = "http://127.0.0.1:{silent.getsockname()[1]}"\n', "kiosk.toml"))
        with ThreadPoolExecutor(2) as threads, ExitStack() as lines:
            hanging = [threads.submit(asked.lookup, "H00.00-261012-0001", SECRET) for _ in range(2)]
            for _ in hanging:
                lines.enter_context(silent.accept()[0])
            assert asked.result("H00.00-261012-0001", SECRET, SOMETHING) == Unreachable("still asking")
            assert asked.lookup("H00.00-261012-0001", SECRET) == Unreachable("still asking")
            assert not any(one.done() for one in hanging)
            lines.close()
            ended = [one.result() for one in hanging]
    assert all(isinstance(one, Unreachable) and one.message != "still asking" for one in ended)
    assert asked.lookup("H00.00-261012-0001", SECRET) == Unreachable("ConnectError"), "there is room again"


def test_the_deadline_is_a_setting(tmp_path: Path, portal: PortalSimulator) -> None:
    file = settings_file(tmp_path, portal)
    file.write_text(file.read_text(encoding="utf-8").replace("timeout_s = 10", "enquiry_s = 0.3"), encoding="utf-8")
    asked = asker(load_settings(file))
    assert load_settings(file).portal.enquiry_s == 0.3
    assert parse_settings("", "kiosk.toml").portal.enquiry_s == 30.0
    assert asked.lookup("H00.00-261012-0001", SECRET) == NotKnown()
    portal.change({"bytes_per_second": 1})
    assert asked.lookup("H00.00-261012-0001", SECRET) == Unreachable("too late")


def test_a_result_of_the_demos_officer_is_had_through_the_settings_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.bootstrap.sender.forbid_core_dumps", lambda: None)  # this is the process of all tests
    with open_world(tmp_path / "world") as world:
        settings = load_settings(world.settings)
        world.do("portal/result")  # there is no dossier yet: nothing happens
        with open_outbox(settings, lambda: settings.portal.recipients) as outbox:
            stored = outbox.store(submission())
        assert isinstance(stored, Stored)
        assert run_sender(settings, threading.Event(), once=True)
        asked = asker(settings)
        world.do("portal/fee")
        standing = asked.lookup(stored.reference_code, SECRET)
        assert isinstance(standing, DossierStanding)
        assert (standing.status, standing.fee_due, standing.results) == (6, 8000, ())
        world.do("portal/result")
        standing = asked.lookup(stored.reference_code, SECRET)
        assert isinstance(standing, DossierStanding)
        assert standing.status == 9
        (wanted,) = standing.results
        assert isinstance(asked.result(str(standing.code), SECRET, wanted), ResultFetched)
