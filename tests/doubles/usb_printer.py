"""The simulated receipt printer on a USB that is none: below pyusb, in the place of libusb."""

from __future__ import annotations

import array
import errno
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import pytest
import usb.backend.libusb1
import usb.core
from usb.backend import IBackend

from drivers.receipt_printer.simulator.engine import Engine
from drivers.receipt_printer.simulator.roll import Roll
from drivers.receipt_printer.simulator.state import PrinterState

_VENDOR, _PRODUCT = 0x0FE6, 0x811E
_OUT, _IN = 0x03, 0x81
"""Not those that python-escpos takes for granted."""

_MOST_AT_ONCE = 1500
_POLL_S = 0.002
_BULK = 2


class UsbPrinterSimulator(IBackend):  # type: ignore[misc]  # pyusb ships no types
    """Use as a context manager. It takes less at a time than it is given.

    ``plugged`` may be taken away and given back; after ``stuck_after`` bytes it takes nothing more, and
    ``when_stuck`` is called.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self.state = PrinterState()
        self.roll = Roll(folder)
        self.plugged = True
        self.stuck_after: int | None = None
        self.when_stuck: Callable[[], None] = lambda: None
        self.url = f"usb://{_VENDOR:04x}:{_PRODUCT:04x}"
        self.resets = 0
        self._taken = 0
        self._answers = bytearray()
        self._lock = threading.Lock()
        patch.setattr(usb.backend.libusb1, "get_backend", lambda *_, **__: self)

    @property
    def slips(self) -> list[Path]:
        return self.roll.slips

    def __enter__(self) -> Self:
        self._engine = Engine(self.state, self.roll, self._say, self.unplug)
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.close()

    def unplug(self) -> None:
        self.plugged = False

    def power_cycle(self) -> None:
        """Forget all but the paper, and plug in."""
        self._engine.close()
        self._answers.clear()
        self._engine = Engine(self.state, self.roll, self._say, self.unplug)
        self.plugged = True

    def _takes_more(self) -> bool:
        if self.stuck_after is not None and self._taken >= self.stuck_after:
            self.when_stuck()
            return False
        return self._engine.has_room()

    def _say(self, data: bytes) -> None:
        with self._lock:
            self._answers += data

    def _must_be_plugged(self) -> None:
        if not self.plugged:
            raise usb.core.USBError("No such device", errno=errno.ENODEV)

    def enumerate_devices(self) -> Iterator[str]:
        return iter(["printer"] if self.plugged else [])

    def get_device_descriptor(self, dev: str) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=_VENDOR, idProduct=_PRODUCT, bcdDevice=0x0100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=5, bus=1, port_number=1, port_numbers=(1,), speed=2,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: str, config: int) -> SimpleNamespace:
        if config:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: str, intf: int, alt: int, config: int) -> SimpleNamespace:
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2, bInterfaceClass=7,
            bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, dev: str, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(_OUT, _IN)[ep], bmAttributes=_BULK, wMaxPacketSize=64,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: str) -> str:
        self._must_be_plugged()
        return dev

    def close_device(self, dev_handle: str) -> None:
        pass

    def get_configuration(self, dev_handle: str) -> int:
        self._must_be_plugged()
        return 1

    def claim_interface(self, dev_handle: str, intf: int) -> None:
        self._must_be_plugged()

    def release_interface(self, dev_handle: str, intf: int) -> None:
        pass

    def reset_device(self, dev_handle: str) -> None:
        self.resets += 1

    def bulk_write(self, dev_handle: str, ep: int, intf: int, data: array.array[int], timeout: int) -> int:
        assert ep == _OUT
        self._wait(self._takes_more, timeout)
        taken = bytes(data[:_MOST_AT_ONCE])
        self._taken += len(taken)
        self._engine.take(taken)
        return len(taken)

    def bulk_read(self, dev_handle: str, ep: int, intf: int, buff: array.array[int], timeout: int) -> int:
        assert ep == _IN
        self._wait(lambda: bool(self._answers), timeout)
        with self._lock:
            said = bytes(self._answers[: len(buff)])
            del self._answers[: len(buff)]
        buff[: len(said)] = array.array("B", said)
        return len(said)

    def _wait(self, ready: Any, timeout: int) -> None:
        end = time.monotonic() + timeout / 1000
        while True:
            self._must_be_plugged()
            if ready():
                return
            if time.monotonic() >= end:
                raise usb.core.USBTimeoutError("Operation timed out", errno=errno.ETIMEDOUT)
            time.sleep(_POLL_S)
