"""A receipt printer on loopback or a pseudo-terminal: draws what it prints, answers as printers do, breaks on wish."""

from drivers.receipt_printer.simulator.printer import ReceiptPrinterSimulator

__all__ = ["ReceiptPrinterSimulator"]
