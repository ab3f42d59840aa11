"""One update: look, open, check, switch; whatever goes wrong, the catalogue in service stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import assert_never

from kiosk.catalogue.acceptance import acceptable
from kiosk.catalogue.bundle import BundleError, digest, unpack
from kiosk.catalogue.report import Report, read_report, write_report
from kiosk.catalogue.store import CatalogueStore, StoreBusyError
from kiosk.domain.catalogue_update import (
    AlreadyCurrent,
    Bundle,
    Expired,
    Failed,
    NothingNew,
    Outcome,
    Refusal,
    Refused,
    Unreachable,
    Updated,
)
from kiosk.forms.form import Today
from kiosk.ports.catalogue_source import CatalogueSource

STAYS = "The catalogue in service stays."

_TELL_PUBLISHER = "Tell the publisher; the next update tries again."
_MENDS: Mapping[Refusal, str] = {
    Refusal.BAD_SIGNATURE: "Check [catalogue] url and root; if they are right, warn the publisher of tampering.",
    Refusal.ROLLBACK: "Tell the publisher: the host gives older files than before, or its repository was begun anew.",
    Refusal.WRONG_DIGEST: "The next update tries again; if it fails as well, tell the publisher to upload anew.",
    Refusal.TOO_LARGE: _TELL_PUBLISHER,
    Refusal.UNREADABLE: "Check [catalogue] url; if it is right, tell the publisher to upload anew.",
    Refusal.BROKEN_BUNDLE: _TELL_PUBLISHER,
    Refusal.CHECK_FAILED: "Tell the publisher what is wrong, or bring this kiosk's program up to date.",
}


def update(source: CatalogueSource, store: CatalogueStore, today: Today, now: Callable[[], datetime]) -> Outcome:
    """Bring the newest published catalogue into service; how it ended is kept for ``catalogue status``."""
    try:
        with store.alone():
            before = read_report(store.folder)
            confirmed_until = before.confirmed_until if before else None
            try:
                outcome, confirmed_until = _update(source, store, today, confirmed_until)
            except OSError as error:
                outcome = _failed(error)
            with suppress(OSError):  # a full disk: the outcome itself is more than its record
                write_report(store.folder, _report(outcome, now(), confirmed_until))
            return outcome
    except StoreBusyError as error:
        return Failed(f"{error}. {STAYS} Wait until that has ended.")
    except OSError as error:
        return _failed(error)


def _update(
    source: CatalogueSource, store: CatalogueStore, today: Today, confirmed_until: datetime | None
) -> tuple[Outcome, datetime | None]:
    has = store.current
    found = source.look(has if store.is_whole(has) else "")
    match found:
        case NothingNew():
            return AlreadyCurrent(has), found.confirmed_until
        case Bundle():
            return _install(found.data, store, today), found.confirmed_until
        case Unreachable(message):
            mend = "Check the line and [catalogue] url; the next update tries again."
            return Unreachable(f"{message}. {STAYS} {mend}"), confirmed_until
        case Expired(message):
            mend = "The publisher must run 'aps-kiosk catalogue publish --refresh'; check this kiosk's clock as well."
            return Expired(f"{message}. {STAYS} {mend}"), confirmed_until
        case Refused(reason, message):
            return _refused(reason, message), confirmed_until
        case _:
            assert_never(found)


def _install(bundle: bytes, store: CatalogueStore, today: Today) -> Outcome:
    try:
        files = unpack(bundle)
    except BundleError as error:
        return _refused(Refusal.BROKEN_BUNDLE, str(error))
    staged = store.stage(files)
    faults = acceptable(staged, today)
    if faults:
        store.drop_staged()
        return _refused(Refusal.CHECK_FAILED, "; ".join(faults).replace(f"{staged}/", ""))
    version = digest(bundle)
    store.adopt(version)
    return Updated(version)


def _refused(reason: Refusal, message: str) -> Refused:
    return Refused(reason, f"{message}. {STAYS} {_MENDS[reason]}")


def _failed(error: OSError) -> Failed:
    place = f"{error.filename}: " if error.filename else ""
    return Failed(f"{place}{error.strerror or error}. {STAYS} Give this user the folder, and room on the disk.")


def _report(outcome: Outcome, at: datetime, confirmed_until: datetime | None) -> Report:
    match outcome:
        case Updated(version):
            return Report(at, "updated", "", f"version {version} is in service", confirmed_until)
        case AlreadyCurrent(version):
            return Report(at, "current", "", f"version {version} is the newest", confirmed_until)
        case Unreachable(message):
            return Report(at, "unreachable", "", message, confirmed_until)
        case Expired(message):
            return Report(at, "expired", "", message, confirmed_until)
        case Refused(reason, message):
            return Report(at, "refused", reason.value, message, confirmed_until)
        case Failed(message):
            return Report(at, "failed", "", message, confirmed_until)
        case _:
            assert_never(outcome)
