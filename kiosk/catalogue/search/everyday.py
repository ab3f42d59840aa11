"""Everyday Vietnamese: words that say little, abbreviations, and southern words for official ones."""

from __future__ import annotations

from kiosk.domain.folding import fold

_SAY_LITTLE = """
làm cho xin tôi tui muốn cần được đi ở đâu sao nào gì thế thì là phải để ra với vô vào và của các những một bị mới rồi
giùm dùm giúp mình em con cháu bác chú cô ông bà anh chị này kia về từ tới đến hay hoặc có không thủ tục hỏi nhờ người
ta nộp như
"""
FILLERS = frozenset(_SAY_LITTLE.split())
"""Words that hardly tell one procedure from another."""

_PLAIN_FILLERS = frozenset(map(fold, FILLERS)) - frozenset(
    ["ba", "co", "chu", "den", "em", "hoi", "moi", "ong", "ta", "tu", "ve"]
)  # tử, cơ, chủ, …

ABBREVIATIONS = {
    "bhtn": "bao hiem that nghiep",
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
    "cc": "can cuoc",
    "cccd": "can cuoc cong dan",
    "cmnd": "chung minh nhan dan",
    "cmt": "chung minh thu",
    "dk": "dang ky",
    "dkkd": "dang ky kinh doanh",
    "dkkh": "dang ky ket hon",
    "gcn": "giay chung nhan",
    "gks": "giay khai sinh",
    "gplx": "giay phep lai xe",
    "gpxd": "giay phep xay dung",
    "hk": "ho khau",
    "hkd": "ho kinh doanh",
    "hktt": "ho khau thuong tru",
    "kcb": "kham chua benh",
    "kd": "kinh doanh",
    "kh": "ket hon",
    "khks": "ket hon khai sinh",
    "ks": "khai sinh",
    "kt": "khai tu",
    "lltp": "ly lich tu phap",
    "qsdd": "quyen su dung dat",
    "sdd": "su dung dat",
    "tt": "thuong tru",
    "tthn": "tinh trang hon nhan",
    "ubnd": "uy ban nhan dan",
}
"""What the letters stand for, folded."""

_VARIANTS = {
    "ba": ("cha", "bo"),
    "bố": ("cha",),
    "bịnh": ("benh",),
    "chánh": ("chinh",),
    "coi": ("xem",),
    "cưới": ("ket", "hon"),
    "đàng": ("duong",),
    "heo": ("lon",),
    "huỳnh": ("hoang",),
    "hườn": ("hoan",),
    "kiếng": ("kinh",),
    "lãnh": ("linh", "nhan"),
    "má": ("me",),
    "mạng": ("menh",),
    "mướn": ("thue",),
    "nhứt": ("nhat",),
    "nhựt": ("nhat",),
    "phước": ("phuc",),
    "sanh": ("sinh",),
    "tánh": ("tinh",),
    "thiệt": ("that",),
    "tía": ("cha",),
    "xài": ("dung",),
}
_PLAIN_VARIANTS = {fold(word): official for word, official in _VARIANTS.items()}


def is_filler(typed: str) -> bool:
    """Whether a word says little. One with its marks must be the filler itself: *cho*, but not *chợ*."""
    return typed in FILLERS or typed in _PLAIN_FILLERS


def official(typed: str) -> tuple[str, ...]:
    """Return the official words, folded, for a southern word or spelling; none for any other."""
    return _VARIANTS.get(typed) or _PLAIN_VARIANTS.get(typed, ())
