"""The shape of ``procedure.toml``; an unknown key or a wrong value is an error that names it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.domain.money import Dong, Fee, FeeAmount, FeeText, FeeUnpublished
from kiosk.domain.procedure import (
    AttachmentRow,
    DeliveryMethod,
    Handoff,
    Online,
    Procedure,
    ProcedureKind,
    Requirement,
    Unverified,
)
from kiosk.domain.text import NO_TEXT, Text

Words = Annotated[str, Meta(min_length=1)]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a catalogue file."""


class TextTable(Table, frozen=True, rename={"north": "vi-north"}):
    """One text in both languages; ``vi-north`` says it in northern words."""

    vi: Words
    en: Words
    north: str = ""

    def text(self) -> Text:
        """Return the domain's value."""
        return Text(self.vi, self.en, self.north)


class NoticeTable(TextTable, frozen=True, rename={"north": "vi-north"}):
    """The notice on personal data in a few sentences, and ``full`` with everything that the law wants said."""

    full: TextTable | None = None


class FeeTable(Table, frozen=True):
    """A fee: ``amount`` (dong, times the answer named by ``per_answer``), or ``text``, or neither: not published."""

    amount: int | None = None
    per_answer: str | None = None
    note: TextTable | None = None
    text: TextTable | None = None

    def fee(self) -> Fee:
        """Return the domain's value."""
        if self.amount is not None:
            return FeeAmount(Dong(self.amount), self.per_answer, self.note.text() if self.note else None)
        return FeeText(self.text.text()) if self.text else FeeUnpublished()


class RowTable(Table, frozen=True):
    """An attachment row."""

    component: str
    name: TextTable
    plain: TextTable
    requirement: Requirement
    visible_if: str | None = None
    required_if: str | None = None
    originals: int = 0
    copies: int = 1
    max_bytes: int = 2_000_000

    def row(self) -> AttachmentRow:
        """Return the domain's value."""
        return AttachmentRow(
            self.component,
            self.name.text(),
            self.plain.text(),
            self.requirement,
            self.visible_if,
            self.required_if,
            self.originals,
            self.copies,
            self.max_bytes,
        )


class UnverifiedTable(Table, frozen=True):
    """A fact that an officer must confirm before release."""

    field: str
    why: str


class HandoffTable(Table, frozen=True):
    """Where a procedure is done when it is not done here."""

    text: TextTable
    url: str = ""

    def handoff(self) -> Handoff:
        """Return the domain's value."""
        return Handoff(self.text.text(), self.url)


class ProcedureTable(Table, frozen=True):
    """The whole file."""

    code: str
    version: str
    effective_from: date
    name: TextTable
    plain: TextTable
    area: TextTable
    agency: TextTable
    time_limit: TextTable
    legal_basis: tuple[str, ...]
    kind: ProcedureKind = ProcedureKind.FORM
    online: Online = Online.FULL
    delivery_methods: tuple[DeliveryMethod, ...] = ()
    declaration: TextTable | None = None
    handoff: HandoffTable | None = None
    notes: tuple[TextTable, ...] = ()
    agency_code: str = ""
    effective_until: date | None = None
    fee: FeeTable = FeeTable()
    rows: tuple[RowTable, ...] = ()
    in_person: tuple[TextTable, ...] = ()
    synonyms: tuple[str, ...] = ()
    unverified: tuple[UnverifiedTable, ...] = ()

    def procedure(self) -> Procedure:
        """Return the domain's value."""
        return Procedure(
            code=self.code,
            version=self.version,
            effective_from=self.effective_from,
            effective_until=self.effective_until,
            name=self.name.text(),
            plain=self.plain.text(),
            agency=self.agency.text(),
            agency_code=self.agency_code,
            time_limit=self.time_limit.text(),
            fee=self.fee.fee(),
            rows=tuple(row.row() for row in self.rows),
            delivery_methods=self.delivery_methods,
            in_person=tuple(text.text() for text in self.in_person),
            declaration=self.declaration.text() if self.declaration else NO_TEXT,
            legal_basis=self.legal_basis,
            synonyms=self.synonyms,
            unverified=tuple(Unverified(item.field, item.why) for item in self.unverified),
            kind=self.kind,
            online=self.online,
            area=self.area.text(),
            notes=tuple(text.text() for text in self.notes),
            handoff=self.handoff.handoff() if self.handoff else None,
        )
