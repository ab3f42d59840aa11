"""The slip on A4, for those who cannot read the roll, or when there is no roll left: the same content and words."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import KeepTogether

from kiosk.documents.a4 import WIDTH, QrCode, make_pdf
from kiosk.documents.sheets.parts import banner, code_line, fact, gap, head_of_sheet, line, row, rule, whom_to_ask
from kiosk.domain import slip_words as words
from kiosk.domain.slip import Slip
from kiosk.domain.text import Language, Text


def draw_slip_sheet(slip: Slip) -> bytes:
    """Return the slip as a PDF of one page, of more where many papers were sent."""
    language = slip.language
    when = f"{slip.kiosk_id}\n{slip.printed_at:%H:%M · %d/%m/%Y}"
    story: list[Any] = [*head_of_sheet(slip.centre, slip.commune, when), line(words.TITLE.vi, "title")]
    if language is Language.ENGLISH:
        story.append(line(words.TITLE.en, "bold"))
    if again := words.kept_since(slip):
        story.append(line(again, "small"))
    story += [gap(1), banner(words.state_of(slip).of(language)), gap(2), _code(slip), rule()]
    story.append(line(f"{slip.procedure_name.of(language)} ({slip.procedure_code})", "bold"))
    if language is Language.ENGLISH:
        story.append(line(slip.procedure_name.vi, "small"))
    story += [gap(1), *_facts(slip)]
    if slip.programme is not None:
        story += [gap(1), line(slip.programme.of(language), "bold")]
    story += [gap(1), line(words.TERM.of(language), "small"), rule()]
    return make_pdf([*story, KeepTogether(_end(slip))], words.TITLE.of(language))


def _code(slip: Slip) -> Any:
    language = slip.language
    name, code = words.code_of(slip)
    told = [line(name.of(language)), code_line(code, 0.7 * WIDTH)]
    if slip.dossier_code is None:
        told.append(line(words.LATER.of(language), "small"))
    told += [gap(2), line(words.secret_of(slip), "bold")]
    return row([told, QrCode(slip.lookup_url, 0.26 * WIDTH)], (0.74, 0.26), middle=True)


def _facts(slip: Slip) -> list[Any]:
    language = slip.language
    sent = [f"– {one.name.of(language)}: {words.SIDES.of(language).format(one.sides)}" for one in slip.papers]
    facts: list[tuple[Text, list[str]]] = [
        (words.APPLICANT, [f"{slip.masked_name} · {slip.masked_id}" if slip.masked_name else ""]),
        (words.PAPERS, sent),
        (words.BRING, [f"– {name.of(language)}" for name in slip.bring]),
        (words.FEE, [slip.fee.of(language)]),
        (words.RESULT, [slip.result.of(language)]),
        (words.GIFT, [] if slip.gift is None else [f"{slip.gift.code} – {slip.gift.words.of(language)}"]),
    ]
    return [part for name, lines in facts for part in fact(name.of(language), lines)]


def _end(slip: Slip) -> list[Any]:
    language = slip.language
    named = [(words.ZALO, slip.zalo_url), (words.RATING, slip.rating_url)]
    codes = [(name.of(language), url) for name, url in named if url]
    return [
        whom_to_ask(words.HOTLINE.of(language), slip.hotline, codes),
        rule(),
        line(words.FOOTER.of(language), "foot"),
    ]
