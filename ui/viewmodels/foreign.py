"""Texts that others wrote, of any length, made to fit where they are shown; nothing of a message is lost."""

from __future__ import annotations

import re

LONGEST_NAME = 120
"""Letters of a name below a heading."""

_UNBROKEN = 24
"""Letters that stand on one line even where they are largest."""

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")


def shortened(text: str, longest: int) -> str:
    """Return a name on one line, cut at a word where it is longer."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return breakable(words)
    return breakable(words[:longest].rsplit(" ", 1)[0]) + "…"


def breakable(text: str) -> str:
    """Let a word that no line can hold be broken."""
    return re.sub(rf"\S{{{_UNBROKEN}}}(?=\S)", lambda part: f"{part[0]}\u200b", text)


def parts_of(text: str, longest: int) -> tuple[str, ...]:
    """Part a text at its lines and sentences, at words where these are too long, so that its parts can be paged."""
    parts: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        begun = False
        for sentence in _SENTENCE.split(line):
            for piece in _pieces(sentence, longest):
                joined = f"{parts[-1]} {piece}" if begun else piece
                if begun and len(joined) <= longest:
                    parts[-1] = joined
                else:
                    parts.append(piece)
                begun = True
    return tuple(map(breakable, parts))


def _pieces(sentence: str, longest: int) -> list[str]:
    pieces = []
    while len(sentence) > longest:
        cut = sentence.rfind(" ", 1, longest + 1)
        cut = longest if cut < 0 else cut
        pieces.append(sentence[:cut].rstrip())
        sentence = sentence[cut:].lstrip()
    return [*pieces, sentence] if sentence else pieces
