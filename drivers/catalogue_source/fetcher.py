"""Downloads over HTTP with an end: a silent host, a slow one and an endless one are all given up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface
from urllib3.exceptions import HTTPError

_CHUNK_BYTES = 64_000
_HEADERS = {"User-Agent": "aps-kiosk", "Accept-Encoding": "identity"}


class BoundedFetcher(FetcherInterface):
    """``silence_s``: longest wait for a connection or the next bytes; ``longest_s``: for one file; both in seconds.

    How many bytes a file may have is said by the caller of ``download_file``, for each file.
    """

    def __init__(self, silence_s: float, longest_s: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._timeout = urllib3.Timeout(silence_s)
        self._longest_s = longest_s
        self._monotonic = monotonic

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            response = _pool(url).request(
                "GET",
                url,
                headers=_HEADERS,
                preload_content=False,
                decode_content=False,
                timeout=self._timeout,
                retries=urllib3.Retry(total=3, connect=0, read=0, status=0, other=0),
            )
        except HTTPError as error:
            raise DownloadError(f"{url}: no answer ({_why(error)})") from error
        if response.status != HTTPStatus.OK:
            response.close()
            raise DownloadHTTPError(f"{url}: the host answers {response.status}", response.status)
        return self._chunks(url, response, self._monotonic() + self._longest_s)

    def _chunks(self, url: str, response: urllib3.BaseHTTPResponse, deadline: float) -> Iterator[bytes]:
        try:
            # read1 comes back with what has arrived; read and stream would wait for a whole chunk.
            while chunk := response.read1(_CHUNK_BYTES, decode_content=False):
                if self._monotonic() > deadline:
                    raise DownloadError(f"{url}: took longer than {self._longest_s:g} s")
                yield chunk
        except (HTTPError, OSError) as error:
            raise DownloadError(f"{url}: the line broke ({_why(error)})") from error
        finally:
            response.close()


def _pool(url: str) -> urllib3.PoolManager:
    """Go through the proxy that the environment names, as the sender does."""
    parts = urlsplit(url)
    proxy = None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)
    return urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()


def _why(error: BaseException) -> str:
    """Return the innermost reason in few words: urllib3 wraps what happened into where it happened."""
    reason = getattr(error, "reason", None)
    return _why(reason) if isinstance(reason, BaseException) else str(error).rsplit("): ", maxsplit=1)[-1]
