"""What a tester can do to the line and to the portal while it runs."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType, structs

from offline_queue.portal_simulator.schema import Moment

Count = Annotated[int, Meta(ge=0)]
Rate = Annotated[float, Meta(gt=0)] | None


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an officer has done with a dossier; what is left out is as if nobody had touched it."""

    procedure_name: str | UnsetType = UNSET
    status: Annotated[int, Meta(ge=1, le=10)] | UnsetType = UNSET
    status_at: Moment | UnsetType = UNSET
    due_at: Moment | UnsetType | None = UNSET
    officer_message: str | UnsetType | None = UNSET
    fee_due: Count | UnsetType | None = UNSET
    pickup: str | UnsetType | None = UNSET


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All switches. What counts down says how many more times; 0 is off.

    ``online`` false drops every connection; ``captive`` answers all with a login page; ``bytes_per_second`` slows what
    is received (null: full speed); the next ``fail_times`` requests get ``fail_status``, with ``retry_after`` seconds
    where that is not null; ``break_after`` cuts the line once, after so many more bytes of bodies (null: never);
    ``wrong_receipt`` names another manifest in receipts; the next ``drop_answers`` filings happen, and the line is cut
    before their receipt; ``refuse_tokens`` knows no kiosk any more; ``late_codes`` keeps the dossier codes of what is
    filed now until it is off; ``expire_uploads`` lets all uploads expire, those that begin now too; ``missing`` asks
    for papers of filed dossiers: by dossier code, each row with its reason, until a supplement has brought it.

    ``standings`` says by dossier code what an officer has done; ``results`` which electronic results there are: by
    dossier code, each document id with its title. ``result_fault`` spoils them on the way: another ``byte``, too
    ``short`` or ``long``, ``cut`` in the middle, a ``digest`` of something else, ``packed`` (gzip), another ``type``.
    ``result_bytes_per_second`` slows them; ``result_digests`` are the algorithms of their ``Content-Digest``.
    """

    online: bool = True
    captive: bool = False
    bytes_per_second: Rate = None
    fail_status: Annotated[int, Meta(ge=300, le=599)] = 503
    fail_times: Count = 0
    retry_after: Count | None = None
    break_after: Count | None = None
    wrong_receipt: bool = False
    drop_answers: Count = 0
    refuse_tokens: bool = False
    late_codes: bool = False
    expire_uploads: bool = False
    missing: dict[str, dict[str, str]] = {}
    standings: dict[str, Standing] = {}
    results: dict[str, dict[str, str]] = {}
    result_fault: Literal["byte", "short", "long", "cut", "digest", "packed", "type"] | None = None
    result_bytes_per_second: Rate = None
    result_digests: tuple[Literal["md5", "sha-256", "sha-512"], ...] = ("sha-256",)


class Controls:
    """The switches, shared by all connections."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state = State()

    @property
    def state(self) -> State:
        """The switches as they stand."""
        with self._lock:
            return self._state

    def change(self, changes: Mapping[str, Any]) -> None:
        """Set some switches. Raises ValueError, naming the one that is wrong; then none is changed."""
        with self._lock:
            self._state = msgspec.convert(structs.asdict(self._state) | dict(changes), State, strict=True)

    def take(self, counter: str) -> bool:
        """Use up one of a count; False when it was 0."""
        with self._lock:
            left: int = getattr(self._state, counter)
            if left == 0:
                return False
            self._state = structs.replace(self._state, **{counter: left - 1})
            return True

    def brought(self, dossier_code: str, components: Iterable[str]) -> None:
        """Ask no more for these rows of a dossier."""
        came = set(components)
        with self._lock:
            asked = self._state.missing.get(dossier_code, {})
            left = {name: reason for name, reason in asked.items() if name not in came}
            self._state = structs.replace(self._state, missing={**self._state.missing, dossier_code: left})

    def let_through(self, size: int) -> int:
        """Return how many of ``size`` bytes still pass before the line is cut, and count them."""
        with self._lock:
            left = self._state.break_after
            if left is None:
                return size
            passing = min(size, left)
            self._state = structs.replace(self._state, break_after=left - passing if passing == size else None)
            return passing
