"""The slip as a one-bit picture: the content of DOMAIN 2.6, in words that are true to the dossier's state."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw

from drivers.receipt_printer.canvas import Canvas, line_height, overshoot, typeface
from drivers.receipt_printer.codes import code_128, qr_code
from kiosk.domain import slip_words as words
from kiosk.domain.gift import Gift
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language

_FULL_WIDTH = 576

_LARGER = 1.3
"""How much larger all letters of a large slip are."""

_LOOSE = 96
"""How dense the dots across a slip of practice are, of 255."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of the letters and of the white edge, in dots."""

    small: int
    body: int
    head: int
    title: int
    code: int
    margin: int


def sizes_of(width: int, *, large: bool) -> Sizes:
    """Scale the type with the paper, but never below what old eyes can read (24 dots are 3 mm)."""
    share, more = width / _FULL_WIDTH, _LARGER if large else 1
    return Sizes(
        small=round(more * max(24, 26 * share)),
        body=round(more * max(26, 30 * share)),
        head=round(more * max(30, 36 * share)),
        title=round(more * max(32, 44 * share)),
        code=round(more * max(40, 58 * share)),
        margin=max(8, round(20 * share)),
    )


def draw_slip(slip: Slip, width: int) -> Image.Image:
    """Draw the slip ``width`` dots wide, as long as it needs, in mode 1."""
    sizes, language = sizes_of(width, large=slip.large), slip.language
    canvas = Canvas(width, sizes.margin)
    _head(canvas, slip, sizes)
    _code(canvas, slip, sizes)
    _dossier(canvas, slip, sizes)
    _result(canvas, slip, sizes)
    if slip.gift is not None:
        _gift(canvas, slip.gift, language, sizes)
    canvas.space(18)
    canvas.rule(thick=4)
    canvas.space(12)
    canvas.text(words.FOOTER.of(language), sizes.body, 600, centred=True)
    canvas.space(16)
    picture = canvas.finish()
    if slip.practice:
        _write_across(picture, words.PRACTICE.of(language))
    return picture


def _write_across(picture: Image.Image, written: str) -> None:
    """Write aslant over the whole length, in loose dots, so that the slip below can still be read."""
    font = typeface(picture.width // 5, 700)
    word = Image.new("L", (round(font.getlength(written)), line_height(font)))
    ImageDraw.Draw(word).text((0, overshoot(font)), written, _LOOSE, font)
    aslant = word.rotate(24, expand=True)
    grey = Image.new("L", picture.size)
    for top in range(0, picture.height, aslant.height):
        grey.paste(aslant, ((picture.width - aslant.width) // 2, top))
    picture.paste(0, mask=grey.convert("1"))


def _head(canvas: Canvas, slip: Slip, sizes: Sizes) -> None:
    canvas.space(12)
    canvas.text(slip.centre, sizes.small, 500, centred=True)
    canvas.text(slip.commune, sizes.head, 700, centred=True)
    canvas.space(10)
    canvas.rule(thick=4)
    canvas.space(12)
    canvas.text(words.TITLE.vi, sizes.title, 700, centred=True)
    if slip.language is Language.ENGLISH:
        canvas.text(words.TITLE.en, sizes.head, 600, centred=True)
    canvas.space(2)
    canvas.joined((slip.kiosk_id, f"{slip.printed_at:%H:%M}", f"{slip.printed_at:%d/%m/%Y}"), sizes.small, centred=True)
    if again := words.kept_since(slip):
        canvas.text(again, sizes.small, 600, centred=True)
    canvas.space(14)
    canvas.banner(words.state_of(slip).of(slip.language), sizes.head)
    canvas.space(16)


def _code(canvas: Canvas, slip: Slip, sizes: Sizes) -> None:
    language = slip.language
    name, code = words.code_of(slip)
    canvas.text(name.of(language), sizes.body, 400, centred=True)
    canvas.code(code, sizes.code, sizes.body)
    if slip.dossier_code is None:
        canvas.text(words.LATER.of(language), sizes.small, 400, centred=True)
    canvas.space(4)
    canvas.paste(qr_code(slip.lookup_url, canvas.width))
    if secret := words.secret_of(slip):
        canvas.text(secret, sizes.body, 600, centred=True)
    bars = code_128(code, canvas.width, 72)
    if bars is not None:
        canvas.space(14)
        canvas.paste(bars)
    canvas.space(18)
    canvas.rule()
    canvas.space(14)


def _dossier(canvas: Canvas, slip: Slip, sizes: Sizes) -> None:
    language = slip.language
    canvas.text(slip.procedure_name.of(language), sizes.body + 2, 700)
    if language is Language.ENGLISH:
        canvas.text(slip.procedure_name.vi, sizes.small, 400)
    canvas.text(slip.procedure_code, sizes.small, 400)
    if slip.masked_name:
        canvas.space(10)
        canvas.text(words.APPLICANT.of(language), sizes.small, 400)
        canvas.joined((slip.masked_name, slip.masked_id), sizes.body, 600)
    if slip.papers:
        canvas.space(10)
        canvas.text(words.PAPERS.of(language), sizes.small, 400)
        for paper in slip.papers:
            sides = words.SIDES.of(language).format(paper.sides)
            canvas.text(f"– {paper.name.of(language)}: {sides}", sizes.body, 600)
    if slip.bring:
        canvas.space(10)
        canvas.text(words.BRING.of(language), sizes.small, 400)
        for paper_name in slip.bring:
            canvas.text(f"– {paper_name.of(language)}", sizes.body, 600)


def _result(canvas: Canvas, slip: Slip, sizes: Sizes) -> None:
    language = slip.language
    for name, told in ((words.FEE, slip.fee), (words.RESULT, slip.result)):
        if told.vi:
            canvas.space(10)
            canvas.pair(name.of(language), told.of(language), sizes.body)
    if slip.programme is not None:
        canvas.space(10)
        canvas.text(slip.programme.of(language), sizes.body, 700)
    canvas.space(10)
    canvas.text(words.TERM.of(language), sizes.small, 400)
    canvas.space(14)
    canvas.rule()
    canvas.space(12)
    canvas.text(words.HOTLINE.of(language), sizes.small, 400, centred=True)
    canvas.text(slip.hotline, sizes.title, 700, centred=True)
    _addresses(canvas, slip, sizes)


def _addresses(canvas: Canvas, slip: Slip, sizes: Sizes) -> None:
    """Draw what a telephone can open: side by side where there is room."""
    named = [(words.ZALO, slip.zalo_url), (words.RATING, slip.rating_url)]
    codes = [(name.of(slip.language), qr_code(url, canvas.width)) for name, url in named if url]
    if codes:
        canvas.space(12)
        canvas.columns(codes, sizes.small)


def _gift(canvas: Canvas, gift: Gift, language: Language, sizes: Sizes) -> None:
    canvas.space(18)
    with canvas.frame():
        canvas.text(words.GIFT.of(language), sizes.body, 600, centred=True)
        canvas.text(gift.code, sizes.title, 700, centred=True)
        canvas.text(gift.words.of(language), sizes.small, 400, centred=True)
