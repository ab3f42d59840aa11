"""The line under a question: whether it may be left open, and how to answer it."""

from __future__ import annotations

from html import escape

from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.forms.model import Question, QuestionKind

OPTIONAL = Text("Không bắt buộc.", "Optional.")


def hint_of(question: Question, *, required: bool) -> Text:
    """Return rich text: *Không bắt buộc* comes first, and what the form says stands as it was written."""
    hint = question.hint or NO_TEXT

    def written(language: Language) -> str:
        words = escape(hint.of(language), quote=False)
        if required or question.kind is QuestionKind.HTML:
            return words
        return f"<b>{OPTIONAL.of(language)}</b> {words}".strip()

    return Text.made(written)
