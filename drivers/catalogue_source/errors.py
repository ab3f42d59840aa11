"""What keeps a catalogue from being published."""

from __future__ import annotations


class PublishError(Exception):
    """The repository cannot be built or extended; the message names the place and the mend."""
