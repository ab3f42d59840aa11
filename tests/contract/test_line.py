"""The line between sender and portal: proxies, private authorities, HTTP/2, kept connections, a cap."""

from __future__ import annotations

import itertools
import threading
import tracemalloc
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from doubles.manual import ManualClock
from doubles.queue_line import device_key, settings_file
from doubles.relays import HttpProxy, RoughLine
from doubles.submissions import submission
from doubles.tls_portal import Authority, TlsPortal
from uuid6 import uuid7

from config.settings import load_settings
from kiosk.bootstrap.clock import SystemClock
from kiosk.bootstrap.errors import CannotStartError
from kiosk.bootstrap.sender import run_sender
from kiosk.domain.outbox import ItemState, Stored
from kiosk.domain.portal import (
    Filed,
    NewUpload,
    PortalFailure,
    Reached,
    Refused,
    Unproven,
    UploadOffset,
    UploadsMissing,
    UploadStarted,
)
from kiosk.domain.submission import Attachment, JsonValue
from offline_queue.courier import Courier
from offline_queue.device_token import DeviceIdentity
from offline_queue.flow import Flow
from offline_queue.outbox import SqliteOutbox
from offline_queue.portal_client import HttpPortal
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.route import Route
from offline_queue.staff import StaffQueue
from offline_queue.work_rows import WorkRows


class Kiosk:
    """A kiosk as its settings describe it; ``send`` is ``aps-kiosk sync --once``."""

    def __init__(self, folder: Path, portal: PortalSimulator) -> None:
        self.folder = folder
        self.portal = portal
        self.file = settings_file(folder, portal)
        self.outbox = SqliteOutbox(folder / "data", "AH-01", (portal.recipient,), SystemClock())

    def point_to(self, url: str, **keys: str) -> None:
        """Take the way to the portal that a technician would write down."""
        more = "".join(f'{name} = "{value}"\n' for name, value in keys.items())
        told = self.file.read_text(encoding="utf-8").replace(f'url = "{self.portal.url}"', f'url = "{url}"\n{more}')
        self.file.write_text(told, encoding="utf-8")

    def store(self, *sizes: int) -> Stored:
        stored = self.outbox.store(submission(*sizes))
        assert isinstance(stored, Stored)
        return stored

    def send(self) -> bool:
        return run_sender(load_settings(self.file), threading.Event(), once=True)

    def alarm(self) -> str | None:
        with closing(StaffQueue(self.folder / "data")) as staff:
            return staff.alarm()

    def states(self) -> set[ItemState]:
        with closing(StaffQueue(self.folder / "data")) as staff:
            return {ItemState(item.state) for item in staff.items()}


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[PortalSimulator]:
    with PortalSimulator(tmp_path / "portal") as portal:
        yield portal


@pytest.fixture
def kiosk(tmp_path: Path, portal: PortalSimulator) -> Iterator[Kiosk]:
    kiosk = Kiosk(tmp_path, portal)
    yield kiosk
    kiosk.outbox.close()


