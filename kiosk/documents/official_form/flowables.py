"""What ReportLab has no flowable for: boxes to tick, and a line to fill in by hand."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Paragraph

from kiosk.documents.a4 import BOLD, FONT
from kiosk.documents.official_form.content import Box
from kiosk.domain.text import Language


class Ticks(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """Choices in a row or as many rows as they need, each with a box; the chosen one is crossed."""

    def __init__(self, boxes: tuple[Box, ...], language: Language, style: ParagraphStyle) -> None:
        super().__init__()
        self._boxes = [(box.text.of(language), box.ticked) for box in boxes]
        self._style = style
        self._rows: list[list[tuple[float, tuple[str, ...], bool]]] = []

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Lay the boxes out within a width, in points."""
        left, side = 4 * mm, 5.5 * mm
        self._rows, x = [[]], left
        for text, ticked in self._boxes:
            face, size = _face(ticked=ticked), self._style.fontSize
            lines = tuple(simpleSplit(text, face, size, width - left - side)) or ("",)
            needed = side + max(pdfmetrics.stringWidth(line, face, size) for line in lines)
            if self._rows[-1] and x + needed > width:
                self._rows.append([])
                x = left
            self._rows[-1].append((x, lines, ticked))
            x += needed + 6 * mm
        return width, sum(map(_count_lines, self._rows)) * self._style.leading

    def draw(self) -> None:
        """Draw boxes, crosses and words."""
        side = 3.4 * mm
        above = 0
        total = sum(map(_count_lines, self._rows))
        for row in self._rows:
            y = (total - above - 1) * self._style.leading + 3
            above += _count_lines(row)
            for x, lines, ticked in row:
                self.canv.setLineWidth(0.7)
                self.canv.rect(x, y - 0.5, side, side)
                if ticked:
                    self.canv.setLineWidth(1.6)
                    self.canv.line(x + 1.5, y + 1, x + side - 1.5, y + side - 2)
                    self.canv.line(x + 1.5, y + side - 2, x + side - 1.5, y + 1)
                self.canv.setFont(_face(ticked=ticked), self._style.fontSize)
                for number, line in enumerate(lines):
                    self.canv.drawString(x + side + 1.8 * mm, y - number * self._style.leading, line)


def _face(*, ticked: bool) -> str:
    return BOLD if ticked else FONT


def _count_lines(row: list[tuple[float, tuple[str, ...], bool]]) -> int:
    return max(len(lines) for _, lines, _ in row)


class Dotted(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A label and a dotted line to the margin, to be filled in by hand."""

    def __init__(self, label: str, style: ParagraphStyle) -> None:
        super().__init__()
        self._paragraph = Paragraph(label, style)
        self._style = style

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole width, in points."""
        self._width = width
        _, self._height = self._paragraph.wrap(width * 0.78, height)
        return width, self._height + 3

    def draw(self) -> None:
        """Draw the label, and dots from its end."""
        self._paragraph.drawOn(self.canv, 0, 2)
        lines = self._paragraph.blPara.lines
        last = lines[-1]
        words = last[1] if isinstance(last, tuple) else [word.text for word in last.words]
        end = pdfmetrics.stringWidth(" ".join(words), self._style.fontName, self._style.fontSize) + 2 * mm
        self.canv.setDash(0.6, 2)
        self.canv.setLineWidth(0.7)
        self.canv.line(end, 5.5, self._width, 5.5)
        self.canv.setDash()
