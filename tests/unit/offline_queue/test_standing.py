"""How a dossier stands: in the portal's words, within bounds, and only of the dossier that was asked for."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from doubles.manual import ManualClock

from kiosk.domain.portal import Busy, DossierStanding, MissingPaper, NotKnown, PortalFailure, Untrusted
from offline_queue.portal_client import HttpPortal
from offline_queue.route import Route

CODE, OURS = "H00.00-261012-0001", "APS-AH01-261012-0007-K"
PLAIN = {"code": CODE, "reference_code": OURS, "procedure_name": "Đăng ký khai tử", "status": 3}
RESULT = {"document_id": "trich-luc", "title": "Trích lục", "bytes": 300, "sha256": "ab" * 32}


def asked(answer: httpx.Response, code: str = CODE) -> DossierStanding | NotKnown | PortalFailure:
    transport = httpx.MockTransport(lambda _request: answer)
    return HttpPortal("http://gateway.example", None, Route(5.0), ManualClock(), transport).lookup(code, "K7M2QX")


def told(code: str = CODE, /, **changes: Any) -> DossierStanding:
    standing = asked(httpx.Response(200, content=json.dumps({**PLAIN, **changes})), code)
    assert isinstance(standing, DossierStanding)
    return standing


def trusted(code: str = CODE, /, **changes: Any) -> bool:
    return not isinstance(asked(httpx.Response(200, content=json.dumps({**PLAIN, **changes})), code), Untrusted)


# moments


@pytest.mark.parametrize("field", ["due_at", "status_at"])
@pytest.mark.parametrize(
    "moment",
    [
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-07:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+07:00",
        "0001-01-01T00:00:00",
        "1989-12-31T23:59:59Z",
        "2101-01-01T00:00:00Z",
        None,
    ],
)
def test_a_date_that_means_that_there_is_none_is_none(field: str, moment: str | None) -> None:
    assert getattr(told(**{field: moment}), field) is None


def test_a_date_is_a_moment() -> None:
    assert told(due_at="2026-10-20T17:00:00+07:00").due_at == datetime(2026, 10, 20, 10, tzinfo=UTC)
    assert told(status_at="1990-01-01T00:00:00Z").status_at == datetime(1990, 1, 1, tzinfo=UTC)
    assert not trusted(due_at="2026-10-20T17:00:00"), "no zone"
    assert not trusted(due_at="soon")


# what is there and what is not


def test_what_is_not_told_is_nothing() -> None:
    nothing = dict.fromkeys(("procedure_name", "officer_message", "pickup", "fee_due", "missing", "results"))
    standing = told(reference_code=None, **nothing)
    assert (standing.reference_code, standing.procedure_name) == ("", "")
    assert (standing.officer_message, standing.pickup, standing.fee_due) == (None, None, None)
    assert (standing.missing, standing.results) == ((), ())
    assert told(OURS, code=None).code is None


@pytest.mark.parametrize("field", ["code", "reference_code", "procedure_name", "officer_message", "pickup"])
@pytest.mark.parametrize("value", [{"a": 1}, ["a"], 7, 0, True, False, {}])
def test_what_is_no_text_is_no_dossier(field: str, value: object) -> None:
    assert not trusted(**{field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fee_due", -16000),
        ("fee_due", 10**15),
        ("fee_due", True),
        ("fee_due", "free"),
        ("status", None),
        ("status", 0),
        ("status", 11),
        ("missing", {}),
        ("missing", ["khai_sinh"]),
        ("missing", [{"component": None, "reason": "Thiếu."}]),
        ("missing", [{"component": " ", "reason": "Thiếu."}]),
        ("missing", [{"component": "khai_sinh", "reason": ["Thiếu."]}]),
        ("results", ""),
        ("results", [{**RESULT, "title": "\u200b\u202e"}]),
    ],
)
def test_what_cannot_be_is_no_dossier(field: str, value: object) -> None:
    assert not trusted(**{field: value})


def test_nothing_to_pay_is_no_mistake() -> None:
    assert told(fee_due=0).fee_due == 0
    assert told(fee_due=16000).fee_due == 16000
    assert told(missing=[{"component": "khai_sinh", "reason": None}]).missing == (MissingPaper("khai_sinh", ""),)


def test_a_page_without_a_bottom_is_no_dossier() -> None:
    assert isinstance(asked(httpx.Response(200, content=b"[" * 400_000)), Untrusted)


# words


@pytest.mark.parametrize(
    ("field", "longest"), [("procedure_name", 300), ("pickup", 300), ("officer_message", 2000), ("code", 100)]
)
def test_words_end_where_the_page_does(field: str, longest: int) -> None:
    assert len(getattr(told(OURS, **{field: "ế" * longest}), field)) == longest
    cut = getattr(told(OURS, **{field: "ế" * 100_000}), field)
    assert cut == "ế" * (longest - 1) + "…"


def test_titles_and_reasons_end_as_well_and_no_page_has_more_than_fifty() -> None:
    papers = [{"component": f"c{number}", "reason": "a" * 501} for number in range(60)]
    standing = told(results=[{**RESULT, "title": "a" * 201}] * 60, missing=papers)
    assert {one.title for one in standing.results} == {"a" * 199 + "…"}
    assert {one.reason for one in standing.missing} == {"a" * 499 + "…"}
    assert (len(standing.results), len(standing.missing)) == (50, 50)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Mời Ông/Bà\r\nđến quầy.\r", "Mời Ông/Bà\nđến quầy."),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("a\tb", "a b"),
        ("một\n\n\n \n\nhai\n\nba", "một\n\nhai\n\nba"),
        ("\n\n  đầu", "đầu"),
        ("a\x00b\x1b[31mc\x7fd\x9be", "ab[31mcde"),
        ("\u202eđảo\u202c\u2066\u2069\u200f\u200b\ufeff\u00ad", "đảo"),
        ("e\u0302\u0301", "ế"),
        ("a\ud800b", "ab"),
        (" \u200b\n", None),
        ("", None),
    ],
)
def test_nothing_unseen_is_in_the_words(words: str, seen: str | None) -> None:
    assert told(officer_message=words).officer_message == seen


def test_a_name_is_one_line() -> None:
    assert told(procedure_name="Đăng ký\r\n\n khai\ttử ").procedure_name == "Đăng ký khai tử"
    assert told(results=[{**RESULT, "title": "Trích\nlục"}]).results[0].title == "Trích lục"


def test_marks_upon_marks_do_not_take_for_ever() -> None:
    assert len(str(told(officer_message="a" + "\u0316\u0301" * 80_000).officer_message)) == 2000


# the question


@pytest.mark.parametrize("code", [CODE, OURS, CODE.lower(), OURS.lower(), f" {CODE}"])
def test_it_is_the_dossier_that_was_asked_for(code: str) -> None:
    assert trusted(code)


def test_another_dossier_is_shown_to_nobody() -> None:
    other = "H00.00-261012-0002"
    assert asked(httpx.Response(200, json=PLAIN), other) == Untrusted("another dossier")
    assert not trusted(other, code=None)
    assert not trusted(other, reference_code=None)
    assert trusted(other, reference_code=other), "one of its two codes"


def test_an_answer_without_codes_is_to_what_was_asked() -> None:
    assert trusted(code=None, reference_code=None)
    assert trusted(code="", reference_code="")


# later


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("17", 17.0), ("0", 0.0), ("9" * 400, None), ("9" * 5000, None), ("-1", None), ("soon", None)],
)
def test_when_to_ask_again_arrives_as_it_was_told(header: str, seconds: float | None) -> None:
    assert asked(httpx.Response(429, headers={"Retry-After": header})) == Busy(429, seconds)
