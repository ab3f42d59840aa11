"""A roll of paper to draw on, one bit a dot: text without grey, rules, boxes, codes. It grows as it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

import fontpkg_be_vietnam_pro
from PIL import Image, ImageDraw, ImageFont

_FILES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
_LONGEST = 24_000
"""Dots: three metres of paper, more than any slip needs."""

WHITE, BLACK = 1, 0

Measure = Callable[[str], float]
"""Returns how wide some words are, in dots."""


@lru_cache(maxsize=32)
def typeface(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return Be Vietnam Pro at a size in dots."""
    folder = Path(fontpkg_be_vietnam_pro.ROOT) / "files"
    return ImageFont.truetype(str(folder / f"BeVietnamPro-{_FILES[weight]}.ttf"), size)


class Canvas:
    """``width`` in dots; ``y`` is where the next thing begins."""

    def __init__(self, width: int, margin: int) -> None:
        self.image = Image.new("1", (width, _LONGEST), WHITE)
        self._draw = ImageDraw.Draw(self.image)
        self._draw.fontmode = "1"
        self.width = width
        self.margin = margin
        self.y = 0

    @property
    def room(self) -> int:
        """Dots between the margins."""
        return self.width - 2 * self.margin

    def space(self, dots: int) -> None:
        """Leave some paper white."""
        self.y += dots

    def rule(self, *, thick: int = 2) -> None:
        """Draw a line from margin to margin."""
        self._draw.rectangle((self.margin, self.y, self.width - self.margin - 1, self.y + thick - 1), fill=BLACK)
        self.y += thick

    def text(self, words: str, size: int, weight: int = 400, *, centred: bool = False, indent: int = 0) -> None:
        """Write wrapped text, the lines balanced so that no word stands alone."""
        font = typeface(size, weight)
        for line in wrap(words, font, self.room - indent):
            left = (self.width - font.getlength(line)) / 2 if centred else self.margin + indent
            self._draw.text((round(left), self.y + overshoot(font)), line, font=font, fill=BLACK)
            self.y += line_height(font)

    def banner(self, words: str, size: int) -> None:
        """Write white on black from margin to margin."""
        font = typeface(size, 700)
        lines = wrap(words, font, self.room - 32)
        height = len(lines) * line_height(font) + 20
        self._draw.rounded_rectangle(
            (self.margin, self.y, self.width - self.margin - 1, self.y + height - 1), radius=10, fill=BLACK
        )
        self.y += 8
        for line in lines:
            left = round((self.width - font.getlength(line)) / 2)
            self._draw.text((left, self.y + overshoot(font)), line, font=font, fill=WHITE)
            self.y += line_height(font)
        self.y += 12

    def pair(self, label: str, value: str, size: int) -> None:
        """Write a small label and its value below it."""
        self.text(label, round(size * 0.84), 400)
        self.text(value, size, 600)

    def paste(self, picture: Image.Image) -> None:
        """Put a picture in the middle."""
        self.image.paste(picture, ((self.width - picture.width) // 2, self.y))
        self.y += picture.height

    def joined(self, words: Sequence[str], size: int, weight: int = 400, *, centred: bool = False) -> None:
        """Write words on one line with dots between them, or each on its own where they do not fit."""
        line = " · ".join(words)
        for one in [line] if typeface(size, weight).getlength(line) <= self.room else words:
            self.text(one, size, weight, centred=centred)

    def code(self, code: str, size: int, smallest: int) -> None:
        """Write a code as large as ``size`` lets it be, on one line or two, broken at its hyphens.

        One that is too long for that in the ``smallest`` letters is broken wherever it must be.
        """
        while size > smallest and not code_lines(code, typeface(size, 700), self.room):
            size -= 1
        for line in code_lines(code, typeface(size, 700), self.room) or wrap(code, typeface(size, 700), self.room):
            self.text(line, size, 700, centred=True)

    def columns(self, pictures: Sequence[tuple[str, Image.Image]], size: int) -> None:
        """Put pictures with their names side by side; below each other where the paper is too narrow."""
        wide = self.room // len(pictures)
        if any(picture.width > wide for _name, picture in pictures):
            for name, picture in pictures:
                self.paste(picture)
                self.text(name, size, centred=True)
            return
        top = self.y
        tallest = max(picture.height for _name, picture in pictures)
        ends = []
        for place, (name, picture) in enumerate(pictures):
            left = self.margin + wide * place
            self.image.paste(picture, (left + (wide - picture.width) // 2, top + tallest - picture.height))
            self.y = top + tallest
            self._column(name, size, left, wide)
            ends.append(self.y)
        self.y = max(ends)

    def _column(self, words: str, size: int, left: int, wide: int) -> None:
        font = typeface(size, 400)
        for line in wrap(words, font, wide):
            start = left + (wide - font.getlength(line)) / 2
            self._draw.text((round(start), self.y + overshoot(font)), line, font=font, fill=BLACK)
            self.y += line_height(font)

    @contextmanager
    def frame(self, thick: int = 4, padding: int = 12) -> Iterator[None]:
        """Draw a box with round corners, from margin to margin, around what is written inside the ``with``."""
        top = self.y
        self.y += padding
        yield
        self.y += padding
        self._draw.rounded_rectangle(
            (self.margin, top, self.width - self.margin - 1, self.y - 1), radius=10, outline=BLACK, width=thick
        )

    def finish(self) -> Image.Image:
        """Cut the roll where the writing ends."""
        return self.image.crop((0, 0, self.width, self.y))


@lru_cache(maxsize=32)
def overshoot(font: ImageFont.FreeTypeFont) -> int:
    """Return how far the stacked marks of capitals (Ẫ, Ễ, Ỗ) rise above the typeface's own line, in dots."""
    return max(0, -round(font.getbbox("ẰẪỄỖ")[1]))


def line_height(font: ImageFont.FreeTypeFont) -> int:
    """Return the height of a line in dots, with room for stacked marks below a line with descenders."""
    ascent, descent = font.getmetrics()
    return ascent + descent + overshoot(font)


def wrap(words: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """Break text into balanced lines of at most ``room`` dots; a longer word is broken where it must be."""
    measure = cache(font.getlength)  # the search below asks the same again and again
    lines = _fill(words, measure, room)
    if len(lines) == 1:
        return lines
    low, high = room // len(lines), room
    while high - low > 1:
        middle = (low + high) // 2
        if len(_fill(words, measure, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _fill(words, measure, high)


def code_lines(code: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """Break a code at its hyphens into one line or two that fit into ``room`` dots, balanced; none where none do."""
    parts = re.findall(r"[^-]*-|[^-]+", code)
    ways = [[code]] + [["".join(parts[:n]), "".join(parts[n:])] for n in range(1, len(parts))]
    fitting = [lines for lines in ways if all(font.getlength(line) <= room for line in lines)]
    return min(fitting, key=lambda lines: (len(lines), max(map(font.getlength, lines))), default=[])


def _fill(words: str, measure: Measure, room: int) -> list[str]:
    lines = [""]
    for word in (piece for whole in words.split() for piece in _pieces(whole, measure, room)):
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def _pieces(word: str, measure: Measure, room: int) -> list[str]:
    if measure(word) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > room:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces
