"""Procedures as dated data: reading, checking and choosing the version in force."""
