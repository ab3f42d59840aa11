"""What keeps a part from being put together."""

from __future__ import annotations


class CannotStartError(Exception):
    """A part cannot be put together; the message names the place and the mend."""
