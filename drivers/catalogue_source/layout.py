"""What publisher and kiosk agree on: names in the repository, and how large its files may be."""

from __future__ import annotations

TARGET = "catalogue.tar"
"""The one target of the repository."""

METADATA = "metadata"
TARGETS = "targets"

MAX_METADATA_BYTES = 64_000
MAX_BUNDLE_BYTES = 64_000_000
