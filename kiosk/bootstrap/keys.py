"""What this kiosk seals to at this moment, and why it can seal to nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import structlog

import config
from config.settings import Settings
from kiosk.bootstrap.clock import local_day
from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.recipients import recipients_in_service
from kiosk.catalogue.store import CatalogueStore
from kiosk.domain.recipient import Recipient, valid_on
from kiosk.domain.text import Text
from offline_queue.errors import SealingError
from offline_queue.sealing import Sealer

_SOON = timedelta(days=30)

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class KeyTrouble:
    """Why nothing can be sealed: ``code`` and ``words`` for the screen, ``message`` with the mend for the operator."""

    code: str
    words: Text
    message: str


@dataclass(frozen=True, slots=True)
class KeyState:
    """The ``keys`` of this moment, none when there is ``trouble``, and the ``recipients`` that the catalogue names.

    ``fixed`` says that the keys are those of the settings, which go before the catalogue's.
    """

    keys: tuple[str, ...]
    trouble: KeyTrouble | None
    recipients: tuple[Recipient, ...]
    fixed: bool

    def notices(self, today: date) -> list[str]:
        """Return what an operator should see to."""
        if self.trouble is not None:
            return [self.trouble.message]
        if self.fixed:
            return [_GOES_BEFORE] if self.recipients else []
        last = max(one.valid_until for one in self.recipients if not one.communes)
        if last - today > _SOON:
            return []
        return [f"The last key to seal to is valid until {last}; publish a catalogue with its successor before."]


class SealingKeys:
    """Asked anew for each seal, so that a key that comes or goes holds at once. Thread-safe; never raises.

    ``told`` is given the first state and each that is another.

    The settings go before the catalogue: a test bench must never seal to real keys, and a kiosk is tried out before it
    has its first catalogue.
    """

    def __init__(
        self,
        settings: Settings,
        told: Callable[[KeyState], None] = lambda _state: None,
        today: Callable[[], date] = local_day,
    ) -> None:
        paths = settings.paths
        self._fixed = settings.portal.recipients
        self._commune = settings.place.commune_code
        self._store = CatalogueStore(Path(paths.data_dir) / "catalogue")
        self._default = Path(paths.catalogue_dir or Path(config.__file__).parent)
        self._told = told
        self._today = today
        self._lock = threading.Lock()
        self._read: tuple[str, tuple[Recipient, ...]] | None = None
        self._tried: tuple[tuple[str, ...], str] | None = None
        self._before: KeyState | None = None

    def __call__(self) -> tuple[str, ...]:
        """Return the keys of this moment."""
        return self.state().keys

    def state(self) -> KeyState:
        """Return the keys, or what is wrong with them."""
        with self._lock:
            state, before = self._judge(), self._before
            if before is None or (state.keys, state.trouble) != (before.keys, before.trouble):
                self._before = state
                self._told(state)
            return state

    def _judge(self) -> KeyState:
        try:
            recipients = self._recipients()
        except (CatalogueError, OSError) as error:
            recipients, unreadable = (), str(error)
        else:
            unreadable = ""
        fixed = bool(self._fixed)
        keys = self._fixed or tuple(one.key for one in valid_on(self._today(), recipients, self._commune))
        trouble = self._trouble(keys, recipients, "" if fixed else unreadable)
        return KeyState(() if trouble else keys, trouble, recipients, fixed)

    def _recipients(self) -> tuple[Recipient, ...]:
        """Read the file once for each version of the catalogue."""
        version = self._store.current
        if self._read is None or self._read[0] != version:
            self._read = (version, recipients_in_service(self._store, self._default))
        return self._read[1]

    def _trouble(self, keys: tuple[str, ...], recipients: tuple[Recipient, ...], unreadable: str) -> KeyTrouble | None:
        if unreadable:
            return _unusable(unreadable)
        if not keys:
            return _none_valid(self._today(), recipients) if recipients else _NO_KEY
        if self._tried is None or self._tried[0] != keys:
            self._tried = (keys, _fault_of(keys))
        return _unusable(self._tried[1]) if self._tried[1] else None


def _fault_of(keys: tuple[str, ...]) -> str:
    """Try the keys out; returns what is wrong with them, empty when all is well."""
    try:
        Sealer(keys).seal(b"")
    except SealingError as error:
        return str(error)
    return ""


def log_keys(state: KeyState) -> None:
    """Tell the log what is sealed to, or why nothing can be."""
    if state.trouble is None:
        _log.info("sealing", keys=state.keys, source="settings" if state.fixed else "catalogue")
    else:
        _log.error("no sealing", code=state.trouble.code, reason=state.trouble.message)


_GOES_BEFORE = (
    "[portal] recipients goes before the keys of the signed catalogue, and this kiosk does not follow their rotation:"
    " take it out of the settings"
)

_NO_KEY = KeyTrouble(
    "K1",
    Text(
        "Máy chưa được cài khóa niêm phong nên chưa nhận hồ sơ (mã K1). Ông/Bà làm ở quầy giúp.",
        "The machine has no sealing key yet and takes no dossiers (code K1). Please go to the desk.",
    ),
    "There is no key to seal to, and no dossier is taken: publish a catalogue with recipients.toml, or for a first"
    " set-up write the portal's age public key into [portal] recipients",
)


def _none_valid(today: date, recipients: tuple[Recipient, ...]) -> KeyTrouble:
    known = ", ".join(f"{one.name}: {one.valid_from} to {one.valid_until}" for one in recipients if not one.communes)
    return KeyTrouble(
        "K2",
        Text(
            "Khóa niêm phong của máy không còn hiệu lực nên chưa nhận hồ sơ (mã K2). Ông/Bà làm ở quầy giúp.",
            "The machine's sealing key is not in force and it takes no dossiers (code K2). Please go to the desk.",
        ),
        f"No key of the portal's is valid on {today} ({known or 'the catalogue names none'}), and no dossier is taken:"
        " see that this day is right, then publish a catalogue with a valid key in recipients.toml",
    )


def _unusable(reason: str) -> KeyTrouble:
    return KeyTrouble(
        "K3",
        Text(
            "Khóa niêm phong của máy bị lỗi nên chưa nhận hồ sơ (mã K3). Ông/Bà làm ở quầy giúp.",
            "The machine's sealing key cannot be used and it takes no dossiers (code K3). Please go to the desk.",
        ),
        f"A key to seal to cannot be used, and no dossier is taken: {reason}; correct [portal] recipients or publish"
        " the catalogue anew",
    )
