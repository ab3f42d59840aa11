"""The command that plays a WAV file from its standard input; voice and sounds share it."""

from __future__ import annotations


def player_command(device: str) -> tuple[str, ...]:
    """Return the ALSA player for a device by its ALSA name; empty: the system's default, PipeWire's where it runs."""
    return ("aplay", "--quiet", *(("--device", device) if device else ()))
