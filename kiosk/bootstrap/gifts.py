"""The vouchers as the settings name them."""

from __future__ import annotations

from pathlib import Path

from config.settings import Settings
from drivers.gift_shelf import GiftFileError, GiftShelf
from kiosk.bootstrap.clock import local_day
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.text import Text

_BOOK = "gifts.log"


def gift_shelf(settings: Settings) -> GiftShelf | None:
    """Return the vouchers, None where there are none. Raises CannotStartError for a file that cannot be used."""
    gifts = settings.gifts
    if not gifts.codes_file:
        return None
    book = Path(settings.paths.data_dir) / _BOOK
    try:
        return GiftShelf(Path(gifts.codes_file), book, Text(gifts.words_vi, gifts.words_en), local_day)
    except GiftFileError as error:
        raise CannotStartError(f"[gifts] codes_file = {error}") from error
