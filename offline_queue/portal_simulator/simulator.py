"""The portal simulator as a part: start it, point a kiosk at it, play with its switches, look into its folder."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from offline_queue.portal_simulator.archive import DOSSIER, Archive
from offline_queue.portal_simulator.controls import Controls, State
from offline_queue.portal_simulator.enquiries import Enquiries
from offline_queue.portal_simulator.gateway import Gateway
from offline_queue.portal_simulator.keys import Keys
from offline_queue.portal_simulator.server import Desk, Server
from offline_queue.portal_simulator.uploads import Uploads


class PortalSimulator:
    """A portal in ``folder``; ``folder/filed`` has the unsealed dossiers, ``folder/results`` the tester's own results.

    Keys, kiosks, uploads and dossiers are on the disk: started again on the same folder, even after a kill -9, it goes
    on where it was. Use as a context manager; ``port`` 0 takes any free port. ``agency`` begins the dossier codes of
    submissions that name no agency; an unfinished upload is kept for ``upload_lifetime_s`` seconds.
    """

    def __init__(
        self, folder: Path, port: int = 0, agency: str = "H00.00", upload_lifetime_s: float = 86_400.0
    ) -> None:
        self._filed = folder / "filed"
        self._controls = Controls()
        self.uploads = Uploads(folder / "uploads", upload_lifetime_s)
        archive = Archive(self._filed, folder / "staging", agency)
        enquiries = Enquiries(archive, self._controls, folder / "results")
        self._gateway = Gateway(Keys(folder), self.uploads, archive, enquiries, self._controls)
        self._server = Server(port, self._gateway, Desk(self.report, self.change))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving, break off what is open, and wait for every thread."""
        self._server.shutdown()
        self._controls.change({"online": False})
        self._server.cut()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """The address for ``portal.url``."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def recipient(self) -> str:
        """The age public key for ``portal.recipients``."""
        return self._gateway.keys.recipient

    @property
    def trouble(self) -> State:
        """The switches as they stand; ``change`` sets them."""
        return self._controls.state

    @property
    def requests(self) -> int:
        """How many requests have come in."""
        return self._gateway.requests

    def register(self, kiosk_id: str, public_key: str) -> None:
        """Accept a kiosk by its Ed25519 public key (PEM)."""
        self._gateway.keys.register(kiosk_id, public_key)

    def device_key(self, kiosk_id: str) -> Path:
        """Make and accept a key pair for a kiosk, once; returns the private key's file, for ``portal.device_key``."""
        return self._gateway.keys.make_device_key(kiosk_id)

    def change(self, changes: dict[str, Any]) -> None:
        """Set switches by name (see ``controls.State``). Raises ValueError for an unknown one or a wrong value."""
        self._controls.change(changes)
        if not self._controls.state.online:
            self._server.cut()

    def set_online(self, online: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Cut or restore the line."""
        self.change({"online": online})

    def report(self) -> dict[str, Any]:
        """Return the switches, the count of requests, and the ids of what has been filed, oldest first."""
        filed = [path.name for path in self.filed()]
        return {**msgspec.to_builtins(self.trouble), "requests": self.requests, "filed": filed}

    def codes(self) -> list[str]:
        """Return the codes of the filed dossiers, oldest first."""
        return [record.code for record in self._gateway.archive.records() if record.kind == DOSSIER and record.code]

    def filed(self) -> list[Path]:
        """Return the folders of the filed submissions, oldest first."""
        return [self._filed / str(record.submission_id) for record in self._gateway.archive.records()]
