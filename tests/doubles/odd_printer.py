"""A printer on loopback that does what no ``ippeveprinter`` can be brought to: each operation answers as it is told."""

from __future__ import annotations

import http.server
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler

from drivers.document_printer.encoding import Attribute, Group, Tag, decode, encode
from drivers.document_printer.words import Operation
from kiosk.loopback import LoopbackServer

Groups = Sequence[tuple[Group, Sequence[Attribute]]]
OK, NOT_FOUND, FORBIDDEN = 0x0000, 0x0406, 0x0401

WELL: tuple[Attribute, ...] = (
    Attribute("printer-state", Tag.ENUM, (3,)),
    Attribute("printer-state-reasons", Tag.KEYWORD, ("none",)),
    Attribute("printer-is-accepting-jobs", Tag.BOOLEAN, (True,)),
    Attribute("operations-supported", Tag.ENUM, tuple(Operation)),
    Attribute("document-format-supported", Tag.MIME, ("application/pdf",)),
    Attribute("media-supported", Tag.KEYWORD, ("iso_a4_210x297mm",)),
)


def but(**changes: Attribute | None) -> tuple[Attribute, ...]:
    """Return the attributes of a printer that is well, with some of them changed, added or left out."""
    named = {attribute.name: attribute for attribute in WELL}
    named.update({name.replace("_", "-"): change for name, change in changes.items() if change is not None})
    left_out = {name.replace("_", "-") for name, change in changes.items() if change is None}
    return tuple(attribute for name, attribute in named.items() if name not in left_out)


def job(state: int, *more: Attribute) -> Groups:
    return [(Group.JOB, [Attribute("job-id", Tag.INTEGER, (7,)), Attribute("job-state", Tag.ENUM, (state,)), *more])]


class OddPrinter(LoopbackServer):
    """Answers 7 as the number of its one job. ``raw`` is sent in the place of an answer, ``code`` its HTTP status."""

    def __init__(self, attributes: Sequence[Attribute] = WELL) -> None:
        self.answers: dict[Operation, list[tuple[int, Groups]]] = {
            Operation.GET_PRINTER_ATTRIBUTES: [(OK, [(Group.PRINTER, attributes)])],
            Operation.CREATE_JOB: [(OK, job(3))],
            Operation.SEND_DOCUMENT: [(OK, job(5))],
            Operation.GET_JOB_ATTRIBUTES: [(OK, job(9))],
        }
        self.asked: list[Operation] = []
        self.hung_up_on: set[Operation] = set()
        self.raw: bytes | None = None
        self.code = 200
        super().__init__(http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(self)))
        self.url = f"ipp://127.0.0.1:{self.port}/ipp/print"

    def answer(self, operation: Operation) -> bytes:
        """Give the answers to an operation in turn, the last of them again and again."""
        self.asked.append(operation)
        known = self.answers.get(operation, [(OK, ())])
        status, groups = known.pop(0) if len(known) > 1 else known[0]
        return encode(status, 1, [(Group.OPERATION, ()), *groups])


def _handler(printer: OddPrinter) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(length := int(self.headers["Content-Length"]))
            if len(body) < length:
                return
            operation = Operation(decode(body).status)
            if operation in printer.hung_up_on:
                printer.asked.append(operation)
                self.close_connection = True
                return
            answer = printer.answer(operation) if printer.raw is None else printer.raw
            self.send_response(printer.code)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    return Handler
