"""The Enquiries port, kept by the HTTP client against the simulator: how a dossier stands, and its results."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import httpx
import pikepdf
import pytest
from doubles.faults_of_a_line import LOGIN_PAGE, answer
from doubles.faulty_proxy import Cut, FaultyProxy, Swap
from doubles.queue_line import device_key
from doubles.sealed import filed, sealed
from doubles.submissions import pdf
from doubles.tls_portal import Authority, TlsPortal

from kiosk.bootstrap.clock import SystemClock
from kiosk.domain.portal import (
    Busy,
    DossierStanding,
    ElectronicResult,
    NotKnown,
    ResultFetched,
    Unauthorised,
    Unreachable,
    Untrusted,
)
from kiosk.ports.portal import Enquiries
from offline_queue.device_token import DeviceIdentity
from offline_queue.portal_client import HttpPortal
from offline_queue.portal_simulator import PortalSimulator
from offline_queue.route import Route

SECRET = "K7M2QX"  # noqa: S105 - of the doubles' dossier
TITLE = "Trích lục khai tử"


@dataclass(frozen=True, slots=True)
class Desk:
    """A portal with one filed dossier, that has one result, and who asks for it."""

    simulator: PortalSimulator
    portal: Enquiries
    code: str
    reference_code: str
    folder: Path

    def standing(self) -> DossierStanding:
        standing = self.portal.lookup(self.code, SECRET)
        assert isinstance(standing, DossierStanding)
        return standing

    def wanted(self) -> ElectronicResult:
        (wanted,) = self.standing().results
        return wanted

    def lay(self, document_id: str, content: bytes) -> None:
        """Let the officer lay a result of the tester's own there."""
        (self.folder / "results" / f"{document_id}.pdf").write_bytes(content)
        self.simulator.change({"results": {self.code: {document_id: TITLE}}})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with PortalSimulator(tmp_path) as simulator:
        identity = DeviceIdentity("AH-01", device_key(simulator))
        with closing(HttpPortal(simulator.url, identity, Route(5.0), SystemClock())) as client:
            dossier = sealed(simulator)
            code = str(filed(client, dossier).receipt.dossier_code)
            simulator.change({"results": {code: {"trich-luc": TITLE}}})
            yield Desk(simulator, client, code, dossier.envelope.reference_code, tmp_path)


def through(proxy: FaultyProxy, desk: Desk) -> HttpPortal:
    identity = DeviceIdentity("AH-01", device_key(desk.simulator))
    return HttpPortal(proxy.url, identity, Route(5.0, longest_s=20.0), SystemClock())


# how it stands


def test_what_an_officer_has_done_is_told(desk: Desk) -> None:
    done = {
        "status": 6,
        "due_at": "2026-10-20T17:00:00+07:00",
        "officer_message": "Mời Ông/Bà đóng lệ phí.",
        "fee_due": 8000,
        "pickup": "Quầy số 3",
        "procedure_name": "Đăng ký khai tử",
    }
    desk.simulator.change({"standings": {desk.code: done}, "results": {}})
    standing = desk.standing()
    assert (standing.code, standing.status, standing.results) == (desk.code, 6, ())
    assert standing.due_at == datetime(2026, 10, 20, 10, 0, tzinfo=UTC)
    assert (standing.officer_message, standing.fee_due) == ("Mời Ông/Bà đóng lệ phí.", 8000)
    assert (standing.pickup, standing.procedure_name) == ("Quầy số 3", "Đăng ký khai tử")
    desk.simulator.change({"online": True})
    assert desk.standing() == standing, "another switch leaves it alone"


def test_each_of_the_ten_statuses_can_be_had(desk: Desk) -> None:
    for status in range(1, 11):
        desk.simulator.change({"standings": {desk.code: {"status": status}}})
        assert desk.standing().status == status


def test_a_dossier_with_a_result_is_done_unless_an_officer_says_otherwise(desk: Desk) -> None:
    assert desk.standing().status == 9
    desk.simulator.change({"standings": {desk.code: {"status": 10}}})
    assert desk.standing().status == 10


def test_the_switches_can_be_had_over_http(desk: Desk) -> None:
    control = f"{desk.simulator.url}/control"
    changes = {
        "standings": {desk.code: {"status": 4, "due_at": "2026-10-20T17:00:00+07:00"}},
        "results": {desk.code: {"giay": "Giấy báo tử"}},
        "result_fault": "byte",
        "result_bytes_per_second": 1_000_000.0,
        "result_digests": ["sha-512"],
    }
    told = httpx.post(control, json=changes, trust_env=False).json()
    assert {name: told[name] for name in changes} == changes
    assert desk.standing().status == 4
    assert isinstance(desk.portal.result(desk.code, SECRET, desk.wanted()), Untrusted)
    assert httpx.post(control, json={"result_fault": "odd"}, trust_env=False).status_code == 400
    assert httpx.get(control, trust_env=False).json()["result_fault"] == "byte"


