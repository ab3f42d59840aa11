"""All answers on one page; each can be changed, and the citizen comes straight back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Slot

from kiosk.domain.text import Language
from kiosk.session.screens import ChangeTarget, Check
from ui.viewmodels.screen import ScreenModel


@dataclass(frozen=True, slots=True)
class CheckLine:
    """``target`` names the *Sửa* button, for a robot's finger; empty where nothing can be changed.

    ``step`` is the heading that the line stands under; it is drawn where a page begins, and where a step of more than
    one line ``begins``. ``look`` is what
    *Coi số* asks for, empty where nothing is hidden.
    """

    label: str
    value: str
    target: str
    step: str
    begins: bool
    look: str


@dataclass(frozen=True, slots=True)
class CheckProps:
    """All lines, in the order of the journey. ``number`` is shown in the line whose ``look`` is ``uncovered``."""

    lines: tuple[CheckLine, ...] = ()
    uncovered: str = ""
    number: str = ""


def target_name(target: ChangeTarget | None) -> str:
    """Name what *Sửa* opens: ``question:copies``."""
    return f"{target.kind}:{target.name}" if target else ""


def derive_check(screen: Check, language: Language) -> CheckProps:
    """Derive the lines; what is uncovered stands beside them, so that a glance at it changes none of them."""
    lines = []
    for step, rows in groupby(screen.rows, key=lambda row: row.step):
        group = tuple(rows)
        for index, row in enumerate(group):
            begins = index == 0 and len(group) > 1
            label, value = row.label.of(language), row.value.of(language)
            lines.append(CheckLine(label, value, target_name(row.change), step.of(language), begins, row.look))
    return CheckProps(tuple(lines), screen.uncovered, screen.number)


class CheckModel(ScreenModel, props=CheckProps):
    """The check page."""

    _targets: tuple[ChangeTarget | None, ...] = ()

    def derive(self, screen: Check, language: Language) -> CheckProps:
        """Derive the lines and remember where each leads."""
        self._targets = tuple(row.change for row in screen.rows)
        return derive_check(screen, language)

    @Slot(int)
    def change(self, index: int) -> None:
        """Open one line."""
        target = self._targets[index]
        if target is not None:
            self.actions.change(target)

    @Slot(str)
    def lookAt(self, what: str) -> None:  # noqa: N802 - QML's spelling
        """Show a number in full for a moment."""
        self.actions.look_at(what)

    @Slot()
    def confirm(self) -> None:
        """All of it is right."""
        self.actions.confirm_answers()
