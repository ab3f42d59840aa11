"""``aps-kiosk catalogue publish|update|status``: one JSON document, exit codes, and words that help."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from doubles.keys import Entry, new_key, write_recipients
from doubles.publisher import copy_catalogue, rewrite
from doubles.static_host import StaticHost
from typer.testing import CliRunner, Result

import kiosk.cli.catalogue
from kiosk.catalogue.report import Report, write_report
from kiosk.cli.app import app

assert kiosk.cli.catalogue


def catalogue(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["catalogue", *map(str, words)])


class Province:
    """A publisher's folders, and a kiosk's settings for its host."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = copy_catalogue(folder / "catalogue")
        self.recipient = Entry("2026-01-01", "2099-12-31")
        write_recipients(self.catalogue, self.recipient)
        self.out, self.keys = folder / "repository", folder / "keys"
        self.settings = folder / "kiosk.toml"

    def publish(self, *words: str | Path) -> Result:
        return catalogue("publish", *words, "--out", self.out, "--keys", self.keys)

    def write_settings(self, *recipients: str, **keys: str) -> None:
        root = self.out / "metadata" / "1.root.json"
        lines = [f'{key} = "{value}"' for key, value in {"root": str(root), **keys}.items()]
        data = self.folder / "data"
        lines = [f'paths.data_dir = "{data}"', f"portal.recipients = {list(recipients)}", "[catalogue]", *lines, ""]
        self.settings.write_text("\n".join(lines))

    def kiosk(self, command: str, *words: str) -> Result:
        return catalogue(command, "--config", self.settings, *words)


@pytest.fixture
def province(tmp_path: Path) -> Province:
    return Province(tmp_path)


@pytest.fixture
def host(province: Province) -> Iterator[StaticHost]:
    assert province.publish(province.catalogue).exit_code == 0
    with StaticHost(province.out) as host:
        province.write_settings(url=host.url)
        yield host


def test_publish_tells_what_to_do_next(province: Province) -> None:
    told = province.publish(province.catalogue)
    assert told.exit_code == 0
    assert "metadata/timestamp.json last" in told.stdout
    assert "1.root.json" in told.stdout
    again = json.loads(province.publish(province.catalogue, "--json", "--expires-days", "30").stdout)
    assert set(again) == {"version", "versions", "expires"}
    assert again["versions"]["timestamp"] == 2
    refreshed = json.loads(province.publish("--refresh", "--json").stdout)
    assert refreshed["version"] == again["version"]
    assert refreshed["versions"] == {"root": 1, "targets": 2, "snapshot": 3, "timestamp": 3}
    renewed = json.loads(province.publish(province.catalogue, "--json", "--new-key", "root").stdout)
    assert renewed["versions"]["root"] == 2


def test_a_broken_catalogue_is_not_published(province: Province) -> None:
    rewrite(province.catalogue / "procedures" / "2.000635" / "form.json", '"radiogroup"', '"imagepicker"')
    told = province.publish(province.catalogue)
    assert told.exit_code == 1
    assert "form.json" in told.stderr
    assert "nothing was published" in told.stderr
    assert not province.out.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "DIR is missing"),
        (("--refresh", "somewhere"), "leave out DIR"),
        (("--refresh", "--new-key", "root"), "leave out DIR"),
        (("--refresh",), "publish a catalogue first"),
    ],
)
def test_wrong_use_of_publish_is_one_clear_line(province: Province, words: tuple[str, ...], told: str) -> None:
    answer = province.publish(*words)
    assert answer.exit_code == 2
    assert told in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_keys_are_never_put_where_everybody_can_read_them(province: Province) -> None:
    for keys in (province.out, province.out / "keys", province.out / ".." / "repository" / "keys"):
        told = catalogue("publish", province.catalogue, "--out", province.out, "--keys", keys)
        assert told.exit_code == 2
        assert "--keys" in told.stderr
    assert not province.out.exists()


