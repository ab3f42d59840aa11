"""Procedures as dated data: reading, checking and choosing the version in force."""

from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.reading import Catalogue, load_catalogue

__all__ = ["Catalogue", "CatalogueError", "load_catalogue"]
