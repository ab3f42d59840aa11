"""Page images: what is wrong with a page, the PDF of an attachment row within its budget, the ID card's payload."""

from kiosk.documents.binding import bind
from kiosk.documents.duplicates import mark_duplicates, shows_again
from kiosk.documents.id_card import CardsFound, find_card, is_id_card, parse_id_card, parse_typed_card
from kiosk.documents.inspection import inspect
from kiosk.documents.naming import attachment_file_name
from kiosk.documents.preparing import prepare
from kiosk.documents.reading import UnreadableImageError, picture_bytes, read_page

__all__ = [
    "CardsFound",
    "UnreadableImageError",
    "attachment_file_name",
    "bind",
    "find_card",
    "inspect",
    "is_id_card",
    "mark_duplicates",
    "parse_id_card",
    "parse_typed_card",
    "picture_bytes",
    "prepare",
    "read_page",
    "shows_again",
]
