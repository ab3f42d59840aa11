"""The way to the gateway: what cannot be used is refused by its key, and a proxy's password is told nobody."""

from __future__ import annotations

import pytest

from offline_queue.errors import RouteError
from offline_queue.route import Route, open_client


@pytest.mark.parametrize("proxy", ["ftp://kiosk:s3cret@proxy:8080", "ftp://kiosk:s3c@ret@proxy", "ftp://proxy:8080"])
def test_a_proxy_that_cannot_be_used_is_named_without_its_password(proxy: str) -> None:
    with pytest.raises(RouteError, match=r"\[portal\] proxy = .*give http://host:port") as refused:
        open_client("https://portal.example", Route(5.0, proxy))
    told = str(refused.value)
    assert "proxy:8080" in told or "proxy;" in told or "@proxy" in told
    assert "s3c" not in told
