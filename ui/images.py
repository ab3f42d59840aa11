"""Pictures made at run time: scanned pages, the slip, QR codes. They live in memory and die with the view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.domain.page import Page
from kiosk.ports.jobs import Jobs

PROVIDER = "pages"
THUMB_WIDTH = 320
LARGE_WIDTH = 960


class Images(Protocol):
    """Gives an address to what is to be shown, or an empty text while the picture is still being made.

    When a picture is ready the view is shown again, so a derive function just asks each time. QML sets ``cache: false``
    and leaves ``asynchronous`` false: a Python provider on Qt's reader thread deadlocks (ADR 0060).
    """

    def page(self, page: Page, width: int = THUMB_WIDTH) -> str:
        """Return the address of a scanned side, ``width`` pixels wide."""
        ...

    def png(self, png: bytes) -> str:
        """Return the address of a PNG at its own size, such as the slip's preview."""
        ...

    def code(self, text: str) -> str:
        """Return the address of a QR code of this text; an empty text has none."""
        ...


def _decode(page: Page, width: int) -> QImage:
    from ui.drawing import decode_page  # noqa: PLC0415 - loads what the first screen does not wait for

    return decode_page(page.jpeg, width, page.turn)


def _draw(text: str) -> QImage:
    from ui.drawing import draw_code  # noqa: PLC0415 - likewise

    return draw_code(text)


@dataclass(slots=True)
class _Entry:
    number: int
    source: object
    image: QImage | None = None
    wanted: bool = True
    failed: bool = False

    @property
    def address(self) -> str:
        return "" if self.image is None else f"image://{PROVIDER}/{self.number}"


def _spoil(entry: _Entry) -> None:
    """Give a picture up: what is not an image stays without address, and the page shows white."""
    entry.failed = True


class PageImages:
    """Makes pictures in the background and keeps those that the present view has asked for, nothing else."""

    def __init__(self, jobs: Jobs, ready: Callable[[], None]) -> None:
        self._jobs = jobs
        self._ready = ready
        self._entries: dict[tuple[int | str, int], _Entry] = {}
        self._count = 0

    def page(self, page: Page, width: int = THUMB_WIDTH) -> str:
        """Return the address of a scanned side, or an empty text until it is decoded."""
        key = (id(page.jpeg), 4 * width + page.turn)
        return self._address(key, page.jpeg, lambda: _decode(page, width))

    def png(self, png: bytes) -> str:
        """Return the address of a PNG, or an empty text until it is decoded."""
        return self._address((id(png), 0), png, lambda: QImage.fromData(png))

    def code(self, text: str) -> str:
        """Return the address of a QR code, or an empty text until it is drawn."""
        return self._address((text, 0), text, lambda: _draw(text)) if text else ""

    def begin(self) -> None:
        """Forget what was wanted: a new view is about to be derived."""
        for entry in self._entries.values():
            entry.wanted = False

    def sweep(self) -> None:
        """Drop every picture that the view now derived did not ask for."""
        self._entries = {key: entry for key, entry in self._entries.items() if entry.wanted}

    @property
    def busy(self) -> bool:
        """Whether some picture is still being made."""
        return any(entry.image is None and not entry.failed for entry in self._entries.values())

    def image(self, number: int) -> QImage | None:
        """Return a picture by the number in its address; None when it is gone."""
        return next((entry.image for entry in self._entries.values() if entry.number == number), None)

    def __len__(self) -> int:
        """Return how many pictures are held or being made."""
        return len(self._entries)

    def _address(self, key: tuple[int | str, int], source: object, make: Callable[[], QImage]) -> str:
        entry = self._entries.get(key)
        if entry is None:
            self._count += 1
            entry = self._entries[key] = _Entry(self._count, source)
            made = entry
            self._jobs.run(make, lambda image: self._made(key, made, image), lambda _error: _spoil(made))
        entry.wanted = True
        return entry.address

    def _made(self, key: tuple[int | str, int], entry: _Entry, image: QImage) -> None:
        if self._entries.get(key) is entry:
            entry.image = image
            self._ready()


class PictureProvider(QQuickImageProvider):
    """Hands finished pictures to QML on the GUI thread; a picture that is gone is a white dot, not a warning."""

    def __init__(self, images: PageImages) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._images = images

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N802, N803 - Qt's names
        """Answer ``image://pages/<number>``."""
        del requestedSize
        image = self._images.image(int(id))
        if image is None:
            image = QImage(1, 1, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
