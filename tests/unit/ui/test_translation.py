"""Every Vietnamese text of the screens has its English, and nothing is translated that is not said any more."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ui.translation import ENGLISH, load_english
from ui.translation_sources import QML, TS, UnreadableCallError, bring_up_to_date, read_ts, texts_of, write_ts


def test_no_text_is_missing_or_unused() -> None:
    assert set(read_ts(TS)) == texts_of(QML), "run packaging/update-translations"


def test_no_text_is_unfinished() -> None:
    assert [key for key, english in read_ts(TS).items() if not english] == []


def test_placeholders_and_marks_survive_translation() -> None:
    marks = re.compile(r"%\d|<[^>]+>")
    wrong = [
        key for key, english in read_ts(TS).items() if sorted(marks.findall(key[1])) != sorted(marks.findall(english))
    ]
    assert wrong == []


def test_the_compiled_file_is_made_of_the_written_one(tmp_path: Path) -> None:
    compiled = tmp_path / "en.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, TS, "-qm", compiled, "-silent"], check=True, timeout=60)
    assert compiled.read_bytes() == ENGLISH.read_bytes(), "run packaging/update-translations"


def test_the_translator_speaks_english(qapp: object) -> None:
    assert load_english().translate("ActionRow", "no such text") in {None, ""}
    assert load_english().translate("RateScreen", "Tạm được") == "All right"


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
