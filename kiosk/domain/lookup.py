"""What a slip leads to: the address behind its QR, and the code and short secret that people bring back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.reference_code import ReferenceCode

_AND_SECRET = "&bm="  # noqa: S105 - the name of a field
_CODE = re.compile(r"(?=.*\d)[A-Z0-9](?:[A-Z0-9./-]{4,38})[A-Z0-9]", re.ASCII)
_SECRET = re.compile(r"[A-Z0-9]{0,12}", re.ASCII)
_OURS = "APS"


@dataclass(frozen=True, slots=True)
class SlipCode:
    """``code`` is the portal's dossier code or the kiosk's reference code; ``secret`` is empty if unknown."""

    code: str
    secret: str = ""


NO_SLIP = SlipCode("")


def lookup_address(url: str, code: str, secret: str = "") -> str:
    """Return the ASCII address of the page where a dossier is looked up; without the secret where it is not known."""
    address = f"{url}?ma={code}"
    return f"{address}{_AND_SECRET}{secret}" if secret else address


def slip_at(url: str, text: str) -> SlipCode | None:
    """Return what such an address leads to, None for any other text, and for what cannot be on a slip."""
    begin = f"{url}?ma="
    if not text.startswith(begin):
        return None
    told, _, secret = text[len(begin) :].partition(_AND_SECRET)
    code, secret = typed_code(told.partition("&")[0]), secret.partition("&")[0]
    return SlipCode(code, secret) if code is not None and _SECRET.fullmatch(secret) else None


def slip_of_bars(text: str) -> SlipCode | None:
    """Return the slip whose code its bars tell, None for those of other things: all codes of slips have dashes."""
    code = typed_code(text) if "-" in text else None
    return None if code is None else SlipCode(code)


def is_ours(code: str) -> bool:
    """Say whether a code was made by a kiosk."""
    return code.startswith(f"{_OURS}-")


def slip_in(url: str, code: bytes) -> SlipCode | None:
    """Return what a code that was read off paper leads to, None for one that is no slip's."""
    return slip_at(url, code.decode("utf-8", "replace"))


def typed_code(text: str) -> str | None:
    """Return a code as it is written on slips, None where it was not read off well.

    Codes of this program have a check character, so that a slip of the finger is noticed; they may come without dashes.
    """
    plain = "".join(text.split()).upper()
    if plain.startswith(_OURS):
        try:
            return str(ReferenceCode.typed(plain))
        except ValueError:
            return None
    return plain if _CODE.fullmatch(plain) else None
