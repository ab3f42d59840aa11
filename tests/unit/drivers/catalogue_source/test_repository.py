"""What a publisher makes: versions that go up, keys for its own eyes, and clear words when a key is missing."""

from __future__ import annotations

import shutil
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from drivers.catalogue_source.errors import PublishError
from drivers.catalogue_source.keyring import Keyring
from drivers.catalogue_source.layout import MAX_BUNDLE_BYTES
from drivers.catalogue_source.repository import CatalogueRepository, Published

NOW = datetime(2026, 10, 12, 8, 30, 15, 123456, tzinfo=UTC)


class Desk:
    """A publisher's folders and calendar."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "repository"
        self.keys = folder / "keys"
        self.day = 0

    def repository(self, days: int = 14) -> CatalogueRepository:
        return CatalogueRepository(self.out, Keyring(self.keys), NOW + timedelta(days=self.day), days)

    def publish(self, content: bytes = b"one", *new_keys: str) -> Published:
        return self.repository().publish(content, new_keys)

    def files(self) -> dict[str, bytes]:
        return {str(file.relative_to(self.out)): file.read_bytes() for file in self.out.rglob("*") if file.is_file()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_first_publication_makes_keys_that_only_their_owner_can_read(desk: Desk) -> None:
    desk.publish()
    keys = sorted(desk.keys.rglob("*.pem"))
    assert [f"{key.parent.name}/{key.name.split('-')[0]}" for key in keys] == [
        "offline/root",
        "offline/targets",
        "online/snapshot",
        "online/timestamp",
    ]
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (desk.keys / "offline", desk.keys / "online")} == {0o700}
    assert not [name for name, content in desk.files().items() if b"PRIVATE" in content]


def test_versions_go_up_and_old_files_stay_for_who_is_fetching(desk: Desk) -> None:
    first = desk.publish()
    before = desk.files()
    second = desk.publish(b"two")
    assert first.versions == {"root": 1, "targets": 1, "snapshot": 1, "timestamp": 1}
    assert second.versions == {"root": 1, "targets": 2, "snapshot": 2, "timestamp": 2}
    after = desk.files()
    assert {name for name in before if after[name] != before[name]} == {"metadata/timestamp.json"}
    assert set(after) - set(before) == {
        "metadata/2.snapshot.json",
        "metadata/2.targets.json",
        f"targets/{second.bundle}.catalogue.tar",
    }


def test_a_refresh_needs_no_offline_key_and_moves_the_end(desk: Desk) -> None:
    first = desk.publish()
    shutil.rmtree(desk.keys / "offline")
    desk.day = 10
    refreshed = desk.repository(days=20).refresh()
    assert refreshed.bundle == first.bundle
    assert refreshed.versions == {"root": 1, "targets": 1, "snapshot": 2, "timestamp": 2}
    assert refreshed.expires["timestamp"] == (NOW + timedelta(days=30)).replace(microsecond=0)
    assert refreshed.expires["targets"] == first.expires["targets"]


def test_a_root_near_its_end_is_renewed_where_its_key_is_at_hand(desk: Desk) -> None:
    first = desk.publish()
    desk.day = 600
    kept = shutil.move(next((desk.keys / "offline").glob("root-*")), desk.keys / "safe.pem")
    assert desk.publish().versions["root"] == 1
    shutil.move(kept, desk.keys / "offline" / "any-name.pem")
    renewed = desk.publish()
    assert renewed.versions["root"] == 2
    assert renewed.expires["root"] > first.expires["root"]


def test_a_new_key_is_named_by_a_new_root(desk: Desk) -> None:
    desk.publish()
    assert desk.publish(b"two", "root", "timestamp").versions["root"] == 2
    assert len(list(desk.keys.rglob("root-*.pem"))) == 2
    oldest = min((desk.keys / "offline").glob("root-*"), key=lambda file: file.stat().st_mtime_ns)
    oldest.unlink()
    assert desk.publish(b"three", "targets").versions["root"] == 3


@pytest.mark.parametrize("place", ["offline", "online"])
def test_without_its_keys_nothing_is_published_and_none_are_made(desk: Desk, place: str) -> None:
    desk.publish()
    shutil.rmtree(desk.keys / place)
    before = desk.files()
    with pytest.raises(PublishError, match=rf"{place}: the \w+ key .* bring the folder"):
        desk.publish(b"two")
    assert desk.files() == before
    assert not (desk.keys / place).exists()


def test_a_file_that_is_no_key_is_named(desk: Desk) -> None:
    desk.publish()
    rsa = generate_private_key(65537, 2048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for content in (b"", b"-----BEGIN PRIVATE KEY-----\n?\n-----END PRIVATE KEY-----\n", rsa):
        (desk.keys / "online" / "a.pem").write_bytes(content)
        with pytest.raises(PublishError, match=r"a\.pem"):
            desk.publish()


@pytest.mark.parametrize("file", ["1.root.json", "1.targets.json", "timestamp.json"])
def test_a_damaged_repository_is_named(desk: Desk, file: str) -> None:
    desk.publish()
    (desk.out / "metadata" / file).write_bytes(b"{")
    with pytest.raises(PublishError, match=file):
        desk.repository().refresh()


def test_a_file_of_another_role_is_named(desk: Desk) -> None:
    desk.publish()
    shutil.copy(desk.out / "metadata" / "1.targets.json", desk.out / "metadata" / "1.root.json")
    with pytest.raises(PublishError, match="is a targets file"):
        desk.publish()


def test_nothing_can_be_refreshed_before_something_was_published(desk: Desk) -> None:
    with pytest.raises(PublishError, match="publish a catalogue first"):
        desk.repository().refresh()


def test_a_bundle_that_kiosks_would_refuse_is_not_published(desk: Desk) -> None:
    with pytest.raises(PublishError, match="allowed"):
        desk.publish(b"\0" * (MAX_BUNDLE_BYTES + 1))
    assert not desk.out.exists()


def test_a_folder_that_cannot_be_written_is_named(desk: Desk) -> None:
    desk.out.write_text("?")
    with pytest.raises(PublishError, match="repository"):
        desk.publish()
