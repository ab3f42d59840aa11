"""Everything that can come over a line instead of the portal's answer, and every byte at which it can break."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping

from doubles.faulty_proxy import Cut, Swap

Fault = Cut | Swap

LOGIN_PAGE = b"<!doctype html><title>Wi-Fi</title><p>Please log in."
FOREIGN = {"submission_id": "01890a5d-ac96-774b-bcce-b302099a8057", "received_at": "2026-10-12T01:31:00Z"}


def answer(status: str, *headers: str, body: bytes = b"", kind: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def reworded(**changes: str) -> Swap:
    """The portal's own receipt, but for something else."""

    def reword(own: bytes) -> bytes:
        body = own.partition(b"\r\n\r\n")[2]
        try:
            receipt = json.loads(body)
        except ValueError:
            return own
        return answer("201 Created", body=json.dumps({**receipt, **changes}).encode(), kind="application/json")

    return Swap(0, reword, reached=True)


def strange_answers() -> list[Swap]:
    """All answers that are not the portal's, once for a question that never came there and once for one that did."""
    pages = [
        answer("200 OK", body=LOGIN_PAGE),
        answer("201 Created", body=LOGIN_PAGE),
        answer("200 OK", body=json.dumps({**FOREIGN, "manifest_sha256": "0" * 64}).encode(), kind="application/json"),
        answer("200 OK", body=b"{}", kind="application/json"),
        answer("204 No Content"),
        answer("511 Network Authentication Required", body=LOGIN_PAGE),
        *(answer(f"{status} Moved", "Location: http://192.0.2.1/login") for status in (301, 302, 303, 307, 308)),
        answer("307 Temporary Redirect", "Location: /kiosk/v1/elsewhere"),
        *(answer(f"{status} No") for status in (408, 425, 500, 501, 502, 503, 504, 599)),
        answer("429 Too Many Requests", "Retry-After: 120"),
        answer("503 Service Unavailable", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT"),
        answer("403 Forbidden", body=LOGIN_PAGE),
        answer("401 Unauthorized", body=LOGIN_PAGE),
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    ]
    swaps = [Swap(0, page, reached) for page in pages for reached in (False, True)]
    return [
        *swaps,
        Swap(0, None, reached=True),
        reworded(submission_id=FOREIGN["submission_id"]),
        reworded(manifest_sha256="0" * 64),
        reworded(received_at="yesterday"),
    ]


def faults_of(exchanges: int, size: Mapping[str, int], count: int) -> list[Fault]:
    """Return so many faults of a delivery that takes so many exchanges and bytes ``up`` and ``down``.

    They are every strange answer at every exchange, as far as half of them goes, and cuts at bytes evenly apart.
    """
    swaps = [Swap(at, one.answer, one.reached) for at in range(exchanges) for one in strange_answers()]
    random.Random(1).shuffle(swaps)
    swaps = swaps[: count // 2]
    cuts = count - len(swaps)
    down = min(size["down"], cuts // 2)
    return [
        *swaps,
        *(Cut("down", number * size["down"] // down) for number in range(down)),
        *(Cut("up", number * size["up"] // (cuts - down)) for number in range(cuts - down)),
    ]
