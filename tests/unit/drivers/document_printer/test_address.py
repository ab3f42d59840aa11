"""The printer's address in the settings."""

from __future__ import annotations

import pytest

from drivers.document_printer.address import PrinterAddress, PrinterAddressError, read_address


@pytest.mark.parametrize(
    ("url", "http", "uri"),
    [
        ("ipp://127.0.0.1:631/printers/a4", "http://127.0.0.1:631/printers/a4", "ipp://127.0.0.1:631/printers/a4"),
        ("ipp://printer", "http://printer:631/ipp/print", "ipp://printer:631/ipp/print"),
        ("ipps://printer/ipp/print", "https://printer:631/ipp/print", "ipps://printer:631/ipp/print"),
        ("http://127.0.0.1:60000/ipp/print", "http://127.0.0.1:60000/ipp/print", "ipp://127.0.0.1:60000/ipp/print"),
        ("ipp://[fe80::1]/ipp/print", "http://[fe80::1]:631/ipp/print", "ipp://[fe80::1]:631/ipp/print"),
    ],
)
def test_an_address_is_read(url: str, http: str, uri: str) -> None:
    assert read_address(url) == PrinterAddress(http, uri)


@pytest.mark.parametrize(
    "url",
    ["a4", "ipp://", "usb://HP/Laser", "ipp://name:secret@host/", "ipp://host:port/", "ipp://host/?waitjob=false"],
)
def test_what_is_none_is_refused_with_the_mend(url: str) -> None:
    with pytest.raises(PrinterAddressError, match="write ipp://host/ipp/print"):
        read_address(url)
