"""What is made of answers that come late."""

from __future__ import annotations

import pytest

from drivers.receipt_printer import protocol
from drivers.receipt_printer.conversation import Conversation, SilentError
from drivers.receipt_printer.links.link import Link
from kiosk.domain.printer import PrinterStatus

WELL, LOW = b"\x12", b"\x1e"
"""The latter is the answer to a question about paper that runs low; to any other it would tell of a fault."""


class ScriptedLink(Link):
    """Hears nothing until something is sent, then the next piece of ``script``."""

    def __init__(self, *script: bytes) -> None:
        super().__init__(0.05)
        self.script = list(script)
        self.sent: list[bytes] = []
        self._heard = b""

    def send(self, data: bytes) -> None:
        self.sent.append(data)
        self._heard += self.script.pop(0) if self.script else b""

    def receive(self, seconds: float) -> bytes:
        heard, self._heard = self._heard, b""
        return heard

    def close(self) -> None:
        pass

    def abandon(self) -> None:
        pass


def test_a_late_answer_is_not_taken_for_a_fault() -> None:
    link = ScriptedLink(b"", LOW + WELL, WELL, WELL, LOW, WELL, WELL, WELL, LOW, b"\x03")
    assert Conversation(link, 0.5, reports=False).confirmed(0.0) == PrinterStatus(paper_low=True)
    assert link.sent[:9] == [protocol.CONFIRM, *map(protocol.ask, (1, 2, 3, 4, 1, 2, 3, 4))]  # the doubt cost a round


def test_what_came_before_the_question_is_no_answer_to_it() -> None:
    link = ScriptedLink(b"\x00", b"")
    talk = Conversation(link, 0.02, reports=False)
    talk.send(b"dots")
    with pytest.raises(SilentError):
        talk.confirmed(0.0)


def test_a_confirmation_among_other_answers_is_found() -> None:
    link = ScriptedLink(b"\x10\x00\x00\x0f\x12\x03")
    assert Conversation(link, 0.05, reports=True).confirmed(0.0) == PrinterStatus(paper_low=True)
