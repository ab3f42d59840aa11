"""What the portal answers: bodies, headers, and RFC 9457 problems as exceptions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; ``status`` may be one that HTTP itself does not name (tus' 460).

    The body goes out as fast as the line, or at ``bytes_per_second``; the line is cut after ``cut_after`` bytes of it.
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    bytes_per_second: float | None = None
    cut_after: int | None = None


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A refusal. ``detail`` names fields and rules, never values: it may lie on a kiosk's disk in the clear."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        super().__init__(f"{status}: {detail}")
        self.status = status
        self.detail = detail
        self._headers = dict(headers or {})
        self._more = more

    def answer(self) -> Answer:
        """Return the problem as ``application/problem+json``."""
        title = HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else "Checksum Mismatch"
        document = {"type": "about:blank", "title": title, "status": self.status, "detail": self.detail, **self._more}
        return Answer(
            self.status, json.dumps(document).encode(), {"Content-Type": "application/problem+json", **self._headers}
        )


class LineBroken(Exception):  # noqa: N818 - not an error of the portal
    """The connection is gone, or is to be cut without an answer."""


def json_answer(status: int, document: object, headers: Mapping[str, str] | None = None) -> Answer:
    """Return a JSON document."""
    body = json.dumps(document, ensure_ascii=False).encode()
    return Answer(status, body, {"Content-Type": "application/json", **(headers or {})})
