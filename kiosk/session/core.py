"""What all parts of the session share: where the citizen is, how they came there, and what they told."""

from __future__ import annotations

from abc import ABC, abstractmethod

from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import PrintFault, Slip
from kiosk.domain.text import Language, Text
from kiosk.session.draft import Draft
from kiosk.session.position import AtQuestion, Position, Stop, may_be_returned_to
from kiosk.session.route import first_open
from kiosk.session.screens import Sheet
from kiosk.session.services import Services

NO_SLIPS = Text("Máy đang không in được phiếu.", "The machine cannot print slips at the moment.")
NO_ROOM = Text("Máy đã đầy, đang gửi dần hồ sơ đi.", "The machine is full; it is sending what it has.")


class Core(ABC):
    """Position, history and draft of one citizen. Parts of the session derive from it and call each other's verbs."""

    def __init__(self, services: Services) -> None:
        self.for_real = services
        self.services = services
        self.has_room = True
        self.printer_fault: PrintFault | None = None
        self.position: Position = self.beginning
        self.history: list[Position] = []
        self.procedure: Procedure | None = None
        self.draft: Draft | None = None
        self.changing = False
        self.changing_through = ""
        self.error: Text | None = None
        self.uncovered = ""
        self.sheet: Sheet | None = None

    @property
    def out_of_order(self) -> Text | None:
        """Why no new dossier can be taken now, None when one can."""
        if self.for_real.out_of_order is not None:
            return self.for_real.out_of_order
        if not self.has_room:
            return NO_ROOM
        return NO_SLIPS if self.for_real.rests_without_slips and self.printer_fault is not None else None

    @property
    def beginning(self) -> Stop:
        """Where the next citizen finds the machine."""
        return Stop.OUT_OF_ORDER if self.out_of_order else Stop.ATTRACT

    @property
    def practising(self) -> bool:
        """Whether this is practice: then no part of ``services`` is a real one."""
        return self.services.practising

    def work_with(self, services: Services) -> None:
        """Change to other services; whoever holds a part of the old ones lets it go."""
        self.services = services

    @abstractmethod
    def publish(self) -> None:
        """Tell the listeners of a new view."""

    @abstractmethod
    def wipe(self) -> None:
        """Forget everything of this citizen."""

    @abstractmethod
    def touched(self) -> None:
        """Take note that somebody is there."""

    @abstractmethod
    def nobody_is_here(self) -> bool:
        """Whether the first screen stands as it was left by the wipe: nobody has asked it for anything."""

    @abstractmethod
    def slip_language(self) -> Language:
        """Return the language that the citizen reads."""

    @abstractmethod
    def present_slip(self) -> Slip | None:
        """Return the slip, true to the present state of the dossier; None while there is none."""

    @abstractmethod
    def reads_large(self) -> bool:
        """Whether the citizen reads the screen in larger letters."""

    def at(self, *positions: Position) -> bool:
        """Say whether the citizen is at one of these places; a late or double touch finds them elsewhere."""
        return self.position in positions

    def go(self, position: Position) -> None:
        """Move on; *Quay lại* will come back here where that makes sense."""
        if may_be_returned_to(self.position):
            self.history.append(self.position)
        self.move(position)

    def move(self, position: Position) -> None:
        """Move without leaving a trace in the history."""
        self.position, self.error, self.uncovered = position, None, ""
        if position is Stop.CHECK:
            self.changing, self.changing_through = False, ""
        self.publish()

    def go_on(self, position: Position) -> None:
        """Move on in the order of the journey, or, when changing, to what the change has opened and then back."""
        if self.draft is None or not self.changing:
            self.go(position)
            return
        still_open = first_open(self.draft)
        if still_open is None:
            self._return_to_check()
        else:
            self.go(still_open)

    def _return_to_check(self) -> None:
        while self.history and self.history[-1] is not Stop.CHECK:
            self.history.pop()
        if self.history:
            self.history.pop()
        self.move(Stop.CHECK)

    def step_back(self) -> None:
        """Go to where the citizen came from, passing over questions that are not asked any more."""
        while self.history:
            position = self.history.pop()
            if self._still_there(position):
                self.move(position)
                return

    def _still_there(self, position: Position) -> bool:
        if not isinstance(position, AtQuestion):
            return position is not self.position
        return self.draft is not None and self.draft.question(position.section, position.name) is not None
