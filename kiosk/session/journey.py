"""All desks of the journey in one class; what is left to the session is language, silence and the listeners."""

from __future__ import annotations

from abc import ABC

from kiosk.session.entry import Entry
from kiosk.session.question_desk import QuestionDesk
from kiosk.session.send_desk import SendDesk


class Journey(Entry, QuestionDesk, SendDesk, ABC):
    """From the first touch to the farewell."""
