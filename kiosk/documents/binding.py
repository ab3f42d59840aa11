"""The PDF of one attachment row: one page a side, levelled and upright, within the row's budget of bytes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pikepdf

from kiosk.documents.archive import archived
from kiosk.documents.choosing import choose
from kiosk.documents.placing import Matrix, place
from kiosk.documents.versions import untouched, versions
from kiosk.domain.page import Page
from kiosk.domain.page_version import Letters, Picture, Version

_AROUND = 3_500
"""Bytes of a PDF without its pages: colour profile, metadata, catalogue."""

_NO_BYTES = 0.0


def bind(pages: Sequence[Page], max_bytes: int) -> bytes | None:
    """Bind pages into a PDF/A-2b of at most ``max_bytes``; the pages' own JPEGs go in untouched when they fit.

    A turned page is turned by the PDF, not by its pixels. Returns None when not even the lowest legible quality fits.
    The bytes depend on the pages alone: no date, no name. Raises ValueError without pages.
    """
    if not pages:
        raise ValueError("no pages to bind")
    budget = max_bytes - _AROUND
    chosen = choose([page.versions or (untouched(page),) for page in pages], budget)
    for wanted in (0.9 * budget / len(pages), _NO_BYTES):
        if chosen is None:
            chosen = choose(_made(pages, wanted), budget)
    return None if chosen is None else _pdf(pages, chosen)


def _made(pages: Sequence[Page], wanted: float) -> list[tuple[Version, ...]]:
    """Return each page's versions down to the wanted size; those that were made before are not made again."""

    def of(page: Page) -> tuple[Version, ...]:
        if page.versions and (page.versions[-1].least or page.versions[-1].size <= wanted):
            return page.versions
        return versions(page, wanted)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(of, pages))


def _pdf(pages: Sequence[Page], chosen: Sequence[Version]) -> bytes:
    with pikepdf.new() as document:
        for page, version in zip(pages, chosen, strict=True):
            _add(document, page, version)
        return archived(document)


def _add(document: pikepdf.Pdf, page: Page, version: Version) -> None:
    placed = place(page, version)
    objects = pikepdf.Dictionary()
    if isinstance(version.ground, Picture):
        objects.Ground = _image(document, version.ground)
        content = _painted("/Ground Do", placed.ground)
    else:
        content = _painted(f"{_paint(version.ground)} 0 0 1 1 re f", placed.ground)
    if version.letters is not None and placed.letters is not None:
        objects.Letters = _image(document, version.letters.ink)
        objects.Letters.Mask = _mask(document, version.letters)
        content += " " + _painted("/Letters Do", placed.letters)
    document.pages.append(
        pikepdf.Page(
            document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Page,
                    MediaBox=[0, 0, round(placed.width, 2), round(placed.height, 2)],
                    Resources=pikepdf.Dictionary(XObject=objects),
                    Contents=document.make_stream(content.encode()),
                )
            )
        )
    )


def _painted(what: str, matrix: Matrix) -> str:
    return f"q {' '.join(f'{number:.4f}' for number in matrix)} cm {what} Q"


def _paint(colour: tuple[int, int, int]) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour) + " rg"


def _image(document: pikepdf.Pdf, picture: Picture) -> pikepdf.Stream:
    return document.make_stream(
        picture.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceGray if picture.grey else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )


def _mask(document: pikepdf.Pdf, letters: Letters) -> pikepdf.Stream:
    return document.make_stream(
        letters.mask,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=letters.width,
        Height=letters.height,
        ImageMask=True,
        BitsPerComponent=1,
        Filter=pikepdf.Name.CCITTFaxDecode,
        DecodeParms=pikepdf.Dictionary(K=-1, Columns=letters.width, Rows=letters.height),
    )
