"""Puts the simulated portal together and lets it be disturbed while it runs."""

from __future__ import annotations

import json
import sys
import threading
from collections import defaultdict
from contextlib import AbstractContextManager
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyrage

from offline_queue.portal_simulator.filing import Archive
from offline_queue.portal_simulator.handler import PortalHandler
from offline_queue.portal_simulator.tokens import TokenDesk
from offline_queue.portal_simulator.trouble import Trouble
from offline_queue.portal_simulator.uploads import UploadStore

_LARGEST = 50_000_000


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of errors of our own; a client that went away is this simulator's daily bread."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class PortalSimulator:
    """A portal in ``folder``: ``filed/`` has the unsealed dossiers. Everything but registrations survives a kill.

    The age key is made once and kept in ``folder/identity.txt``; ``recipient`` is what a kiosk seals to. Without a
    registered kiosk no token is asked for. Use as a context manager; ``port`` 0 takes any free port. ``requests``
    counts what was asked so far.
    """

    def __init__(self, folder: Path, port: int = 0, agency: str = "H00.00") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        identity = _identity(folder / "identity.txt")
        self.recipient = str(identity.to_public())
        self.trouble = Trouble()
        self.tokens = TokenDesk()
        self.uploads = UploadStore(folder / "uploads")
        self.archive = Archive(folder / "filed", self.uploads, identity, agency)
        self.largest = _LARGEST
        self.requests = 0
        self.filing_lock = threading.Lock()
        self._upload_locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        handler = type("Handler", (PortalHandler,), {"portal": self})
        self._server = _Server(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        """The address for ``portal.url``."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def register(self, kiosk_id: str, public_key: str) -> None:
        """Accept a kiosk by its Ed25519 public key (PEM); from now on every request needs a token."""
        self.tokens.register(kiosk_id, public_key)

    def change(self, changes: dict[str, Any]) -> None:
        """Change the trouble by field names. Raises KeyError for an unknown one."""
        self.trouble.change(changes)
        if changes.get("expire_uploads"):
            self.uploads.drop_all()

    def set_online(self, online: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Cut or restore the line."""
        self.trouble.online = online

    def report(self) -> dict[str, Any]:
        """Return the trouble and what has been filed."""
        return {**self.trouble.report(), "requests": self.requests, "filed": [path.name for path in self.filed()]}

    def filed(self) -> list[Path]:
        """Return the folders of the filed submissions, oldest first."""
        return self.archive.filed()

    def receipt_of(self, submission_id: str) -> dict[str, Any] | None:
        """Return a receipt; a code that was held back is given now."""
        if "/" in submission_id or submission_id.startswith("."):
            return None
        return (
            self.archive.name(submission_id) if self._is_dossier(submission_id) else self.archive.receipt(submission_id)
        )

    def _is_dossier(self, submission_id: str) -> bool:
        file = self.archive.folder / submission_id / "submission.json"
        return file.exists() and json.loads(file.read_text(encoding="utf-8"))["kind"] == "dossier"

    def lookup(self, code: str, secret: str | None) -> dict[str, Any] | None:
        """Return how a dossier stands, when the code is known and the secret is right."""
        for path in self.filed():
            outside, inside, receipt = (
                json.loads((path / f"{name}.json").read_text(encoding="utf-8"))
                for name in ("submission", "payload", "receipt")
            )
            if code in {outside["reference_code"], receipt["dossier_code"]} and secret == inside["lookup_secret"]:
                return {
                    "code": receipt["dossier_code"],
                    "reference_code": outside["reference_code"],
                    "procedure_name": (outside["procedure"] or {}).get("code", ""),
                    "status": 1,
                    "status_at": receipt["received_at"],
                    "due_at": None,
                    "officer_message": None,
                    "missing": [],
                    "fee_due": None,
                    "results": [],
                    "pickup": None,
                }
        return None

    def upload_lock(self, upload_id: str) -> AbstractContextManager[bool]:
        """Return the lock under which one upload grows."""
        return self._upload_locks[upload_id]


def _identity(file: Path) -> pyrage.x25519.Identity:
    if file.exists():
        return pyrage.x25519.Identity.from_str(file.read_text(encoding="ascii").strip())
    identity = pyrage.x25519.Identity.generate()
    file.write_text(f"{identity}\n", encoding="ascii")
    return identity
