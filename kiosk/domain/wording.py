"""Southern words of our own texts: the north says the same with others, and a commune chooses (DOMAIN 5.2)."""

from __future__ import annotations

import re

_SOUTHERN = re.compile(
    r"\b(?:vô(?! hiệu)|coi(?! như)|nghen|liền(?! nhau| kề)|kêu|lộn|sanh|giùm|dùm|xài|trễ|mướn|bịnh|lẹ|như vầy|"
    r"khỏi(?= xin| nộp| cần| phải| công chứng)|tới (?:lấy|nhận|ký|quầy|Trung tâm)|"
    r"má|ba (?:ruột|nuôi|của|là)|ba(?=,? (?:má|hoặc má|và má))|(?:(?:cả|ghi|của) |^)ba(?= trẻ| thì|$))\b",
    re.IGNORECASE,
)


def southern_words(text: str) -> list[str]:
    """Return the southern words of a text, in its order; none means that it is said alike everywhere."""
    return _SOUTHERN.findall(text)
