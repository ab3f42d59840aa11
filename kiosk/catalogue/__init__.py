"""Procedures as dated data: reading, checking and choosing the version in force."""

from kiosk.catalogue.reading import Catalogue, CatalogueError, load_catalogue

__all__ = ["Catalogue", "CatalogueError", "load_catalogue"]
