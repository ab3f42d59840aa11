"""Frozen values that every other part speaks in. No Qt, no devices, no files, no network."""