@pytest.fixture(autouse=True)
def cores_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sender forbids core dumps to its process for good; this is the process of all tests."""
    monkeypatch.setattr("kiosk.bootstrap.sender.forbid_core_dumps", lambda: None)


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, upper in itertools.product(("http", "https", "all", "no"), (True, False)):
        monkeypatch.delenv(f"{name}_proxy".upper() if upper else f"{name}_proxy", raising=False)


# A cap on what is sent


def test_a_cap_holds_across_pieces(portal: PortalSimulator) -> None:
    clock = ManualClock()

    def wait(seconds: float) -> bool:
        clock.seconds += seconds
        return False

    route = Route(5.0, flow=Flow(clock, wait, 32_000))
    begun = clock.seconds
    with closing(HttpPortal(portal.url, DeviceIdentity("AH-01", device_key(portal)), route, SystemClock())) as client:
        started = client.start_upload(NewUpload(uuid7(), uuid7(), 640_000, "0" * 64))
        assert isinstance(started, UploadStarted)
        for offset in range(0, 640_000, 160_000):
            assert client.append(started.upload_id, offset, bytes(160_000)) == UploadOffset(offset + 160_000)
    assert 19.5 < clock.seconds - begun < 20.5


def test_a_capped_sender_stops_in_the_middle_of_a_piece(kiosk: Kiosk) -> None:
    kiosk.store(300_000)
    kiosk.file.write_text(kiosk.file.read_text().replace("[queue]", "[queue]\nbandwidth_kbit_s = 8"))
    stop = threading.Event()
    sender = threading.Thread(target=run_sender, args=(load_settings(kiosk.file), stop), kwargs={"once": False})
    sender.start()
    while kiosk.states() != {ItemState.UPLOADING} or kiosk.portal.requests < 3:
        stop.wait(0.01)
    stop.set()
    sender.join(10)  # the piece alone would take five minutes
    assert not sender.is_alive()
    with closing(StaffQueue(kiosk.folder / "data")) as staff:
        (item,) = staff.items()
    assert (item.state, item.attempts) == (ItemState.UPLOADING, 0)


# Whose certificates are believed


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def test_a_private_authority_is_believed_where_the_settings_name_it(
    kiosk: Kiosk, portal: PortalSimulator, authority: Authority
) -> None:
    kiosk.store(300_000)
    with TlsPortal(portal, authority.certificate()) as gateway:
        kiosk.point_to(gateway.url, ca_file=str(authority.file))
        assert kiosk.send()
    assert kiosk.states() == {ItemState.PURGED}


@pytest.mark.parametrize("fault", ["unknown authority", "another name", "out of date"])
def test_a_portal_that_cannot_prove_itself_stops_everything_and_raises_the_alarm(
    kiosk: Kiosk, portal: PortalSimulator, authority: Authority, tmp_path: Path, fault: str
) -> None:
    for _ in range(3):
        kiosk.store(1000)
    certificate = {
        "unknown authority": lambda: Authority(tmp_path, "another").certificate(),
        "another name": lambda: authority.certificate("portal.example"),
        "out of date": lambda: authority.certificate(out_of_date=True),
    }[fault]()
    with TlsPortal(portal, certificate) as gateway:
        kiosk.point_to(gateway.url, ca_file=str(authority.file))
        assert not kiosk.send()
        assert gateway.versions == [], "something was told to a stranger"
    assert "does not prove to be the portal" in str(kiosk.alarm())
    assert kiosk.states() <= {ItemState.STORED, ItemState.UPLOADING}
    with closing(StaffQueue(kiosk.folder / "data")) as staff:
        assert [item.attempts for item in staff.items()] == [1, 0, 0]


def test_sending_goes_on_and_the_alarm_ends_once_the_portal_proves_itself(
    kiosk: Kiosk, portal: PortalSimulator, authority: Authority, tmp_path: Path
) -> None:
    kiosk.store(1000)
    with TlsPortal(portal, Authority(tmp_path, "another").certificate()) as impostor:
        kiosk.point_to(impostor.url, ca_file=str(authority.file))
        assert not kiosk.send()
    with TlsPortal(portal, authority.certificate()) as gateway:
        kiosk.file.write_text(kiosk.file.read_text().replace(impostor.url, gateway.url))
        assert kiosk.send()
    assert kiosk.alarm() is None


def test_the_systems_authorities_count_where_none_is_named(
    portal: PortalSimulator, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        TlsPortal(portal, authority.certificate()) as gateway,
        closing(HttpPortal(gateway.url, None, Route(5.0), SystemClock())) as client,
    ):
        assert isinstance(client.reach(), Unproven)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))  # OpenSSL's own way to say where the system's are
    with (
        TlsPortal(portal, authority.certificate()) as gateway,
        closing(HttpPortal(gateway.url, None, Route(5.0), SystemClock())) as client,
    ):
        assert client.reach() == Reached()


def test_a_file_without_certificates_is_named_with_its_key(kiosk: Kiosk) -> None:
    empty = kiosk.folder / "empty.pem"
    empty.write_text("")
    kiosk.point_to("https://127.0.0.1:1", ca_file=str(empty))
    with pytest.raises(CannotStartError, match="ca_file"):
        kiosk.send()


# Proxies


def test_a_proxy_of_the_settings_carries_everything(kiosk: Kiosk) -> None:
    kiosk.store(300_000)
    with HttpProxy() as proxy:
        kiosk.point_to(kiosk.portal.url, proxy=proxy.url)
        assert kiosk.send()
    assert proxy.asked[0].startswith("POST http://127.0.0.1")


def test_a_proxy_tunnels_to_a_portal_with_tls(kiosk: Kiosk, portal: PortalSimulator, authority: Authority) -> None:
    kiosk.store(300_000)
    with HttpProxy() as proxy, TlsPortal(portal, authority.certificate()) as gateway:
        kiosk.point_to(gateway.url, proxy=proxy.url, ca_file=str(authority.file))
        assert kiosk.send()
        assert proxy.asked == [f"CONNECT 127.0.0.1:{gateway.port} HTTP/1.1"]


def test_a_stranger_behind_the_proxy_is_not_believed_either(
    kiosk: Kiosk, portal: PortalSimulator, authority: Authority, tmp_path: Path
) -> None:
    kiosk.store(1000)
    with HttpProxy() as proxy, TlsPortal(portal, Authority(tmp_path, "another").certificate()) as gateway:
        kiosk.point_to(gateway.url, proxy=proxy.url, ca_file=str(authority.file))
        assert not kiosk.send()
    assert "does not prove" in str(kiosk.alarm())


def test_the_proxies_of_the_environment_count_only_where_the_settings_say_so(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk.store(1000)
    with HttpProxy() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert kiosk.send()
        assert proxy.asked == []
        kiosk.point_to(kiosk.portal.url, proxy="system")
        kiosk.store(1000)
        assert kiosk.send()
        assert proxy.asked
        asked = len(proxy.asked)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        kiosk.store(1000)
        assert kiosk.send()
        assert len(proxy.asked) == asked


def test_a_proxy_that_wants_a_password_is_a_lost_line_and_gets_it_from_the_address(kiosk: Kiosk) -> None:
    kiosk.store(1000)
    with HttpProxy(password="Basic a2lvc2s6c2VjcmV0") as proxy:  # noqa: S106 - kiosk:secret, of this test
        kiosk.point_to(kiosk.portal.url, proxy=proxy.url)
        assert not kiosk.send()
        assert kiosk.alarm() is None
        address = proxy.url.replace("//", "//kiosk:secret@")
        kiosk.file.write_text(kiosk.file.read_text().replace(proxy.url, address))
        assert kiosk.send()


def test_a_proxy_that_cannot_be_used_is_named_with_its_key(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1080")
    kiosk.point_to(kiosk.portal.url, proxy="system")
    with pytest.raises(CannotStartError, match="proxy"):
        kiosk.send()


# Connections and HTTP versions


@pytest.mark.parametrize(("offers", "spoken"), [(("h2", "http/1.1"), "2"), (("http/1.1",), "1.1")])
def test_http_2_is_spoken_where_it_is_offered(
    kiosk: Kiosk, portal: PortalSimulator, authority: Authority, offers: tuple[str, ...], spoken: str
) -> None:
    dossiers = [kiosk.store(600_000), kiosk.store(1000, 1000)]
    with TlsPortal(portal, authority.certificate(), offers=offers) as gateway:
        kiosk.point_to(gateway.url, ca_file=str(authority.file))
        assert kiosk.send()
    assert {version.removeprefix("HTTP/") for version in gateway.versions} == {spoken}
    assert {folder.name for folder in portal.filed()} == {str(one.submission_id) for one in dossiers}


def test_one_connection_serves_many_dossiers(kiosk: Kiosk, portal: PortalSimulator) -> None:
    for _ in range(4):
        kiosk.store(300_000, 1000)
    with RoughLine(urlsplit(portal.url).port or 0) as line:
        kiosk.point_to(f"http://127.0.0.1:{line.port}")
        assert kiosk.send()
    assert line.connections == 1


# Pieces


def test_what_the_portal_kept_of_a_broken_piece_is_not_sent_again(kiosk: Kiosk, portal: PortalSimulator) -> None:
    kiosk.store(700_000, 1_000_000)
    with RoughLine(urlsplit(portal.url).port or 0) as line:
        kiosk.point_to(f"http://127.0.0.1:{line.port}")
        line.cuts.extend(range(90_000, 2_000_000, 90_000))
        tries = 1
        while not kiosk.send():
            tries += 1
    assert tries > 15
    assert line.carried < 1_700_000 * 1.05


class NoFiling(HttpPortal):
    """A portal that takes uploads only."""

    def file(self, submission_id: UUID, document: Mapping[str, JsonValue]) -> Filed | UploadsMissing | PortalFailure:
        return Refused(422, "not here")


def test_a_hundred_megabytes_are_sent_with_a_few_at_a_time_in_memory(tmp_path: Path, portal: PortalSimulator) -> None:
    papers = tuple(
        Attachment(uuid7(), "uy_quyen", f"uy_quyen_{number}.pdf", 1, bytes(1_000_000) * 25) for number in range(4)
    )
    identity = DeviceIdentity("AH-01", device_key(portal))
    with (
        closing(SqliteOutbox(tmp_path / "data", "AH-01", (portal.recipient,), SystemClock())) as outbox,
        closing(WorkRows(tmp_path / "data")) as rows,
        closing(NoFiling(portal.url, identity, Route(20.0), SystemClock())) as client,
    ):
        assert isinstance(outbox.store(submission(attachments=papers)), Stored)
        (work,) = rows.waiting()
        tracemalloc.start()
        try:
            answer = Courier(rows, client, SystemClock()).deliver(work)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert isinstance(answer, Refused)
        assert all(upload.complete for upload in rows.uploads(work.submission_id))
    assert most < 10_000_000, "of a hundred"
