"""Electronic results: files of the tester, or sheets of the portal's own; sent whole, or as the switches say."""

from __future__ import annotations

import base64
import gzip
import hashlib
from functools import cache
from pathlib import Path

from offline_queue.portal_simulator.answer import Answer
from offline_queue.portal_simulator.archive import Record
from offline_queue.portal_simulator.controls import State


class Results:
    """The PDFs in ``folder``, by document id; one that is not there is drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def pdf(self, document_id: str, title: str, record: Record) -> bytes:
        """Return a result, always the same bytes."""
        file = self._folder / f"{Path(document_id).name}.pdf"
        if file.name == f"{document_id}.pdf" and file.is_file():
            return file.read_bytes()
        return _drawn(title, record.code or record.reference_code)

    def answer(self, pdf: bytes, state: State) -> Answer:
        """Return the answer with the fault that is switched on, if one is."""
        fault = state.result_fault
        headers = {"Content-Type": "text/html" if fault == "type" else "application/pdf"}
        digested = pdf + b"\n" if fault == "digest" else pdf
        if state.result_digests:
            headers["Content-Digest"] = ", ".join(_digest(name, digested) for name in state.result_digests)
        if fault == "packed":
            headers["Content-Encoding"] = "gzip"
        sent = {
            "byte": lambda: pdf[:-1] + bytes([pdf[-1] ^ 1]),
            "short": lambda: pdf[: len(pdf) // 2],
            "long": lambda: pdf + bytes(len(pdf)),
            "packed": lambda: gzip.compress(pdf),
        }.get(fault or "", lambda: pdf)()
        cut_after = len(pdf) // 2 if fault == "cut" else None
        return Answer(200, sent, headers, state.result_bytes_per_second, cut_after)


def digest_of(pdf: bytes) -> str:
    """Return the digest that a look-up tells."""
    return hashlib.sha256(pdf).hexdigest()


def _digest(name: str, content: bytes) -> str:
    """Return one member of a Content-Digest (RFC 9530)."""
    digest = hashlib.new(name.replace("-", ""), content, usedforsecurity=False).digest()
    return f"{name}=:{base64.b64encode(digest).decode('ascii')}:"


@cache
def _drawn(title: str, code: str) -> bytes:
    from kiosk.documents.a4 import make_pdf  # noqa: PLC0415 - a portal without results has nothing to draw
    from kiosk.documents.sheets.parts import gap, head_of_sheet, line, rule  # noqa: PLC0415 - likewise

    story = [
        *head_of_sheet("Cổng dịch vụ công mô phỏng", "Kết quả điện tử", code),
        line(title, "title"),
        gap(6),
        line("Bản mẫu của cổng mô phỏng, không có giá trị pháp lý."),
        line("A sample of the portal simulator, not a legal document.", "small"),
        rule(),
    ]
    return make_pdf(story, title)
