"""What goes to the journal."""

from __future__ import annotations

import sys

import structlog


def log_as_json() -> None:
    """One JSON object a line on standard error, for journald."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=lambda *_names: structlog.PrintLogger(sys.stderr),
    )
