"""Family and middle names common in the delta, offered while a name is typed. They complete, and never correct.

Southern spellings stand beside northern ones (HUỲNH and HOÀNG, VÕ and VŨ): which one is right is on the papers.
"""

from __future__ import annotations

import unicodedata

FAMILY = (
    *("NGUYỄN", "TRẦN", "LÊ", "HUỲNH", "PHẠM", "VÕ", "PHAN", "TRƯƠNG", "BÙI", "ĐẶNG", "ĐỖ", "NGÔ", "HỒ"),
    *("DƯƠNG", "ĐINH", "LÂM", "MAI", "CAO", "LƯƠNG", "LÝ", "HÀ", "TRỊNH", "ĐOÀN", "THẠCH", "SƠN", "KIM"),
    *("DANH", "CHÂU", "TÔ", "TẠ", "QUÁCH", "HOÀNG", "VŨ", "ĐÀO", "LƯU", "THÁI", "PHÙNG", "TĂNG", "VƯƠNG"),
    *("KHƯU", "LA", "TỪ", "GIANG", "DIỆP", "TIÊU", "ONG"),
)
"""The commonest first; Khmer and Hoa families of the delta are among them."""

MIDDLE = (
    *("VĂN", "THỊ", "HỮU", "NGỌC", "THANH", "MINH", "HOÀNG", "KIM", "PHƯỚC", "QUỐC", "TẤN", "THÀNH"),
    *("CÔNG", "ĐỨC", "NHỰT", "HỒNG", "MỸ", "THÚY", "BÍCH", "TUYẾT", "PHƯƠNG", "CẨM", "XUÂN", "TRUNG"),
    *("QUANG", "ANH", "BẢO", "GIA", "CHÍ", "DUY", "HẢI", "HOÀI", "KHÁNH", "LỆ", "NHƯ", "PHÚC", "TRỌNG"),
    *("TRÚC", "VĨNH", "YẾN", "DIỄM", "HUỲNH"),
)

OFFERED = 4
"""How many stand above the keyboard."""


def suggest(text: str) -> tuple[str, ...]:
    """Return names that the last word of a text can become by more letters and marks; at first the commonest.

    The first word is a family name, the next are middle names; a given name is nobody's to guess, so from the third
    word on something must have been typed.
    """
    words = text.split(" ")
    typed = words[-1]
    if typed == "" and len(words) > 2:  # noqa: PLR2004 - family and middle name stand there
        return ()
    names = FAMILY if len(words) == 1 else MIDDLE
    return tuple(name for name in names if name != typed and _can_become(typed, name))[:OFFERED]


def complete(text: str, name: str) -> str:
    """Put a name in the place of the word that is being typed, and begin the next word."""
    return f"{text.rpartition(' ')[0]} {name} ".lstrip()


def _can_become(typed: str, name: str) -> bool:
    return len(typed) <= len(name) and all(map(_grows_into, typed, name))


def _grows_into(typed: str, letter: str) -> bool:
    """Say whether marks alone lead from a typed letter to one of a name: A and Ă to Ằ, D to Đ, but not Á to À."""
    if typed == "D" and letter == "Đ":
        return True
    has, wants = (unicodedata.normalize("NFD", one) for one in (typed, letter))
    return has[0] == wants[0] and set(has[1:]) <= set(wants[1:])
