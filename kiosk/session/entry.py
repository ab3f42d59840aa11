"""Before anything personal: start, choose an errand and a procedure, read what is needed, agree to the notice."""

from __future__ import annotations

import hashlib

from uuid6 import uuid7

from kiosk.domain.procedure import Procedure, ProcedureKind
from kiosk.domain.text import Language, Text
from kiosk.session.core import Core
from kiosk.session.draft import Draft, FormDraft, Section
from kiosk.session.position import AtEvent, Stop
from kiosk.session.screens import AtDeskSheet, DeclinedSheet, Errand

# No I, L, O, 0, 1: the look-up secret is read from paper and typed by hand.
_UNAMBIGUOUS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LOOKUP_SECRET_LENGTH = 6

_FOUND = 4
"""How many matches of a search are worth reading."""

_FEW = 6
"""So many procedures fit a page or two: they are shown at once, without life events before them."""


class Entry(Core):
    """The way from the attract screen to the point where the citizen says who they are."""

    errand = Errand.FILE
    typed = ""
    found: tuple[Procedure, ...] = ()

    def start(self) -> None:
        """Leave the attract screen."""
        if self.at(Stop.ATTRACT):
            self.go(Stop.HOME)

    def choose_errand(self, errand: Errand) -> None:
        """Open an errand; what the machine cannot do yet is done at the desk, and the sheet says so."""
        if not self.at(Stop.HOME):
            return
        if errand in {Errand.FILE, Errand.GUIDE}:
            self.errand = errand
            self.go(self.first_choice())
        else:
            self.sheet = AtDeskSheet(errand)
            self.publish()

    def open_board(self) -> None:
        """Show the commune's QR codes and telephone numbers."""
        if self.at(Stop.HOME):
            self.go(Stop.BOARD)

    def first_choice(self) -> Stop:
        """Return where the choice of a procedure begins."""
        catalogue = self.services.catalogue
        return Stop.EVENTS if catalogue.events and len(catalogue.procedures) > _FEW else Stop.CHOOSE

    def choose_event(self, key: str) -> None:
        """Open the procedures of one life event."""
        if self.at(Stop.EVENTS) and self.services.catalogue.event(key) is not None:
            self.go(AtEvent(key))

    def show_all_procedures(self) -> None:
        """Open the list of all procedures, for those who know their paper's name."""
        if self.at(Stop.EVENTS):
            self.go(Stop.CHOOSE)

    def open_search(self) -> None:
        """Look a procedure up by its name."""
        if self.at(Stop.EVENTS, Stop.CHOOSE):
            self.typed, self.found = "", ()
            self.go(Stop.SEARCH)

    def search(self, text: str) -> None:
        """Take what has been typed so far; what is like it can be chosen."""
        if self.at(Stop.SEARCH) and text != self.typed:
            self.typed, self.found = text, self.services.catalogue.find(text, _FOUND)
            self.publish()

    def _is_choosing(self) -> bool:
        return self.at(Stop.EVENTS, Stop.CHOOSE, Stop.SEARCH) or isinstance(self.position, AtEvent)

    def choose_procedure(self, code: str) -> None:
        """Open one procedure's guide, with an empty draft where the procedure can be filed here."""
        procedure = self.services.catalogue.get(code)
        if self._is_choosing() and procedure is not None:
            self.procedure = procedure
            self.draft = self._new_draft(procedure) if procedure.kind is ProcedureKind.FORM else None
            self.go(Stop.GUIDE)

    def _new_draft(self, procedure: Procedure) -> Draft:
        catalogue, place = self.services.catalogue, self.services.place
        form = FormDraft(catalogue.form(procedure.code))
        form.provide("kiosk", {"province": place.province_code or None, "commune": place.commune_code or None})
        return Draft(
            procedure=procedure,
            forms={
                Section.IDENTITY: FormDraft(catalogue.applicant_form),
                Section.FORM: form,
                Section.DELIVERY: FormDraft(catalogue.delivery_form(procedure.delivery_methods)),
            },
            submission_id=uuid7(),
            lookup_secret="".join(self.services.randomness.choices(_UNAMBIGUOUS, k=_LOOKUP_SECRET_LENGTH)),
        )

    def accept_guide(self) -> None:
        """Go from the guide to the notice on personal data, or to the errands when there is nothing to file here."""
        if not self.at(Stop.GUIDE):
            return
        if self.draft is None:
            self.history.clear()
            self.move(Stop.HOME)
        else:
            self.go(Stop.NOTICE)

    def notice_for(self, draft: Draft) -> Text:
        """Return the notice as it is shown for this procedure at this place."""
        return self._filled(self.services.catalogue.notice, draft)

    def full_notice_for(self, draft: Draft) -> Text:
        """Return the notice in full; empty where the catalogue has none."""
        return self._filled(self.services.catalogue.full_notice, draft)

    def _filled(self, notice: Text, draft: Draft) -> Text:
        minutes = round((self.services.timings.idle + self.services.timings.idle_warning) / 60)
        place = self.services.place

        def filled(language: Language) -> str:
            between = ", " if language is Language.ENGLISH else " "
            return notice.of(language).format(
                procedure=draft.procedure.name.of(language),
                agency=f"{place.centre.of(language)}{between}{place.commune.of(language)}",
                hotline=place.hotline,
                minutes=minutes,
            )

        return Text.made(filled)

    def decline_notice(self) -> None:
        """Say that nothing was kept, and where else the dossier can be filed."""
        if self.at(Stop.NOTICE):
            self.sheet = DeclinedSheet()
            self.publish()

    def accept_notice(self) -> None:
        """Record the agreement with the digest of the very text that was shown, and ask who the citizen is."""
        if self.at(Stop.NOTICE) and self.draft is not None:
            notice = self.notice_for(self.draft)
            shown = f"{notice.of(self.services.place.vietnamese)}\n{notice.en}"
            self.draft.notice_sha256 = hashlib.sha256(shown.encode()).hexdigest()
            self.draft.notice_at = self.services.clock.now()
            self.go(Stop.IDENTIFY)
