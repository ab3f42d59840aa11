"""The settings file: defaults for everything, a clear error for everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import Settings, SettingsError, load_settings, parse_settings


def test_no_file_gives_the_defaults() -> None:
    assert load_settings(None) == Settings()


def test_a_file_needs_only_what_differs() -> None:
    settings = parse_settings('[kiosk]\nid = "CD-07"\n', "kiosk.toml")
    assert settings.kiosk.id == "CD-07"
    assert settings.scanner.page_timeout_s == 20


@pytest.mark.parametrize(
    ("document", "line", "word"),
    [
        ('[kiosk]\nid = "AH-01"\ncolour = "red"\n', "line 3", "colour"),
        ('[kiosk]\nid = "ah 01"\n', "line 2", "id"),
        ("[kiosk]\nidle_s = 20\n", "line 2", "idle_s"),
        ("\n[scaner]\n", "line 2", "scaner"),
        ('[place.hours]\nmonday = ["7-11"]\n', "line 2", "monday"),
        ('[place.hours]\nmonday = []\ntuesday = ["13:00-07:00"]\n', "line 3", "tuesday"),
        ('[speech]\nengine = "festival"\n', "line 2", "engine"),
        ('[scanner]\ndpi = "300"\n', "line 2", "dpi"),
        ("[kiosk\n", "line 1", "TOML"),
    ],
)
def test_an_error_names_the_file_the_line_and_the_key(document: str, line: str, word: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(document, "kiosk.toml")
    message = str(caught.value)
    assert message.startswith("kiosk.toml: ")
    assert line in message
    assert word in message


def test_a_warning_shorter_than_90_seconds_is_refused() -> None:
    with pytest.raises(SettingsError, match="idle_warning_s"):
        parse_settings("[kiosk]\nidle_warning_s = 30\n", "kiosk.toml")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml"):
        load_settings(tmp_path / "missing.toml")
