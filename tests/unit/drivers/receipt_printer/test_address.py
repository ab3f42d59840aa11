"""An address is read, or refused with the mend."""

from __future__ import annotations

import pytest

from drivers.receipt_printer.address import (
    Address,
    NetworkAddress,
    PrinterAddressError,
    SerialAddress,
    UsbAddress,
    parse_address,
)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("tcp://10.0.0.7:9100", NetworkAddress("10.0.0.7", 9100)),
        ("tcp://[::1]:9100", NetworkAddress("::1", 9100)),
        ("usb://04b8:0e15", UsbAddress(0x04B8, 0x0E15)),
        ("serial:///dev/ttyUSB0", SerialAddress("/dev/ttyUSB0", 38400, handshake=True)),
        ("serial:///dev/ttyS0?baud=115200&handshake=none", SerialAddress("/dev/ttyS0", 115200, handshake=False)),
    ],
)
def test_an_address_is_read(url: str, address: Address) -> None:
    assert parse_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "tcp://",
        "tcp://host",
        "tcp://host:0",
        "tcp://host:x",
        "usb://zz:1",
        "usb://04b8",
        "usb://1:2:3",
        "http://host:1",
        "serial://ttyUSB0",
        "serial:///dev/ttyS0?baud=fast",
        "serial:///dev/ttyS0?speed=9600",
        "serial:///dev/ttyS0?handshake=maybe",
        "nonsense",
    ],
)
def test_one_that_is_none_is_refused_with_the_mend(url: str) -> None:
    with pytest.raises(PrinterAddressError, match="write tcp://host:port"):
        parse_address(url)
