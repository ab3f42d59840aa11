"""A server on 127.0.0.1 that runs beside its owner: the base of every simulator and of the dev dock."""

from __future__ import annotations

import socketserver
import threading
from types import TracebackType
from typing import Self

_POLL_SECONDS = 0.05


class LoopbackServer:
    """Serves in a thread between ``__enter__`` and ``__exit__``; ``port`` is known from the start."""

    def __init__(self, server: socketserver.TCPServer) -> None:
        self._server = server
        self._thread = threading.Thread(target=server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
        self.port = int(server.server_address[1])

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving and free the port."""
        self.about_to_stop()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def about_to_stop(self) -> None:
        """Let go of what a request may still be waiting for; nothing unless a server says otherwise."""
