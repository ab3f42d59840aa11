"""Queue and printer as numbers for a monitoring system: text files for node_exporter, nothing in it about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, write_to_textfile

from kiosk.domain.slip import PrintFault
from offline_queue.self_check import CheckResult


@dataclass(frozen=True, slots=True)
class Depth:
    """How much waits or was set aside, since when the oldest waits, how the line is, and whether there is an alarm."""

    waiting: int
    set_aside: int
    oldest: datetime | None
    online: bool
    last_contact: datetime | None
    alarm: bool


def write_metrics(file: Path, depth: Depth, free: int, check: CheckResult | None, now: datetime) -> None:
    """Write the file whole or not at all. ``free`` is in bytes, ``check`` the last self-check. Raises OSError."""
    registry = CollectorRegistry()

    def gauge(name: str, words: str, value: float) -> None:
        Gauge(f"aps_kiosk_{name}", words, registry=registry).set(value)

    gauge("queue_waiting", "Submissions that the portal does not have yet.", depth.waiting)
    gauge("queue_set_aside", "Submissions that the portal refused, or that are damaged.", depth.set_aside)
    waited = 0.0 if depth.oldest is None else max(0.0, (now - depth.oldest).total_seconds())
    gauge("queue_oldest_seconds", "For how long the oldest of them has waited; 0 when none waits.", waited)
    gauge("disk_free_bytes", "Room on the disk of the queue.", free)
    gauge("line_up", "1 when the portal answered last, else 0.", depth.online)
    contact = 0.0 if depth.last_contact is None else depth.last_contact.timestamp()
    gauge("last_contact_timestamp_seconds", "When the portal answered last; 0 for never.", contact)
    gauge("alarm", "1 when the portal does not accept this kiosk, or cannot prove to be the portal.", depth.alarm)
    checked = 0.0 if check is None else check.at.timestamp()
    gauge("self_check_timestamp_seconds", "When the queue verified itself last; 0 for never.", checked)
    gauge("queue_damaged", "Things that the last self-check found damaged or lost.", len(check.damage) if check else 0)
    write_to_textfile(str(file), registry)


def write_printer_metrics(file: Path, fault: PrintFault | None) -> None:
    """Write how the receipt printer stands, None for ready, whole or not at all. Raises OSError."""
    registry = CollectorRegistry()
    ready = Gauge("aps_kiosk_receipt_printer_ready", "1 when slips come out, else 0.", registry=registry)
    ready.set(fault is None)
    why = Gauge(
        "aps_kiosk_receipt_printer_fault", "1 for what keeps slips from coming out.", ["fault"], registry=registry
    )
    for one in PrintFault:
        why.labels(one.value).set(one is fault)
    write_to_textfile(str(file), registry)
