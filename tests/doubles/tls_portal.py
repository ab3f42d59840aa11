"""The portal simulator behind a real server for HTTP/2 and TLS, with certificates of a made-up authority."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import trustme
from hypercorn.asyncio import serve
from hypercorn.config import Config

from offline_queue.portal_simulator import PortalSimulator
from offline_queue.portal_simulator.answer import Problem
from offline_queue.portal_simulator.body import Body
from offline_queue.portal_simulator.gateway import Question

HOST = "127.0.0.1"


class Authority:
    """Issues certificates; ``file`` is what a kiosk has to believe in."""

    def __init__(self, folder: Path, name: str = "authority") -> None:
        self._ca = trustme.CA()
        self._folder = folder
        self.file = folder / f"{name}.pem"
        self._ca.cert_pem.write_to_path(str(self.file))

    def certificate(self, host: str = HOST, *, out_of_date: bool = False) -> Path:
        """Return a file with a key and its certificate."""
        over = datetime.now(UTC) - timedelta(days=1) if out_of_date else None
        issued = self._ca.issue_cert(host, not_after=over, not_before=over and over - timedelta(days=90))
        file = self._folder / f"{host}-{out_of_date}.pem"
        issued.private_key_and_cert_chain_pem.write_to_path(str(file))
        return file


class TlsPortal:
    """Serves ``portal`` over TLS on a port of its own; ``versions`` are the HTTP versions that were spoken."""

    def __init__(
        self, portal: PortalSimulator, certificate: Path, *, offers: tuple[str, ...] = ("h2", "http/1.1")
    ) -> None:
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = int(free.getsockname()[1])
        self.versions: list[str] = []
        self._portal = portal
        self._config = Config()
        self._config.bind = [f"{HOST}:{self.port}"]
        self._config.certfile = self._config.keyfile = str(certificate)
        self._config.alpn_protocols = list(offers)
        self._config.errorlog = None
        self._config.graceful_timeout = 0.1
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex((HOST, self.port)) == 0:
                    return self
            time.sleep(0.02)
        raise RuntimeError("the portal does not begin to serve")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(serve(self._answer, self._config, shutdown_trigger=self._stop.wait, mode="wsgi"))

    def _answer(self, told: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Ask the simulator's gateway (WSGI)."""
        self.versions.append(told["SERVER_PROTOCOL"])
        headers = {
            name.removeprefix("HTTP_").replace("_", "-").title(): value
            for name, value in told.items()
            if name.startswith(("HTTP_", "CONTENT_"))
        }
        gateway = self._portal._gateway  # the portal without its own sockets
        body = Body(told["wsgi.input"], int(headers.get("Content-Length") or 0), gateway.controls)
        question = Question(told["REQUEST_METHOD"], told["PATH_INFO"], headers, body, self.url)
        try:
            answer = gateway.answer(question)
        except Problem as problem:
            answer = problem.answer()
        start(f"{answer.status} ", [(name.lower(), value) for name, value in answer.headers.items()])
        return [answer.body]
