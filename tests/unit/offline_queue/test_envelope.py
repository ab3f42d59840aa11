"""The manifest digest, compared with one that is computed by hand; and what the outside may hold."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from offline_queue.envelope import Envelope, SealedAttachment, manifest_sha256

ATTACHMENT = UUID("01980000-0000-7000-8000-000000000001")
ENVELOPE = Envelope(
    submission_id=UUID("01980000-0000-7000-8000-000000000000"),
    kind="dossier",
    created_at="2026-10-12T01:31:00.000Z",
    kiosk_id="AH-01",
    reference_code="APS-AH01-261012-0007-K",
    procedure=("2.000635", "2026-09"),
    payload=b"sealed",
    attachments=(SealedAttachment(ATTACHMENT, 12, "ab" * 32, "upload-1"),),
)
CANONICAL = (
    '{"attachments":[{"attachment_id":"01980000-0000-7000-8000-000000000001","bytes":12,"sha256":"' + "ab" * 32 + '"}],'
    '"created_at":"2026-10-12T01:31:00.000Z","kind":"dossier","kiosk_id":"AH-01","payload":"c2VhbGVk",'
    '"procedure":{"code":"2.000635","version":"2026-09"},"reference_code":"APS-AH01-261012-0007-K"}'
)
"""Written by hand after RFC 8785: names sorted, no blanks, neither the digest itself nor upload ids."""


def test_the_digest_is_that_of_the_canonical_form() -> None:
    assert ENVELOPE.document()["manifest_sha256"] == hashlib.sha256(CANONICAL.encode()).hexdigest()


def test_an_upload_that_starts_again_leaves_the_digest_as_it_is() -> None:
    again = replace(ENVELOPE, attachments=(replace(ENVELOPE.attachments[0], upload_id="another"),))
    assert again.document()["manifest_sha256"] == ENVELOPE.document()["manifest_sha256"]
    assert again.document()["attachments"] != ENVELOPE.document()["attachments"]


@given(
    st.binary(max_size=40),
    st.text("ABC-019", min_size=1, max_size=12),
    st.none() | st.tuples(st.text(max_size=9), st.text(max_size=9)),
    st.lists(st.tuples(st.integers(1, 2**40), st.binary(min_size=32, max_size=32)), max_size=3),
)
def test_the_digest_agrees_with_the_standard_librarys_sorted_json(
    payload: bytes, kiosk_id: str, procedure: tuple[str, str] | None, files: list[tuple[int, bytes]]
) -> None:
    attachments = tuple(SealedAttachment(ATTACHMENT, size, digest.hex(), "x") for size, digest in files)
    envelope = replace(ENVELOPE, payload=payload, kiosk_id=kiosk_id, procedure=procedure, attachments=attachments)
    by_hand = {
        "kind": "dossier",
        "created_at": envelope.created_at,
        "kiosk_id": kiosk_id,
        "reference_code": envelope.reference_code,
        "procedure": None if procedure is None else {"code": procedure[0], "version": procedure[1]},
        "payload": base64.b64encode(payload).decode(),
        "attachments": [
            {"attachment_id": str(ATTACHMENT), "bytes": size, "sha256": digest.hex()} for size, digest in files
        ],
    }
    text = json.dumps(by_hand, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert envelope.document()["manifest_sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_any_change_of_the_outside_changes_the_digest() -> None:
    document = ENVELOPE.document()
    changed = [{**document, name: "x"} for name in document if name != "manifest_sha256"]
    assert len({manifest_sha256(one) for one in (document, *changed)}) == len(changed) + 1
