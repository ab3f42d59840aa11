"""How citizens type the name of a procedure: each style makes a query from an entry, or none where it does not fit."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from kiosk.catalogue.search import SearchEntry
from kiosk.domain.folding import fold, folded_words

Style = Callable[[SearchEntry, random.Random, "Names"], str | None]

EQUALS = 3
"""A cut query is fair when at most so many names answer it equally well: then all of them fit into the top three."""

_TONE_KEYS = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_SHAPE_KEYS = {"\u0306": "w", "\u031b": "w"}
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_SHORT_FORMS = {
    "đăng ký": "đk",
    "giấy phép": "gp",
    "giấy chứng nhận": "gcn",
    "quyền sử dụng đất": "qsdđ",
    "bảo hiểm xã hội": "bhxh",
    "bảo hiểm y tế": "bhyt",
    "ủy ban nhân dân": "ubnd",
    "khai sinh": "ks",
    "khai tử": "kt",
    "kết hôn": "kh",
    "căn cước": "cc",
    "giấy phép lái xe": "gplx",
    "kinh doanh": "kd",
}
_SOUTHERN_WORDS = {
    "sinh": "sanh", "chính": "chánh", "bệnh": "bịnh", "nhất": "nhứt", "tính": "tánh", "đường": "đàng", "lợn": "heo",
    "hoàn": "hườn", "ký": "kí", "lý": "lí", "kính": "kiếng", "mệnh": "mạng", "thật": "thiệt", "phúc": "phước",
}  # fmt: skip
_SOUTHERN_ENDS = (("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c"))
_SOUTHERN_STARTS = (("tr", "ch"), ("ch", "tr"), ("s", "x"), ("x", "s"), ("v", "d"), ("gi", "d"))


class Names:
    """All names, folded, so that a query that fits too many of them can be left out."""

    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self.folded = [fold(entry.name) for entry in entries]
        self.words = [Counter(folded_words(entry.name)) for entry in entries]
        self._initials = Counter(map(initials, (entry.name for entry in entries)))

    def beginning_with(self, text: str) -> int:
        return sum(name.startswith(text) for name in self.folded)

    def with_words(self, text: str) -> int:
        wanted = Counter(folded_words(text))
        return sum(wanted <= words for words in self.words)

    def with_initials(self, letters: str) -> int:
        return self._initials[letters]


def initials(name: str) -> str:
    return "".join(word[0] for word in folded_words(name))


def exact(entry: SearchEntry, source: random.Random, names: Names) -> str:
    return entry.name


def no_marks(entry: SearchEntry, source: random.Random, names: Names) -> str:
    return fold(entry.name)


def wrong_tone(entry: SearchEntry, source: random.Random, names: Names) -> str:
    words = entry.name.split()
    for place in source.sample(range(len(words)), k=min(2, len(words))):
        letters = unicodedata.normalize("NFD", words[place])
        other = "".join(source.choice(_TONES) if letter in _TONES else letter for letter in letters)
        words[place] = unicodedata.normalize("NFC", other)
    return " ".join(words)


def one_typo(entry: SearchEntry, source: random.Random, names: Names) -> str:
    words = entry.name.split()
    place = source.choice([number for number, word in enumerate(words) if len(word) >= 3])
    words[place] = _with_typo(words[place], source)
    return " ".join(words)


def _with_typo(word: str, source: random.Random) -> str:
    at = source.randrange(len(word) - 1)
    letter = source.choice("abcdeghiklmnopqrstuvxy")
    return source.choice(
        (
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def telex_keys(entry: SearchEntry, source: random.Random, names: Names) -> str:
    return " ".join(telex(word, behind_the_vowel=source.random() < 0.3) for word in entry.name.lower().split())


def telex(word: str, *, behind_the_vowel: bool) -> str:
    """Return the keys of a word, with the tone's key at the end or behind its vowel."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.replace("đ", "dd")):
        if letter in _TONE_KEYS:
            tone = _TONE_KEYS[letter]
            keys += tone if behind_the_vowel else ""
        elif letter == "\u0302":
            keys += keys[-1]
        else:
            keys += _SHAPE_KEYS.get(letter, letter)
    return keys if behind_the_vowel else keys + tone


def no_spaces(entry: SearchEntry, source: random.Random, names: Names) -> str:
    return fold(entry.name).replace(" ", "")


def beginning(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    folded = fold(entry.name)
    for length in range(2, len(folded)):
        if names.beginning_with(folded[:length]) <= EQUALS:
            typed = entry.name if source.random() < 0.5 else folded
            return typed[: length + source.randint(0, 6)]
    return None


def everyday(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    if not entry.synonyms:
        return None
    before = source.choice(("", "tôi muốn ", "cho tôi ", "làm sao để ", "xin hỏi "))
    behind = source.choice(("", " cho cháu", " ở đâu", " thì làm gì", " dùm tui"))
    query = before + source.choice(entry.synonyms).lower() + behind
    return fold(query) if source.random() < 0.5 else query


def short_form(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    query = entry.name.lower()
    for long, short in sorted(_SHORT_FORMS.items(), key=lambda pair: -len(pair[0])):
        query = query.replace(long, short)
    return query if query != entry.name.lower() else None


def first_letters(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    letters = initials(entry.name)
    return letters if names.with_initials(letters) <= EQUALS and len(letters) >= 4 else None


def southern(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    words = entry.name.lower().split()
    changed = [_SOUTHERN_WORDS.get(word, word) for word in words]
    for place in source.sample(range(len(words)), k=min(2, len(words))):
        if changed[place] == words[place]:
            changed[place] = _as_heard(words[place], source)
    return " ".join(changed) if changed != words else None


def _as_heard(word: str, source: random.Random) -> str:
    ends = [word[: -len(old)] + new for old, new in _SOUTHERN_ENDS if word.endswith(old) and not word.endswith("ng")]
    ends += [word[:-1]] if word.endswith("ng") else []
    starts = [new + word[len(old) :] for old, new in _SOUTHERN_STARTS if word.startswith(old)]
    return source.choice(ends + starts) if ends + starts else word


def word_missing(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    words = entry.name.split()
    if len(words) < 5:
        return None
    del words[source.randrange(len(words))]
    query = " ".join(words)
    return query if names.with_words(query) <= EQUALS else None


def words_swapped(entry: SearchEntry, source: random.Random, names: Names) -> str | None:
    words = entry.name.split()
    at = source.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words) if words[at] != words[at + 1] else None


STYLES: dict[str, Style] = {
    "exact": exact,
    "no marks": no_marks,
    "wrong tone": wrong_tone,
    "one typo": one_typo,
    "Telex keys": telex_keys,
    "no spaces": no_spaces,
    "beginning": beginning,
    "everyday words": everyday,
    "short forms": short_form,
    "first letters": first_letters,
    "southern": southern,
    "word missing": word_missing,
    "words swapped": words_swapped,
}


def queries(
    style: Style, entries: Sequence[SearchEntry], names: Names, count: int, source: random.Random
) -> list[tuple[str, str]]:
    """Return pairs of a query and the code that it means, for entries drawn at random."""
    made: list[tuple[str, str]] = []
    for entry in source.sample(entries, k=len(entries)):
        if (query := style(entry, source, names)) is not None:
            made.append((query, entry.code))
        if len(made) == count:
            break
    return made
