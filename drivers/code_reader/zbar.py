"""zbar in binary mode, through pyzbar's own bindings: its ready-made ``decode`` lets zbar guess a character set."""

from __future__ import annotations

from ctypes import c_char_p, c_void_p, cast, string_at

import numpy as np
import numpy.typing as npt
from pyzbar import wrapper as zbar

_CONFIG_BINARY = 4
"""``ZBAR_CFG_BINARY`` of zbar.h since 0.23.1: give the bytes as they stand in the code."""

_ALL_SYMBOLS = 0
_GREY_8_BIT = int.from_bytes(b"Y800", "little")


def read_qr_codes(grey: npt.NDArray[np.uint8]) -> tuple[bytes, ...]:
    """Return the raw payloads of the QR codes in a grey image of rows × columns."""
    pixels = grey.tobytes()
    scanner, image = zbar.zbar_image_scanner_create(), zbar.zbar_image_create()
    try:
        zbar.zbar_image_scanner_set_config(scanner, _ALL_SYMBOLS, zbar.ZBarConfig.CFG_ENABLE, 0)
        zbar.zbar_image_scanner_set_config(scanner, zbar.ZBarSymbol.QRCODE, zbar.ZBarConfig.CFG_ENABLE, 1)
        zbar.zbar_image_scanner_set_config(scanner, zbar.ZBarSymbol.QRCODE, _CONFIG_BINARY, 1)
        zbar.zbar_image_set_format(image, _GREY_8_BIT)
        zbar.zbar_image_set_size(image, grey.shape[1], grey.shape[0])
        zbar.zbar_image_set_data(image, cast(c_char_p(pixels), c_void_p), len(pixels), None)
        zbar.zbar_scan_image(scanner, image)
        return _payloads(image)
    finally:
        zbar.zbar_image_destroy(image)
        zbar.zbar_image_scanner_destroy(scanner)


def _payloads(image: object) -> tuple[bytes, ...]:
    found = []
    symbol = zbar.zbar_image_first_symbol(image)
    while symbol:
        found.append(string_at(zbar.zbar_symbol_get_data(symbol), zbar.zbar_symbol_get_data_length(symbol)))
        symbol = zbar.zbar_symbol_next(symbol)
    return tuple(found)
