"""Brings all commands of the command line together."""

from __future__ import annotations

from kiosk.cli import demo, form, id_card, queue, run, scan, screens, simulate, sync

__all__ = ["demo", "form", "id_card", "queue", "run", "scan", "screens", "simulate", "sync"]
