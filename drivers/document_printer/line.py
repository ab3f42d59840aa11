"""One question to the printer and its answer, over HTTP; every wait has its end. Imported at the first printout."""

from __future__ import annotations

import itertools
import ssl
import time
from collections.abc import Iterator, Sequence
from copy import copy
from urllib.parse import urlsplit

import httpx

from drivers.document_printer.address import PrinterAddress
from drivers.document_printer.encoding import (
    Answer,
    Attribute,
    Group,
    MalformedAnswerError,
    Tag,
    Value,
    decode,
    encode,
)
from drivers.document_printer.errors import LineError, StoppedError
from drivers.document_printer.words import Operation, name_of
from kiosk.domain.printout import PrinterCondition, PrintoutKind
from kiosk.ports.scanner import Cancel

_LONGEST_ANSWER = 1_000_000
_PIECE = 16_384
_HERE = {"localhost", "127.0.0.1", "::1"}
_NO_ENTRY = {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}


class IppLine:
    """Asks one printer. ``user`` is the name of the kiosk, under which its jobs lie in the queue.

    ``answer_s`` is the longest wait for a connection and for an answer as a whole, ``stuck_s`` that for a printer
    that takes no more of a document for the moment.
    """

    def __init__(self, address: PrinterAddress, user: str, answer_s: float, stuck_s: float, ca_file: str = "") -> None:
        self._address = address
        self._user = user
        self._answer_s = answer_s
        self._stuck_s = stuck_s
        self._trust = ssl.create_default_context(cafile=ca_file or None)
        self._numbers = itertools.count(1)

    def ask(self, operation: Operation, *attributes: Attribute, job: Sequence[Attribute] = ()) -> Answer:
        """Ask. Raises LineError."""
        return self._exchange(self._message(operation, attributes, job), None, self._answer_s)

    def send(self, document: bytes, *attributes: Attribute, cancel: Cancel) -> Answer:
        """Send the one document of a job. Raises LineError, and StoppedError when ``cancel`` was uttered meanwhile."""
        message = self._message(Operation.SEND_DOCUMENT, attributes, ())
        return self._exchange(message + document, cancel, self._stuck_s)

    def to(self, address: PrinterAddress) -> IppLine:
        """Return the line to another printer, with the same waits and trust."""
        other = copy(self)
        other._address = address  # noqa: SLF001 - its own kind
        return other

    @property
    def is_on_this_machine(self) -> bool:
        """Say whether the address is of this machine: a queue here names printers as they are reached from here."""
        return urlsplit(self._address.http).hostname in _HERE

    def job_name(self, kind: PrintoutKind) -> Attribute:
        """Return the name of a job: whose and what it is, never for whom."""
        return name_of("job-name", f"{self._user} {kind}")

    def is_ours(self, user: Value | None, name: Value | None) -> bool:
        """Say whether a job in the queue is ours, by its owner or, where the printer keeps none, by its name."""
        return user == self._user or (isinstance(name, str) and name.startswith(f"{self._user} "))

    def _message(self, operation: Operation, attributes: Sequence[Attribute], job: Sequence[Attribute]) -> bytes:
        asked = [
            Attribute("attributes-charset", Tag.CHARSET, ("utf-8",)),
            Attribute("attributes-natural-language", Tag.LANGUAGE, ("en",)),
            Attribute("printer-uri", Tag.URI, (self._address.uri,)),
            *(one for one in attributes if one.name == "job-id"),  # RFC 8011 wants the target before all else
            name_of("requesting-user-name", self._user),
            *(one for one in attributes if one.name != "job-id"),
        ]
        groups: list[tuple[Group, Sequence[Attribute]]] = [(Group.OPERATION, asked)]
        if job:
            groups.append((Group.JOB, job))
        return encode(operation, next(self._numbers), groups)

    def _exchange(self, message: bytes, cancel: Cancel | None, wait_s: float) -> Answer:
        try:
            with httpx.Client(verify=self._trust, trust_env=False, timeout=self._timeout(wait_s)) as http:
                headers = {"Content-Type": "application/ipp", "Content-Length": str(len(message))}
                with http.stream("POST", self._address.http, content=_pieces(message, cancel), headers=headers) as got:
                    return self._read(got, time.monotonic() + wait_s)
        except httpx.ConnectTimeout as error:
            raise LineError(PrinterCondition.UNREACHABLE, "no connection in time") from error
        except httpx.ConnectError as error:
            raise LineError(PrinterCondition.UNREACHABLE, f"no connection ({error})") from error
        except httpx.HTTPError as error:
            raise LineError(PrinterCondition.NO_ANSWER, f"no answer ({type(error).__name__})") from error
        except MalformedAnswerError as error:
            raise LineError(PrinterCondition.NOT_IPP, str(error)) from error

    def _timeout(self, wait_s: float) -> httpx.Timeout:
        return httpx.Timeout(wait_s, connect=self._answer_s)

    @staticmethod
    def _read(got: httpx.Response, end: float) -> Answer:
        if got.status_code in _NO_ENTRY:
            raise LineError(PrinterCondition.NOT_ALLOWED, f"HTTP {got.status_code}")
        if got.status_code != httpx.codes.OK:
            raise LineError(PrinterCondition.NOT_IPP, f"HTTP {got.status_code}")
        body = b""
        for piece in got.iter_bytes():
            body += piece
            if len(body) > _LONGEST_ANSWER or time.monotonic() > end:
                raise LineError(PrinterCondition.NO_ANSWER, "an answer without an end")
        return decode(body)


def _pieces(message: bytes, cancel: Cancel | None) -> Iterator[bytes]:
    """Yield a message piece by piece, so that a wish to stop is heard in the middle of a document."""
    for start in range(0, len(message), _PIECE):
        if cancel is not None and cancel.is_set():
            raise StoppedError
        yield message[start : start + _PIECE]
