"""The twelve digits of a personal identification number: where and when it was given, and to whom.

Decree 137/2015/NĐ-CP, art. 13, and Circular 59/2021/TT-BCA, annex 1 [unverified, DOMAIN 4.4]: three digits for the
place where the birth was registered, one for century and sex, two for the year, six at random. The codes are those of
the 63 provinces of that time; who was registered abroad has another. What does not fit is a doubt, never a refusal.
"""

from __future__ import annotations

import re
from datetime import date

from kiosk.domain.identity import Sex

ID_NUMBER = re.compile(r"\d{12}", re.ASCII)

PROVINCES_OF_BIRTH = frozenset(
    re.findall(
        r"\d{3}",
        "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 "
        "034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 "
        "067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096 ",
    )
)
"""The 63 codes, from 001 Hà Nội to 096 Cà Mau."""


def doubts_about(number: str, birth: date | None, sex: Sex | None) -> tuple[str, ...]:
    """Name what in the number does not fit: to the provinces, to the year of birth, to the sex. Twelve digits only."""
    doubts = []
    if number[:3] not in PROVINCES_OF_BIRTH:
        doubts.append("id_number_birth_place")
    century, is_female = divmod(int(number[3]), 2)
    if birth is not None and birth.year != 1900 + 100 * century + int(number[4:6]):
        doubts.append("id_number_birth_year")
    if sex is not None and (sex is Sex.FEMALE) != bool(is_female):
        doubts.append("id_number_sex")
    return tuple(doubts)
