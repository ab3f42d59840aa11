"""The payload: the contract's names, nothing unknown, everything composed (NFC)."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from doubles.submissions import ANSWER, submission

from kiosk.domain.procedure import DeliveryMethod
from kiosk.domain.submission import Delivery
from offline_queue.payload import payload_bytes, timestamp


def test_texts_are_composed_whatever_came_in() -> None:
    dossier = submission(answers={"name": unicodedata.normalize("NFD", ANSWER)})
    assert json.loads(payload_bytes(dossier))["answers"]["name"] == unicodedata.normalize("NFC", ANSWER)


def test_a_mark_at_the_beginning_of_a_text_does_not_break_the_json() -> None:
    dossier = submission(answers={"\u0301x": "\u0338", "y": ["\u0301", {"z": "\u0323"}]})
    assert json.loads(payload_bytes(dossier))["answers"] == {"\u0301x": "\u0338", "y": ["\u0301", {"z": "\u0323"}]}


def test_what_may_not_be_null_is_left_out_when_unknown() -> None:
    bare = json.loads(payload_bytes(submission(applicant=None, delivery=None)))
    assert "applicant" not in bare
    assert "delivery" not in bare
    delivery = Delivery(DeliveryMethod.POST, "Ấp 3", None)
    assert json.loads(payload_bytes(replace(submission(), delivery=delivery)))["delivery"] == {
        "method": "post",
        "address": "Ấp 3",
    }


def test_attachments_are_described_as_they_were_before_sealing() -> None:
    dossier = submission(1000)
    (described,) = json.loads(payload_bytes(dossier))["attachments"]
    assert described["file_name"] == dossier.attachments[0].file_name
    assert described["pages"] == 2
    assert described["attachment_id"] == str(dossier.attachments[0].attachment_id)


def test_moments_are_told_in_utc() -> None:
    assert timestamp(datetime(2026, 10, 12, 8, 31, tzinfo=timezone(timedelta(hours=7)))) == "2026-10-12T01:31:00.000Z"
