"""A folder always gives the same bundle, a bundle gives the folder back, and nothing else is taken for one."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from doubles.publisher import SHIPPED
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue import bundle
from kiosk.catalogue.bundle import BundleError, collect, digest, pack, unpack

NAME = st.from_regex(r"[a-z0-9ế](?:[a-z0-9ế. -]{0,6}[a-z0-9])?", fullmatch=True)
FILES = st.dictionaries(st.lists(NAME, min_size=1, max_size=3).map("/".join), st.binary(max_size=2000), max_size=6)


def has_no_file_as_folder(files: dict[str, bytes]) -> bool:
    return not any(other.startswith(f"{name}/") for name in files for other in files)


@given(FILES.filter(has_no_file_as_folder))
def test_what_was_packed_comes_out_again(files: dict[str, bytes]) -> None:
    packed = pack(files)
    assert unpack(packed) == files
    assert pack(dict(reversed(files.items()))) == packed


@given(st.binary(max_size=3000))
def test_any_bytes_are_a_bundle_or_a_clear_error(content: bytes) -> None:
    try:
        files = unpack(content)
    except BundleError:
        return
    assert pack(files) == content


@given(st.integers(0), st.integers(1, 255))
def test_a_changed_byte_is_another_bundle_or_a_clear_error(place: int, change: int) -> None:
    content = bytearray(pack({"a/b.json": b"{}" * 300, "c.toml": b"x = 1"}))
    content[place % len(content)] ^= change
    try:
        files = unpack(bytes(content))
    except BundleError:
        return
    assert digest(pack(files)) == digest(bytes(content)) != digest(pack({"a/b.json": b"{}" * 300, "c.toml": b"x = 1"}))


def test_times_owners_and_order_on_disk_do_not_matter(tmp_path: Path) -> None:
    for number, names in enumerate((("b", "a"), ("a", "b"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name in names:
            (folder / name).write_text(name)
            (folder / name).chmod(0o600 + number)
            os.utime(folder / name, (number, number))
    assert pack(collect(tmp_path / "0")) == pack(collect(tmp_path / "1"))


def test_code_and_hidden_files_stay_at_home() -> None:
    names = set(collect(SHIPPED))
    assert "procedures/2.000635/form.json" in names
    assert not [name for name in names if name.endswith(".py") or "__pycache__" in name]


def entry(name: str, **fields: object) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    for field, value in fields.items():
        setattr(member, field, value)
    return member


def archive(*members: tarfile.TarInfo, kind: int = tarfile.USTAR_FORMAT) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=kind) as tar:
        for member in members:
            tar.addfile(member, io.BytesIO(b"x" * member.size))
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (archive(entry("/etc/passwd")), "leads out"),
        (archive(entry("a/../../b")), "leads out"),
        (archive(entry("./a")), "leads out"),
        (archive(entry("a//b")), "leads out"),
        (archive(entry("a\\b")), "character"),
        (archive(entry("a\nb")), "character"),
        (archive(entry(".ssh/key")), "hidden"),
        (archive(entry("a.py")), "code"),
        (archive(entry("a", type=tarfile.SYMTYPE, linkname="/etc/passwd")), "plain file"),
        (archive(entry("a", type=tarfile.LNKTYPE, linkname="b")), "plain file"),
        (archive(entry("a", type=tarfile.CHRTYPE, devmajor=1)), "plain file"),
        (archive(entry("a", type=tarfile.BLKTYPE)), "plain file"),
        (archive(entry("a", type=tarfile.FIFOTYPE)), "plain file"),
        (archive(entry("a", type=tarfile.DIRTYPE)), "plain file"),
        (archive(entry("a"), entry("a")), "twice"),
        (archive(entry("a"), entry("a/b")), "at once"),
        (archive(entry("b"), entry("a")), "not made by"),
        (archive(entry("a", mtime=1)), "not made by"),
        (archive(entry("a", mode=0o4755)), "not made by"),
        (archive(entry("a", uid=1000)), "not made by"),
        (archive(entry("a", pax_headers={"comment": "x"}), kind=tarfile.PAX_FORMAT), "not made by"),
        (archive(entry("a")) + b"\0" * 512, "not made by"),
        (archive(entry("a", size=600))[:700], "cannot be opened"),
        (archive(entry("a", size=bundle.MAX_FILE_BYTES + 1)), "allowed"),
        (b"\0" * (bundle.MAX_BUNDLE_BYTES + 1), "allowed"),
        (b"", "cannot be opened"),
    ],
)
def test_what_publish_does_not_write_is_refused_by_name(content: bytes, words: str) -> None:
    with pytest.raises(BundleError, match=words):
        unpack(content)


def test_a_negative_size_leads_nowhere() -> None:
    header = bytearray(archive(entry("a"))[:512])
    header[124:136] = b"\xff" * 12  # minus one in base 256
    total = sum(header[:148]) + 8 * 32 + sum(header[156:512])
    header[148:156] = f"{total:06o}\0 ".encode()
    with pytest.raises(BundleError):
        unpack(bytes(header) + b"\0" * 1024)


def test_too_many_files_are_refused() -> None:
    names = [f"{number:05}" for number in range(bundle.MAX_FILES + 1)]
    with pytest.raises(BundleError, match="allowed"):
        pack(dict.fromkeys(names, b""))
    with pytest.raises(BundleError, match="more than"):
        unpack(archive(*map(entry, names)))


def link(folder: Path) -> None:
    (folder / "link").symlink_to("/etc/passwd")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe")


def long_name(folder: Path) -> None:
    (folder / ("x" * 210)).write_text("")


def large_file(folder: Path) -> None:
    with (folder / "large").open("wb") as file:
        file.truncate(bundle.MAX_FILE_BYTES + 1)


def control_character(folder: Path) -> None:
    (folder / "a\tb").write_text("")


@pytest.mark.parametrize("spoil", [link, pipe, long_name, large_file, control_character])
def test_a_folder_that_cannot_be_published_is_named(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    (tmp_path / "good").write_text("")
    spoil(tmp_path)
    with pytest.raises(BundleError, match=r"; \w+"):
        pack(collect(tmp_path))


def test_a_folder_that_is_missing_or_empty_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="no file in it"):
        collect(tmp_path)
    with pytest.raises(BundleError, match="nowhere"):
        collect(tmp_path / "nowhere")