def test_an_update_and_its_status(province: Province, host: StaticHost) -> None:
    before = json.loads(province.kiosk("status", "--json").stdout)
    assert (before["version"], before["last_update"], before["sealing"]["trouble"]) == ("", None, "K1")
    (notice,) = before["notices"]
    assert notice.startswith("There is no key to seal to")
    updated = province.kiosk("update", "--json")
    assert updated.exit_code == 0
    assert json.loads(updated.stdout)["status"] == "updated"
    assert province.kiosk("update").stdout.endswith("is the newest\n")
    told = province.kiosk("status", "--json")
    status = json.loads(told.stdout)
    assert told.exit_code == 0
    assert set(status) == {
        "version", "directory", "procedures", "url", "sealing", "last_update", "confirmed_until", "notices",
    }  # fmt: skip
    assert status["sealing"] == {"source": "catalogue", "keys": [province.recipient.key], "trouble": None}
    assert f"seals to     Khóa 1 (until {province.recipient.last})" in province.kiosk("status").stdout
    assert status["version"] == json.loads(updated.stdout)["version"]
    assert status["last_update"]["status"] == "current"
    assert datetime.fromisoformat(status["confirmed_until"]) > datetime.now(UTC)


def test_a_host_that_is_down_is_a_negative_answer_and_stays_in_the_status(province: Province, host: StaticHost) -> None:
    assert province.kiosk("update").exit_code == 0
    province.write_settings(url="http://127.0.0.1:9/catalogue")
    told = province.kiosk("update")
    assert told.exit_code == 1
    assert "The catalogue in service stays." in told.stderr
    assert json.loads(province.kiosk("update", "--json").stdout)["status"] == "unreachable"
    status = province.kiosk("status")
    assert status.exit_code == 1
    assert f"! {told.stderr.strip()}" in status.stdout


def test_a_word_that_has_expired_since_is_told_though_nothing_was_asked(province: Province, host: StaticHost) -> None:
    past = datetime(2026, 1, 1, tzinfo=UTC)
    (province.folder / "data" / "catalogue").mkdir(parents=True)
    write_report(province.folder / "data" / "catalogue", Report(past, "current", "", "", past))
    status = province.kiosk("status")
    assert status.exit_code == 1
    assert "good until 2026-01-01" in status.stdout


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"url": ""}, "[catalogue] url is empty"),
        ({"url": "http://127.0.0.1:9", "root": ""}, "[catalogue] root is empty"),
        ({"url": "http://127.0.0.1:9", "root": "/nowhere/root.json"}, "/nowhere/root.json: cannot be read"),
        ({"url": "http://127.0.0.1:9", "root": "/proc/self/status"}, "is no trusted root"),
        ({"url": "http://127.0.0.1:9", "mirror": "x"}, "mirror"),
    ],
)
def test_settings_that_allow_no_update_are_one_clear_line(province: Province, keys: dict[str, str], told: str) -> None:
    province.write_settings(**keys)
    answer = province.kiosk("update")
    assert answer.exit_code == 2
    assert told in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/x", "127.0.0.1", "http://", "http://[", "http://127.0.0.1:99999/"])
def test_an_address_that_is_none_is_told(province: Province, host: StaticHost, url: str) -> None:
    province.write_settings(url=url)
    answer = province.kiosk("update")
    assert answer.exit_code == 2
    assert answer.stderr == (
        f"[catalogue] url = {url}: is no address, the catalogue in service stays; write it as in https://host/catalogue\n"
    )


def test_a_kiosk_whose_settings_name_a_key_is_told_that_it_does_not_follow_the_catalogue(
    province: Province, host: StaticHost
) -> None:
    assert province.kiosk("update").exit_code == 0
    own = new_key()
    province.write_settings(own, url=host.url)
    told = province.kiosk("status")
    assert told.exit_code == 1
    assert f"seals to     {own} ([portal] recipients)" in told.stdout
    assert "! [portal] recipients goes before the keys of the signed catalogue" in told.stdout


def test_without_updates_the_status_says_so(province: Province) -> None:
    province.write_settings(new_key(), url="")
    status = province.kiosk("status")
    assert status.exit_code == 0
    assert "off: [catalogue] url is empty" in status.stdout
