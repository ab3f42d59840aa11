"""File names of attachments as the portal wants them: ``<component>_<n>_<name without diacritics>.pdf``."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100
"""Characters, the ending included (portal contract, Payload.attachments.file_name)."""


def attachment_file_name(component: str, number: int, name: str) -> str:
    """Return the file name of one attachment; ``number`` counts from 1. Pure ASCII letters, digits and underscores."""
    head = f"{_plain(component) or 'row'}_{number}_"
    return f"{head}{_plain(name)[: LONGEST - len(head) - len('.pdf')].rstrip('_')}.pdf"


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[^A-Za-z0-9]+", "_", letters).strip("_")
