"""What the portal ought to have in the end: each dossier once, and every byte of it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk.domain.submission import Submission
from offline_queue.portal_simulator import PortalSimulator


def check_everything_was_filed_once(portal: PortalSimulator, stored: Mapping[str, Submission]) -> None:
    """Compare the portal's archive with what was stored, by submission id."""
    filed = {folder.name: folder for folder in portal.filed()}
    assert set(filed) == set(stored)
    codes = [json.loads((folder / "receipt.json").read_text())["dossier_code"] for folder in filed.values()]
    assert len(set(codes)) == len(stored)
    for submission_id, dossier in stored.items():
        payload = json.loads((filed[submission_id] / "payload.json").read_text(encoding="utf-8"))
        assert payload["answers"] == dict(dossier.answers)
        for attachment in dossier.attachments:
            assert (filed[submission_id] / "papers" / attachment.file_name).read_bytes() == attachment.pdf
