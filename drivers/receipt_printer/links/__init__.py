"""The ways to a receipt printer, each with a deadline on every wait.

python-escpos opens them and writes; reading and closing is done here (ADR 41). Import this with the first slip and not
before: python-escpos takes as long as a whole window.
"""

from __future__ import annotations

from drivers.receipt_printer.address import Address, NetworkAddress, SerialAddress, UsbAddress
from drivers.receipt_printer.links.link import Link
from drivers.receipt_printer.links.network import NetworkLink
from drivers.receipt_printer.links.serial_line import SerialLink
from drivers.receipt_printer.links.usb_device import UsbLink


def open_link(address: Address, patience: float) -> Link:
    """Open the way to an address. Raises OSError when nobody is there."""
    match address:
        case NetworkAddress():
            return NetworkLink(address, patience)
        case SerialAddress():
            return SerialLink(address, patience)
        case UsbAddress():
            return UsbLink(address, patience)
