"""Every Vietnamese text of the screens has its English and its northern words; nothing else is translated."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.domain.text import Language
from kiosk.domain.wording import southern_words
from ui.translation import TRANSLATED, compiled, load_translator
from ui.translation_sources import (
    QML,
    UnreadableCallError,
    bring_up_to_date,
    needed,
    read_ts,
    texts_of,
    write_ts,
    written,
)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_missing_or_unused(language: Language) -> None:
    assert set(read_ts(written(language))) == needed(texts_of(QML), language), "run packaging/update-translations"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_unfinished(language: Language) -> None:
    assert [key for key, words in read_ts(written(language)).items() if not words] == []


def test_no_southern_word_is_left_for_the_north() -> None:
    assert [words for words in read_ts(written(Language.NORTHERN)).values() if southern_words(words)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_and_marks_survive_translation(language: Language) -> None:
    marks = re.compile(r"%\d|<[^>]+>")
    wrong = [
        key
        for key, words in read_ts(written(language)).items()
        if sorted(marks.findall(key[1])) != sorted(marks.findall(words))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_file_is_made_of_the_written_one(language: Language, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, written(language), "-qm", made, "-silent"], check=True, timeout=60)
    assert made.read_bytes() == compiled(language).read_bytes(), "run packaging/update-translations"


def test_the_translators_speak(qapp: object) -> None:
    assert load_translator(Language.ENGLISH).translate("ActionRow", "no such text") in {None, ""}
    assert load_translator(Language.ENGLISH).translate("RateScreen", "Tạm được") == "All right"
    assert load_translator(Language.NORTHERN).translate("HelperBar", "Kêu người giúp") == "Gọi người giúp"


def test_a_call_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "Bad.qml").write_text("Text { text: qsTr(words) }", encoding="utf-8")
    with pytest.raises(UnreadableCallError, match=r"Bad\.qml"):
        texts_of(tmp_path)


def test_escapes_in_a_text_are_read(tmp_path: Path) -> None:
    (tmp_path / "Good.qml").write_text(r'Text { text: qsTr("m\u1ed9t \"hai\"") }', encoding="utf-8")
    assert texts_of(tmp_path) == {("Good", 'một "hai"')}


def test_a_new_text_takes_over_the_english_it_has_elsewhere_and_old_ones_go() -> None:
    english = {("A", "Quay lại"): "Back", ("A", "cũ"): "old"}
    assert bring_up_to_date({("A", "Quay lại"), ("B", "Quay lại"), ("B", "mới")}, english) == {
        ("A", "Quay lại"): "Back",
        ("B", "Quay lại"): "Back",
        ("B", "mới"): "",
    }


def test_what_is_written_can_be_read_back(tmp_path: Path) -> None:
    english = {("A", "Sửa <b>%1</b> & xong"): "Edit <b>%1</b> & done", ("A", "mới"): ""}
    write_ts(tmp_path / "en.ts", english)
    assert read_ts(tmp_path / "en.ts") == english
