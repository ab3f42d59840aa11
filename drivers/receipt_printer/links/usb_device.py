"""A printer on USB."""

from __future__ import annotations

import time
from contextlib import suppress

import usb.core
import usb.util
from escpos.printer import Usb

from drivers.receipt_printer.address import UsbAddress
from drivers.receipt_printer.links.link import ANSWER_BYTES, Link, opened

_PIECE = 4096
"""Bytes: what the slowest printer takes in a small part of any patience."""

_PAUSE_S = 0.005
"""Between two looks at a printer that answers every look with nothing."""


class UsbLink(Link):
    """Found by vendor and product for each slip, so that a plug that was pulled and put back is found again."""

    def __init__(self, address: UsbAddress, patience: float) -> None:
        super().__init__(patience)
        self._escpos = opened(_Usb(address.vendor, address.product, timeout=round(patience * 1000)))
        self._device: usb.core.Device = self._escpos.device
        try:
            self._out, self._in = _endpoints(self._device)
        except OSError:
            self.close()
            raise

    def send(self, data: bytes) -> None:
        """Send all of it, each piece in ``patience``; the device may take less of a piece than it was given."""
        view = memoryview(data)
        while view:
            try:
                taken = self._device.write(self._out, bytes(view[:_PIECE]), round(self._patience * 1000))
            except usb.core.USBTimeoutError as error:
                raise TimeoutError(str(error)) from error
            if not taken:
                raise TimeoutError("the printer takes nothing")
            view = view[taken:]

    def receive(self, seconds: float) -> bytes:
        """Return what comes; some printers answer at once with nothing."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            try:
                data = bytes(self._device.read(self._in, ANSWER_BYTES, max(1, round(left * 1000))))
            except usb.core.USBTimeoutError:
                data = b""
            if data or left <= 0:
                return data
            time.sleep(min(_PAUSE_S, left))

    def close(self) -> None:
        """Let the interface go."""
        with suppress(OSError):
            self._escpos.close()

    def abandon(self) -> None:
        """Let the interface go: what was sent is in the printer, nothing waits before it."""
        self.close()


class _Usb(Usb):  # type: ignore[misc]  # python-escpos ships no types
    """Configures a device only where nobody has: its own way resets it, which cuts short what is still printing."""

    def _configure_usb(self) -> None:
        try:
            self.device.get_active_configuration()
        except usb.core.USBError:
            self.device.set_configuration()


def _endpoints(device: usb.core.Device) -> tuple[int, int]:
    """Return the addresses for writing and reading, which differ from model to model. Raises ConnectionError."""
    found: dict[int, int] = {}
    for interface in device.get_active_configuration():
        for endpoint in interface:
            if usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK:
                found.setdefault(usb.util.endpoint_direction(endpoint.bEndpointAddress), endpoint.bEndpointAddress)
        if len(found) == 2:  # noqa: PLR2004 - one for each direction
            return found[usb.util.ENDPOINT_OUT], found[usb.util.ENDPOINT_IN]
        found.clear()
    raise ConnectionError("this device has no way to answer")
