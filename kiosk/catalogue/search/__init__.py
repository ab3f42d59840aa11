"""Search as citizens type: without marks, with typos, in raw Telex keys, in everyday words."""

from kiosk.catalogue.search.entry import Hit, SearchEntry
from kiosk.catalogue.search.index import SearchIndex, index_procedures

__all__ = ["Hit", "SearchEntry", "SearchIndex", "index_procedures"]
