"""Reading a TOML file of a known shape."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.catalogue.errors import CatalogueError

Shape = TypeVar("Shape")


def convert(file: Path, shape: type[Shape]) -> Shape:
    """Read a TOML file of a known shape. Raises CatalogueError that names file, place and mend."""
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), shape)
    except OSError as error:
        raise CatalogueError(f"{file}: cannot be read ({error.strerror}); give a readable file") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{file}: {error}; correct the TOML there") from error
    except msgspec.ValidationError as error:
        raise CatalogueError(f"{file}: {error}; see docs/catalogue.md for the keys") from error