@pytest.mark.parametrize("wrong", [{"status": 11}, {"status": "9"}, {"due_at": "tomorrow"}, {"fee": 1}])
def test_a_standing_that_is_none_changes_nothing(desk: Desk, wrong: dict[str, object]) -> None:
    before = desk.standing()
    with pytest.raises(ValueError, match="standings"):
        desk.simulator.change({"standings": {desk.code: wrong}})
    assert desk.standing() == before


# a good result


def test_a_result_arrives_as_the_look_up_told_of_it(desk: Desk) -> None:
    wanted = desk.wanted()
    assert (wanted.document_id, wanted.title) == ("trich-luc", TITLE)
    for code in (desk.code, desk.reference_code):
        fetched = desk.portal.result(code, SECRET, wanted)
        assert isinstance(fetched, ResultFetched)
        assert (len(fetched.pdf), hashlib.sha256(fetched.pdf).hexdigest()) == (wanted.size, wanted.sha256)
    with pikepdf.open(BytesIO(fetched.pdf)) as document:
        assert len(document.pages) == 1


def test_a_result_of_thirty_megabytes_arrives(desk: Desk) -> None:
    content = b"%PDF-1.7\n" + bytes(30_000_000) + b"%%EOF\n"
    desk.lay("large", content)
    fetched = desk.portal.result(desk.code, SECRET, desk.wanted())
    assert fetched == ResultFetched(content)


@pytest.mark.parametrize("digests", [["sha-512"], ["sha-256", "sha-512"], ["md5"], ["md5", "sha-512"], []])
def test_digests_in_other_algorithms_are_fine(desk: Desk, digests: list[str]) -> None:
    desk.simulator.change({"result_digests": digests})
    assert isinstance(desk.portal.result(desk.code, SECRET, desk.wanted()), ResultFetched)


@pytest.mark.parametrize("document_id", ["a/b", "../../lookup", "a?b=c#d", "kết quả 1", "%2e%2e", "a%2Fb", "a;b"])
def test_a_document_of_any_name_is_that_document(desk: Desk, document_id: str) -> None:
    desk.simulator.change({"results": {desk.code: {document_id: TITLE, "another": "Giấy khác"}}})
    wanted = next(one for one in desk.standing().results if one.document_id == document_id)
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), ResultFetched)


# faults


@pytest.mark.parametrize("fault", ["byte", "short", "long", "packed", "type", "digest"])
def test_what_is_not_exactly_that_result_is_not_trusted(desk: Desk, fault: str) -> None:
    wanted = desk.wanted()
    desk.simulator.change({"result_fault": fault})
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), Untrusted)
    desk.simulator.change({"result_fault": None})
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), ResultFetched)


def test_a_wrong_digest_is_no_matter_where_its_algorithm_is_unknown(desk: Desk) -> None:
    desk.simulator.change({"result_fault": "digest", "result_digests": ["sha-512"]})
    assert isinstance(desk.portal.result(desk.code, SECRET, desk.wanted()), Untrusted)
    desk.simulator.change({"result_digests": ["md5"]})
    assert isinstance(desk.portal.result(desk.code, SECRET, desk.wanted()), ResultFetched)


def test_a_result_that_was_exchanged_since_the_look_up_is_not_trusted(desk: Desk) -> None:
    desk.lay("changing", pdf(1))
    wanted = desk.wanted()
    desk.lay("changing", pdf(2))
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), Untrusted)
    assert isinstance(desk.portal.result(desk.code, SECRET, desk.wanted()), ResultFetched)


def test_a_result_that_breaks_off_is_unreachable(desk: Desk) -> None:
    wanted = desk.wanted()
    desk.simulator.change({"result_fault": "cut"})
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), Unreachable)


@pytest.mark.parametrize("after", [0, 10, 200, 5000])
def test_a_line_that_breaks_at_any_byte_is_unreachable(desk: Desk, after: int) -> None:
    wanted = desk.wanted()
    with FaultyProxy(desk.simulator.url) as proxy, closing(through(proxy, desk)) as client:
        assert isinstance(client.result(desk.code, SECRET, wanted), ResultFetched)
        proxy.arm(Cut("down", after))
        assert isinstance(client.result(desk.code, SECRET, wanted), Unreachable)
        assert isinstance(client.result(desk.code, SECRET, wanted), ResultFetched)


