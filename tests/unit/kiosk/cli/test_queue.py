"""``aps-kiosk queue``: one JSON document, exit codes that mean what they say, and nothing about a person."""

from __future__ import annotations

import json
from pathlib import Path

import pyrage
import pytest
from typer.testing import CliRunner, Result

from kiosk.__main__ import app


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    recipient = pyrage.x25519.Identity.generate().to_public()
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[paths]\ndata_dir = "{tmp_path / "data"}"\n[portal]\nrecipients = ["{recipient}"]\n')
    return file


def queue(settings: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["queue", *arguments, "--config", str(settings)])


def add(settings: Path, count: int = 1) -> list[dict[str, str]]:
    done = queue(settings, "add-test", "--count", str(count), "--bytes", "3000", "--json")
    assert done.exit_code == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_test_dossier_is_told_listed_and_shown(settings: Path) -> None:
    added = add(settings, 3)
    assert [set(one) for one in added] == [{"submission_id", "reference_code"}] * 3
    items = json.loads(queue(settings, "list", "--json").stdout)
    assert [item["reference_code"] for item in items] == [one["reference_code"] for one in added]
    assert {item["procedure"] for item in items} == {"TEST"}
    assert {item["state"] for item in items} == {"stored"}
    for identifier in (added[1]["submission_id"], added[1]["reference_code"].lower()):
        shown = json.loads(queue(settings, "show", identifier, "--json").stdout)
        assert shown["submission_id"] == added[1]["submission_id"]
        assert len(shown["files"]) == 2


def test_people_read_each_state_in_plain_words(settings: Path) -> None:
    (added,) = add(settings)
    for words in (queue(settings, "list").stdout, queue(settings, "show", added["reference_code"]).stdout):
        assert "Đã lưu an toàn tại máy" in words
        assert "Safe on this machine" in words


def test_an_empty_queue_is_an_empty_list(settings: Path) -> None:
    assert json.loads(queue(settings, "list", "--json").stdout) == []
    assert json.loads(queue(settings, "verify", "--json").stdout) == {"ok": True, "checked": 0, "damage": []}


def test_what_is_not_there_is_a_negative_answer(settings: Path) -> None:
    assert queue(settings, "show", "APS-AH01-261012-0007-K").exit_code == 1
    assert queue(settings, "retry", "APS-AH01-261012-0007-K").exit_code == 1


def test_what_waits_can_be_carried_away_sealed(settings: Path, tmp_path: Path) -> None:
    (added,) = add(settings)
    done = queue(settings, "export", "--out", str(tmp_path / "usb"), "--json")
    assert json.loads(done.stdout) == {"exported": [added["reference_code"]], "damage": []}
    folder = tmp_path / "usb" / added["submission_id"]
    outside = json.loads((folder / "submission.json").read_bytes())
    (attachment,) = outside["attachments"]
    sealed = (folder / f"{attachment['attachment_id']}.age").read_bytes()
    assert len(sealed) == attachment["bytes"]
    assert sealed.startswith(b"age-encryption.org/v1")


def test_without_recipients_nothing_is_stored_and_the_reason_is_told(settings: Path) -> None:
    settings.write_text(settings.read_text().split("[portal]")[0])
    done = queue(settings, "add-test", "--json")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "no_recipients" in done.stderr
    assert "publish a catalogue" in done.stderr


def test_a_key_that_is_none_is_named(settings: Path) -> None:
    settings.write_text(settings.read_text().split("[portal]")[0] + '[portal]\nrecipients = ["age1nonsense"]\n')
    done = queue(settings, "add-test", "--json")
    assert done.exit_code == 1
    assert "number 1: no age public key" in done.stderr


def test_a_folder_that_cannot_be_used_is_wrong_use_and_named(settings: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    done = queue(settings, "list")
    assert done.exit_code == 2
    assert str(tmp_path / "data") in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("key", "value"), [("url", "''"), ("device_key", "'/nowhere/key.pem'\nurl = 'http://127.0.0.1:9'")]
)
def test_a_sender_that_cannot_start_says_which_setting_is_wrong(
    settings: Path, key: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the core limit of the test process stays as it was
    monkeypatch.setattr("kiosk.bootstrap.sender.forbid_core_dumps", lambda: None)
    settings.write_text(f"{settings.read_text()}{key} = {value}\n")
    done = CliRunner().invoke(app, ["sync", "--once", "--config", str(settings)])
    assert done.exit_code == 2
    assert f"[portal] {key}" in done.stderr
