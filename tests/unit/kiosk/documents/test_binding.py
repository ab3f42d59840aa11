"""Binding pages: budgets kept, the best that fits, levelled and upright on A4, bytes that tell nothing else."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import cv2
import numpy as np
import numpy.typing as npt
import pikepdf
import pytest
from doubles.made_pages import Recipe, made_page
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.documents import bind, inspect, prepare
from kiosk.documents.choosing import choose
from kiosk.documents.letters import part
from kiosk.documents.pixels import decode
from kiosk.documents.versions import versions
from kiosk.domain.page import Page
from kiosk.domain.page_version import Letters, Picture, Version

A4 = [0, 0, 595.28, 841.89]


@lru_cache(maxsize=16)
def page(recipe: Recipe) -> Page:
    return inspect(made_page(recipe))


STAMPED = Recipe(1, dpi=200, stamp=True, points=10)
PLAIN = Recipe(2, dpi=200, points=11)
PHOTO = Recipe(3, dpi=200, kind="photo", stamp=True)


def bound(pages: list[Page], max_bytes: int = 2_000_000) -> pikepdf.Pdf:
    pdf = bind(pages, max_bytes)
    assert pdf is not None
    assert len(pdf) <= max_bytes
    return pikepdf.open(BytesIO(pdf))


def seen(pages: list[Page], max_bytes: int, dpi: int = 75) -> npt.NDArray[np.uint8]:
    """Return what a reader shows of the first page, rows × columns × RGB."""
    pdf = bind(pages, max_bytes)
    assert pdf is not None
    command = ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", "-"]
    shown = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return np.asarray(Image.open(BytesIO(shown)).convert("RGB"))


def test_what_fits_goes_in_untouched_one_a4_page_a_side() -> None:
    pages = [page(STAMPED), page(PLAIN)]
    with bound(pages) as pdf:
        assert [pikepdf.Array(sheet.MediaBox) for sheet in pdf.pages] == [A4, A4]
        first = pdf.pages[0].Resources.XObject.Ground
        assert first.read_raw_bytes() == pages[0].jpeg


@pytest.mark.parametrize("budget", [400_000, 300_000, 200_000])
def test_a_budget_is_kept(budget: int) -> None:
    bound([page(STAMPED), page(PLAIN), page(PHOTO)], budget).close()


def test_a_budget_that_cannot_be_met_legibly_is_refused() -> None:
    assert bind([page(PHOTO)] * 3, 60_000) is None


def test_pages_must_be_given() -> None:
    with pytest.raises(ValueError, match="no pages"):
        bind([], 1_000_000)


def test_versions_made_beforehand_are_used() -> None:
    early = prepare(made_page(STAMPED), 100_000)
    assert early.versions
    emptied = replace(early, jpeg=early.jpeg[:1000] + bytes(len(early.jpeg) - 1000))
    assert bind([emptied], 150_000) is not None


def test_with_all_versions_made_beforehand_even_a_refusal_needs_no_pixels() -> None:
    early = prepare(made_page(STAMPED), 100_000, whole=True)
    emptied = replace(early, jpeg=b"")
    assert bind([emptied], 9_000) is None
    assert bind([emptied] * 4, 4 * early.versions[-1].size + 4_000) is not None


def test_letters_never_get_fewer_dots_than_small_print_needs() -> None:
    small = page(Recipe(4, dpi=300, points=5, size=(105, 148)))
    for version in versions(small, 0):
        picture = version.letters or version.ground
        assert isinstance(picture, Letters | Picture)
        x_height = small.measures.x_height if small.measures else 0
        assert x_height * picture.width / small.width >= 7.9


def test_a_photograph_is_given_more_than_print() -> None:
    with bound([page(PLAIN), page(PHOTO)], 300_000) as pdf:
        sizes = [sum(len(one.read_raw_bytes()) for one in sheet.Resources.XObject.values()) for sheet in pdf.pages]
    assert sizes[1] > 2 * sizes[0]


@pytest.mark.parametrize("budget", [2_000_000, 200_000, 85_000])
def test_a_stamp_stays_red(budget: int) -> None:
    shown = seen([page(STAMPED)], budget).astype(int)
    red = (shown[..., 0] > 140) & (shown[..., 1] < 120) & (shown[..., 2] < 120)
    assert red.sum() > 300


def test_a_stamp_is_not_among_the_letters() -> None:
    pixels = decode(made_page(replace(STAMPED, dpi=300)).jpeg)
    mask = part(pixels, 300).mask
    blue, _, red = (colour.astype(int)[: len(mask), : mask.shape[1]] for colour in cv2.split(pixels))
    assert (mask > 0).mean() > 0.03
    assert (mask[red - blue > 80] > 0).mean() < 0.01


@pytest.mark.parametrize("budget", [2_000_000, 100_000])
def test_what_lay_askew_and_on_its_head_is_shown_level_and_upright(budget: int) -> None:
    straight, askew = (
        page(Recipe(5, dpi=200, points=12, skew=skew, turned=turned)) for skew, turned in [(0.0, 0), (2.5, 180)]
    )
    one, other = (cv2.GaussianBlur(seen([each], budget), (0, 0), 2).astype(float) for each in (straight, askew))
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] > 0.9


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_the_citizens_turn_goes_into_the_pdf(turn: int) -> None:
    card = replace(page(Recipe(6, dpi=200, size=(90, 60), kind="card", points=7)), turn=turn)
    upright = seen([replace(card, turn=0)], 2_000_000)
    assert np.abs(np.rot90(upright, -turn).astype(int) - seen([card], 2_000_000)).mean() < 12


def test_paper_of_another_size_keeps_it_and_loses_what_lay_around_it() -> None:
    receipt = page(Recipe(7, dpi=200, size=(100, 180), frame=(210, 297), backing=(40, 40, 40), points=8, skew=-3.0))
    with bound([receipt]) as pdf:
        _, _, width, height = (float(side) / 72 * 25.4 for side in pdf.pages[0].MediaBox)
    assert (width, height) == pytest.approx((100, 180), abs=2.5)
    shown = seen([receipt], 2_000_000)
    assert (shown[5:-5, 5:-5].max(axis=2) < 70).mean() < 0.12


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [page(STAMPED), page(PLAIN)]
    assert bind(pages, 200_000) == bind(pages, 200_000)


def test_it_is_for_the_archive_and_nothing_tells_when_or_by_whom() -> None:
    with bound([page(STAMPED)], 100_000) as pdf:
        assert "/Info" not in pdf.trailer
        assert pdf.check_pdf_syntax() == []
        with pdf.open_metadata() as metadata:
            assert dict(metadata) == {"pdfaid:part": "2", "pdfaid:conformance": "B"} or set(metadata) == {
                "{http://www.aiim.org/pdfa/ns/id/}part",
                "{http://www.aiim.org/pdfa/ns/id/}conformance",
            }
        (intent,) = pdf.Root.OutputIntents
        assert len(intent.DestOutputProfile.read_bytes()) > 128


@pytest.mark.parametrize("budget", [2_000_000, 200_000])
def test_it_keeps_the_rules_of_the_archive(budget: int) -> None:
    """ISO 19005-2, as far as they concern what lies in such a file; qpdf has looked at the rest."""
    pdf = bind([page(STAMPED), page(PLAIN)], budget)
    assert pdf is not None
    first, second = pdf.split(b"\n", 2)[:2]
    assert first == b"%PDF-1.7"
    assert second.startswith(b"%")
    assert all(byte > 127 for byte in second[1:5])
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert not opened.is_encrypted
        assert len(opened.trailer.ID) == 2
        assert set(opened.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata"}
        for sheet in opened.pages:
            assert set(sheet.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
            assert set(sheet.Resources.keys()) == {"/XObject"}
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
    assert {str(each.get("/Filter")) for each in streams} <= {"None", "/DCTDecode", "/CCITTFaxDecode", "/FlateDecode"}
    assert {str(each.get("/ColorSpace", "/None")) for each in streams} <= {"/None", "/DeviceRGB", "/DeviceGray"}
    forbidden = {"/SMask", "/Interpolate", "/Alternates", "/OPI", "/F", "/Group", "/PS"}
    assert not any(forbidden & set(each.keys()) for each in streams)


# choosing


def ladder(*sizes: int) -> tuple[Version, ...]:
    return tuple(
        Version(level, (0, 0, 1, 1), Picture(bytes(size), 1, 1, grey=True)) for level, size in enumerate(sizes)
    )


SIZES = st.lists(st.integers(1, 10_000), min_size=1, max_size=6, unique=True).map(
    lambda sizes: sorted(sizes, reverse=True)
)


@given(st.lists(SIZES, min_size=1, max_size=6), st.integers(0, 60_000))
def test_what_is_chosen_fits_and_nothing_could_be_bettered(pages: list[list[int]], budget: int) -> None:
    ladders = [ladder(*sizes) for sizes in pages]
    chosen = choose(ladders, budget)
    least = sum(versions[-1].size for versions in ladders)
    if chosen is None:
        assert least > budget
        return
    total = sum(version.size for version in chosen)
    assert total <= budget
    for version, versions_of_page in zip(chosen, ladders, strict=True):
        if version.level:
            assert total - version.size + versions_of_page[version.level - 1].size > budget


def test_the_worst_page_is_bettered_first() -> None:
    chosen = choose([ladder(9000, 1000, 500), ladder(9000, 8000, 500)], 11_500)
    assert chosen is not None
    assert [version.level for version in chosen] == [1, 1]
