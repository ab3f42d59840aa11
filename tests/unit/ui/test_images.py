"""Pictures are made in the background, and nothing of the last citizen stays."""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image

from kiosk.domain.page import Page, Side
from ui.drawing import decode_page, draw_code
from ui.images import PageImages
from ui.samples.paper import draw_page


class HeldJobs:
    """Runs work only when told to, on this thread."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable, done: Callable, failed: Callable) -> None:
        def job() -> None:
            try:
                result = work()
            except OSError as error:
                failed(error)
            else:
                done(result)

        self.waiting.append(job)

    def finish(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def _page(jpeg: bytes) -> Page:
    return Page(jpeg, 826, 1169, 100, 1, Side.FRONT)


def test_a_page_has_no_address_until_its_picture_is_made_and_then_it_is_told() -> None:
    told: list[str] = []
    jobs = HeldJobs()
    images = PageImages(jobs, lambda: told.append("ready"))
    page = _page(draw_page("GIẤY", 3))
    assert images.page(page) == ""
    assert images.busy
    jobs.finish()
    assert told == ["ready"]
    assert images.page(page).startswith("image://pages/")
    assert not images.busy


def test_the_same_page_keeps_its_address_and_another_gets_its_own() -> None:
    jobs = HeldJobs()
    images = PageImages(jobs, lambda: None)
    one, two = _page(draw_page("MỘT", 1)), _page(draw_page("HAI", 2))
    images.page(one), images.page(two)
    jobs.finish()
    assert images.page(one) == images.page(one)
    assert images.page(one) != images.page(two)


def test_what_a_new_view_does_not_ask_for_is_dropped() -> None:
    jobs = HeldJobs()
    images = PageImages(jobs, lambda: None)
    page = _page(draw_page("GIẤY", 3))
    images.page(page)
    jobs.finish()
    number = int(images.page(page).rsplit("/", 1)[1])
    assert images.image(number) is not None
    images.begin()
    images.sweep()
    assert len(images) == 0
    assert images.image(number) is None


def test_a_picture_that_is_ready_too_late_is_dropped() -> None:
    told: list[str] = []
    jobs = HeldJobs()
    images = PageImages(jobs, lambda: told.append("ready"))
    images.page(_page(draw_page("GIẤY", 3)))
    images.begin()
    images.sweep()
    jobs.finish()
    assert told == []
    assert len(images) == 0


def test_a_broken_page_stays_without_picture() -> None:
    jobs = HeldJobs()
    images = PageImages(jobs, lambda: None)
    page = _page(b"not a picture")
    images.page(page)
    jobs.finish()
    assert images.page(page) == ""
    assert not images.busy


def test_a_page_is_decoded_small_and_keeps_its_shape() -> None:
    image = decode_page(draw_page("GIẤY", 3), 320)
    assert (image.width(), image.height()) == (320, 453)


def test_a_page_is_turned_clockwise_and_is_as_wide_as_any_other() -> None:
    red_top = Image.new("RGB", (200, 300), "white")
    red_top.paste((255, 0, 0), (0, 0, 200, 40))
    out = io.BytesIO()
    red_top.save(out, "JPEG")
    quarter = decode_page(out.getvalue(), 90, turn=1)
    assert (quarter.width(), quarter.height()) == (90, 60)
    assert quarter.pixelColor(85, 30).green() < 100  # what was above is on the right
    assert decode_page(out.getvalue(), 90, turn=2).pixelColor(45, 130).green() < 100
    assert decode_page(out.getvalue(), 90, turn=3).pixelColor(5, 30).green() < 100


def test_a_code_can_be_read_back() -> None:
    import zxingcpp  # noqa: PLC0415 - only this test needs a reader

    image = draw_code("tel:02773800800").scaledToWidth(400)
    out = io.BytesIO()
    pixels = bytes(image.convertToFormat(image.Format.Format_RGB888).constBits())
    line = image.convertToFormat(image.Format.Format_RGB888).bytesPerLine()
    Image.frombuffer("RGB", (400, image.height()), pixels, "raw", "RGB", line).save(out, "PNG")
    found = zxingcpp.read_barcodes(Image.open(out))
    assert [code.text for code in found] == ["tel:02773800800"]
