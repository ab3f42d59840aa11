"""A session with everything around it in the test's hands, on any procedure or on a small form of the test's own."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import config
from doubles.devices import MemoryOutbox, ScriptedPrinter, ScriptedReader, ScriptedScanner
from doubles.manual import ManualClock, ManualJobs
from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.domain.money import Dong
from kiosk.domain.page import Side
from kiosk.domain.place import Place
from kiosk.domain.text import Text
from kiosk.forms.form import parse_form
from kiosk.ports.code_reader import HandheldReader
from kiosk.ports.document_printer import DocumentPrinter
from kiosk.ports.gifts import Gifts
from kiosk.ports.portal import Enquiries
from kiosk.session import screens
from kiosk.session.draft import Section
from kiosk.session.screens import ChangeKind, ChangeTarget, Errand, Screen
from kiosk.session.services import Services, Timings
from kiosk.session.session import Session

Kind = TypeVar("Kind", bound=Screen)

RESIDENCE = "1.004222"
"""CT01: a person block, a list of people, provinces and communes."""

_PLACE = Place(
    "AH-01", Text("Trung tâm", "Centre"), Text("Xã Bình An", "Bình An"), "0277", None, Text("A", "B"), "82", "29869"
)
WHO = {"full_name": "trần thị mười", "id_number": "087165001234", "method": "counter"}


@cache
def shipped() -> Catalogue:
    """Read the catalogue that ships, once."""
    return load_catalogue(Path(config.__file__).parent, _today)


def _today() -> date:
    return date(2026, 10, 12)


@dataclass
class Stage:
    """One session. ``elements`` take the place of the procedure's e-form."""

    elements: tuple[Mapping[str, Any], ...] = ()
    code: str = RESIDENCE
    clock: ManualClock = field(default_factory=ManualClock)
    scanner: ScriptedScanner = field(default_factory=ScriptedScanner)
    printer: ScriptedPrinter = field(default_factory=ScriptedPrinter)
    reader: ScriptedReader = field(default_factory=ScriptedReader)
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    handheld: HandheldReader | None = None
    gifts: Gifts | None = None
    documents: DocumentPrinter | None = None
    enquiries: Enquiries | None = None

    def __post_init__(self) -> None:
        self.jobs = ManualJobs(self.clock)
        self.session = Session(
            Services(
                clock=self.clock,
                jobs=self.jobs,
                scanner=self.scanner,
                printer=self.printer,
                code_reader=self.reader,
                outbox=self.outbox,
                catalogue=self._catalogue(),
                place=_PLACE,
                agency_code="H00.00",
                lookup_url="https://portal.example/look",
                timings=Timings(180, 90, 3),
                randomness=random.Random(7),
                scan_dpi=150,
                handheld=self.handheld,
                gifts=self.gifts,
                documents=self.documents,
                enquiries=self.enquiries,
                page_price=Dong(2000),
            )
        )

    def _catalogue(self) -> Catalogue:
        if not self.elements:
            return shipped()
        document = {"pages": [{"name": "one", "title": "Một", "elements": list(self.elements)}]}
        form = parse_form(document, "form.json", _today)
        return replace(shipped(), forms={**shipped().forms, self.code: form})

    def screen(self, kind: type[Kind]) -> Kind:
        """Return what is shown, which must be of this kind."""
        shown = self.session.view.screen
        assert isinstance(shown, kind), shown
        return shown

    @property
    def asked(self) -> str:
        """The name of the question or list on the screen."""
        shown = self.session.view.screen
        assert isinstance(shown, screens.AskQuestion | screens.AskList), shown
        return shown.question.name

    def identify(self) -> None:
        """Go to where the citizen says who they are."""
        self.session.start()
        self.session.choose_errand(Errand.FILE)
        self.session.choose_procedure(self.code)
        self.session.accept_guide()
        self.session.accept_notice()
        self.screen(screens.Identify)

    def read_card(self) -> None:
        """Lay the card of the scripted reader on the scanner and look at what it says."""
        self.session.read_card()
        self.scanner.load((1, Side.FRONT), (1, Side.BACK))
        self.session.start_card_scan()
        self.screen(screens.CardRead)

    def begin(self) -> None:
        """Go to the first question of the e-form, typed."""
        self.identify()
        self.session.type_identity()
        self.answer(**WHO)

    def answer(self, **answers: Any) -> None:
        """Answer the questions that come, as long as they are among these; others keep what they have."""
        while isinstance(shown := self.session.view.screen, screens.AskQuestion):
            name = shown.question.name.rpartition(".")[2]
            if name not in answers:
                return
            self.session.answer(answers[name])
            assert self.session.view.screen != shown, f"stuck at {name}"
            assert self._error() is None, f"{name}: {self._error()}"

    def _error(self) -> Text | None:
        shown = self.session.view.screen
        return shown.error if isinstance(shown, screens.AskQuestion | screens.AskList) else None

    def finish(self) -> None:
        """From the last question of the e-form to the check page."""
        if isinstance(self.session.view.screen, screens.Papers):
            self.session.finish_papers()
        self.answer(**WHO)
        self.screen(screens.Check)

    def change(self, name: str) -> None:
        """Press *Sửa* at an answer of the e-form."""
        self.session.change(ChangeTarget(ChangeKind.QUESTION, name))

    def checked(self, title: str) -> str:
        """Return what the check page says beside a label."""
        return next(row.value.vi for row in self.screen(screens.Check).rows if row.label.vi == title)

    @property
    def submitted(self) -> Mapping[str, Any]:
        """The answers as they would be sent now."""
        draft = self.session.draft
        assert draft is not None
        return draft.forms[Section.FORM].evaluate().values
