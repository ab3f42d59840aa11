"""The ASCII address behind a slip's QR: the page where a dossier is looked up, its code, and its short secret."""

from __future__ import annotations


def lookup_address(url: str, code: str, secret: str = "") -> str:
    """Return the address; without the secret where that is not known any more."""
    address = f"{url}?ma={code}"
    return f"{address}&bm={secret}" if secret else address


def code_on_slip(url: str, text: str) -> str:
    """Return the code that such an address leads to, without its secret; empty for any other text."""
    begin = f"{url}?ma="
    return text[len(begin) :].partition("&")[0] if text.startswith(begin) else ""