def test_a_slow_result_comes_within_the_deadline_or_not_at_all(desk: Desk) -> None:
    wanted = desk.wanted()
    desk.simulator.change({"result_bytes_per_second": 200_000})
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), ResultFetched)
    desk.simulator.change({"result_bytes_per_second": 20})
    identity = DeviceIdentity("AH-01", device_key(desk.simulator))
    route = Route(5.0, longest_s=0.5)
    with closing(HttpPortal(desk.simulator.url, identity, route, SystemClock())) as hurried:
        assert hurried.result(desk.code, SECRET, wanted) == Unreachable("too late")
        assert isinstance(hurried.lookup(desk.code, SECRET), DossierStanding), "the next question has its own time"


def test_it_comes_over_http_2_as_well(desk: Desk, tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    identity = DeviceIdentity("AH-01", device_key(desk.simulator))
    route = Route(5.0, ca_file=authority.file, longest_s=20.0)
    with (
        TlsPortal(desk.simulator, authority.certificate()) as gateway,
        closing(HttpPortal(gateway.url, identity, route, SystemClock())) as client,
    ):
        standing = client.lookup(desk.code, SECRET)
        assert isinstance(standing, DossierStanding)
        assert isinstance(client.result(desk.code, SECRET, standing.results[0]), ResultFetched)
        assert client.result(desk.code, "WRONG2", standing.results[0]) == NotKnown()
    assert {version.removeprefix("HTTP/") for version in gateway.versions} == {"2"}


# strangers


def test_a_captive_portal_is_not_trusted(desk: Desk) -> None:
    wanted = desk.wanted()
    desk.simulator.change({"captive": True})
    assert isinstance(desk.portal.lookup(desk.code, SECRET), Untrusted)
    assert isinstance(desk.portal.result(desk.code, SECRET, wanted), Untrusted)


@pytest.mark.parametrize("status", ["302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
def test_a_redirect_to_another_host_is_not_followed(desk: Desk, status: str) -> None:
    wanted = desk.wanted()
    with FaultyProxy(desk.simulator.url) as proxy, closing(through(proxy, desk)) as client:
        assert isinstance(client.lookup(desk.code, SECRET), DossierStanding)
        before = desk.simulator.requests
        # Another port is another host: there is somebody there who would answer well.
        place = f"{desk.simulator.url}/kiosk/v1/dossiers/{quote(desk.code)}/results/trich-luc"
        proxy.arm(Swap(0, answer(status, f"Location: {place}", body=LOGIN_PAGE), reached=False))
        assert isinstance(client.result(desk.code, SECRET, wanted), Untrusted)
    assert desk.simulator.requests == before


# who may


def test_a_wrong_secret_and_an_unknown_document_are_one_answer(desk: Desk) -> None:
    wanted = desk.wanted()
    assert desk.portal.result(desk.code, "WRONG2", wanted) == NotKnown()
    assert desk.portal.result(desk.code, None, wanted) == NotKnown()
    assert desk.portal.result(desk.code, SECRET, replace(wanted, document_id="another")) == NotKnown()
    assert desk.portal.result("H00.00-261012-9999", SECRET, wanted) == NotKnown()


def test_guessing_secrets_at_results_and_look_ups_is_one_count(desk: Desk) -> None:
    wanted = desk.wanted()
    for guess in range(5):
        assert desk.portal.result(desk.code, f"GUESS{guess}", wanted) == NotKnown()
        assert desk.portal.lookup(desk.code, f"GUESS{guess}") == NotKnown()
    for refused in (desk.portal.result(desk.code, SECRET, wanted), desk.portal.lookup(desk.code, SECRET)):
        assert isinstance(refused, Busy)
        assert (refused.status, refused.retry_after) == (429, 60.0)


def test_a_kiosk_that_is_not_known_gets_no_result(desk: Desk) -> None:
    wanted = desk.wanted()
    stranger = DeviceIdentity("AH-02", device_key(desk.simulator, "AH-03"))
    with closing(HttpPortal(desk.simulator.url, stranger, Route(5.0), SystemClock())) as client:
        assert isinstance(client.result(desk.code, SECRET, wanted), Unauthorised)


def test_another_dossiers_result_is_not_had_with_the_secret_of_ones_own(desk: Desk) -> None:
    identity = DeviceIdentity("AH-01", device_key(desk.simulator))
    with closing(HttpPortal(desk.simulator.url, identity, Route(5.0), SystemClock())) as client:
        other = sealed(desk.simulator, lookup_secret="ZZZ999")  # noqa: S106 - of this test
        code = str(filed(client, other).receipt.dossier_code)
        desk.simulator.change({"results": {code: {"giay": TITLE}, desk.code: {"trich-luc": TITLE}}})
        assert isinstance(client.result(code, "ZZZ999", replace(desk.wanted(), document_id="trich-luc")), NotKnown)
        assert isinstance(client.result(desk.code, "ZZZ999", desk.wanted()), NotKnown)
