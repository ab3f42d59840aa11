"""The guide of a procedure to take home: each paper with a box to tick, the money, the time, where, whom to ask."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import KeepTogether

from kiosk.documents.a4 import balanced, make_pdf
from kiosk.documents.sheets.parts import TickBox, fact, gap, head_of_sheet, line, row, rule, styles, whom_to_ask
from kiosk.domain import slip_words
from kiosk.domain.guide import fee_words, need_of, plain_of, where_done
from kiosk.domain.place import Place
from kiosk.domain.procedure import AttachmentRow, Procedure
from kiosk.domain.text import Language, Text

_PAPERS = Text("Giấy tờ cần có", "Papers you need")
_NONE = Text("Không cần giấy tờ gì thêm.", "No further papers are needed.")
_MONEY = Text("Lệ phí", "Fee")
_TIME = Text("Thời gian làm", "How long it takes")
_WHERE = Text("Làm ở đâu", "Where it is done")
_IN_PERSON = Text("Phải tới tận nơi", "You must come in person", "Phải đến tận nơi")
_NOTES = Text("Nên biết", "Good to know")
_ONLINE = Text("Làm trên mạng", "Do it online")
_GUIDE = Text("Tờ hướng dẫn, không phải giấy tờ chính thức.", "A guide, not an official document.")


def draw_guide_sheet(procedure: Procedure, place: Place, language: Language = Language.VIETNAMESE) -> bytes:
    """Return the guide as a PDF, of one page for most procedures."""
    name, plain = procedure.name.of(language), procedure.plain.of(language)
    aside = f"{procedure.code}\n{procedure.effective_from:%d/%m/%Y}"
    story: list[Any] = [
        *head_of_sheet(place.centre.of(language), place.commune.of(language), aside),
        balanced(name, styles()["title"]),
    ]
    if plain != name:
        story.append(line(plain))
    story += [line(_PAPERS.of(language), "head"), gap(1)]
    story += [_paper(one, language) for one in procedure.rows] or [line(_NONE.of(language))]
    story += [gap(1), rule(), *_facts(procedure, place, language)]
    for head, texts in ((_IN_PERSON, procedure.in_person), (_NOTES, procedure.notes)):
        if texts:
            first, *others = [line(f"– {text.of(language)}") for text in texts]
            story += [KeepTogether([line(head.of(language), "head"), first]), *others]
    return make_pdf([*story, KeepTogether(_end(procedure, place, language))], name, _GUIDE.of(language))


def _paper(paper: AttachmentRow, language: Language) -> Any:
    told = [line(paper.name.of(language), "bold")]
    if plain := plain_of(paper).of(language):
        told.append(line(plain))
    told += [line(need_of(paper).of(language), "small"), gap(2.5)]
    return row([[gap(1.2), TickBox()], told], (1, 14))


def _facts(procedure: Procedure, place: Place, language: Language) -> list[Any]:
    money, note = fee_words(procedure.fee)
    facts = (
        (_MONEY, [money, note]),
        (_TIME, [procedure.time_limit]),
        (_WHERE, [where_done(procedure, place)]),
    )
    return [part for name, texts in facts for part in fact(name.of(language), [one.of(language) for one in texts])]


def _end(procedure: Procedure, place: Place, language: Language) -> list[Any]:
    online = "" if procedure.handoff is None else procedure.handoff.url
    named = [(_ONLINE, online), (slip_words.ZALO, place.zalo_url or "")]
    codes = [(name.of(language), url) for name, url in named if url]
    return [rule(), whom_to_ask(slip_words.HOTLINE.of(language), place.hotline, codes)]
