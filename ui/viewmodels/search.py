"""Looking a procedure up by its name: the keys of a question of text, and what is like the text so far."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot

from kiosk.domain.procedure import Procedure, ProcedureKind
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.forms.model import Question, QuestionKind
from kiosk.session.screens import AskQuestion, Progress, Search
from ui.viewmodels.model import to_qml
from ui.viewmodels.question import AskQuestionModel

_HERE = Text("Làm được tại máy này", "Can be done at this machine")
_EXPLAINED = Text("Coi cần giấy gì, làm ở đâu", "See what you need and where to go", "Xem cần giấy gì, làm ở đâu")

_NAME = Question("procedure", QuestionKind.TEXT, Text("Tên thủ tục", "Name of the procedure"))
_NOWHERE = Progress(0, 0, NO_TEXT)


@dataclass(frozen=True, slots=True)
class FoundProcedure:
    """One match: its official name, and whether it is done or explained here."""

    code: str
    name: str
    line: str


def derive_found(procedures: tuple[Procedure, ...], language: Language) -> tuple[FoundProcedure, ...]:
    """Derive the cards, best match first."""
    return tuple(
        FoundProcedure(
            procedure.code,
            procedure.name.of(language),
            (_HERE if procedure.kind is ProcedureKind.FORM else _EXPLAINED).of(language),
        )
        for procedure in procedures
    )


class SearchModel(AskQuestionModel):
    """A question of text whose answer is one of the procedures; each key looks anew."""

    foundChanged = Signal()  # noqa: N815 - Qt's spelling

    def __init__(self, *around: object) -> None:
        super().__init__(*around)
        self._found: tuple[FoundProcedure, ...] = ()

    def _read_found(self) -> object:
        return to_qml(self._found)

    found = Property(list, _read_found, notify=foundChanged)

    def derive(self, screen: Search, language: Language) -> object:  # type: ignore[override]  # a screen of its own
        """Take the matches, and show the text as a question shows it."""
        found = derive_found(screen.found, language)
        if found != self._found:
            self._found = found
            self.foundChanged.emit()
        if screen.typed != self.props.text:
            self._screen = None  # a text that was not typed here: begin anew with it
        return super().derive(AskQuestion(_NOWHERE, _NAME, screen.typed, required=True), language)

    def update(self, props: object) -> None:
        """Search for what has just been typed."""
        super().update(props)
        self.actions.search(self.props.text)

    @Slot(str)
    def open(self, code: str) -> None:
        """Open one of the matches."""
        self.actions.choose_procedure(code)
