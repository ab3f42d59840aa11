"""A slip drawn once, for the paper and for the screen."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable

from PIL import Image

from drivers.receipt_printer.slip_raster import draw_slip
from kiosk.domain.slip import Slip


class Drawn:
    """A slip and its picture."""

    def __init__(self, slip: Slip, width: int) -> None:
        self.slip = slip
        self.picture: Image.Image = draw_slip(slip, width)


class Drawing:
    """Draws slips ``width`` dots wide. Whoever asks keeps the answer as long as he needs it: nobody else does."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._last: Callable[[], Drawn | None] = lambda: None
        self._one_at_a_time = threading.Lock()

    def of(self, slip: Slip) -> Drawn:
        """Return the slip drawn, by another who has just asked for the same one, or now."""
        with self._one_at_a_time:
            last = self._last()
            if last is None or last.slip != slip:
                last = Drawn(slip, self._width)
                self._last = weakref.ref(last)
            return last
