"""The option ``--size`` of everything that opens a window."""

from __future__ import annotations

_LARGEST_SIDE = 8192


def parse_size(written: str) -> tuple[int, int]:
    """Read ``1080x1920``. Raises ValueError for anything else."""
    width, height = (int(part) for part in written.lower().replace("×", "x").split("x"))
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise ValueError(written)
    return width, height
