"""IPP messages on the wire (RFC 8010), as far as printing a document needs them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

Value = int | bool | str | bytes
Values = tuple[Value, ...]

_VERSION = (2, 0)
_LAST_SUCCESS = 0x00FF
_LAST_GROUP_TAG = 0x0F
_LAST_OUT_OF_BAND = 0x1F


class MalformedAnswerError(Exception):
    """What came back is no IPP message."""


class Group(IntEnum):
    """The tags that begin a group of attributes, and the one that ends them all."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(IntEnum):
    """The types of values."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    COLLECTION = 0x34
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49


_WITH_LANGUAGE = {Tag.TEXT_WITH_LANGUAGE, Tag.NAME_WITH_LANGUAGE}
_TEXTS = range(0x41, 0x4A)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a request."""

    name: str
    tag: Tag
    values: Values


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. What is inside of collections is passed over: nothing that is needed here lies in one."""

    status: int
    groups: tuple[tuple[int, Mapping[str, Values]], ...]

    @property
    def ok(self) -> bool:
        """Whether the printer did what it was asked to (``successful-ok`` and its kin)."""
        return self.status <= _LAST_SUCCESS

    def all_of(self, group: Group) -> list[Mapping[str, Values]]:
        """Return every group of a kind, in order."""
        return [values for tag, values in self.groups if tag == group]

    def first_of(self, group: Group) -> Mapping[str, Values]:
        """Return the first group of a kind, an empty one when there is none."""
        return next(iter(self.all_of(group)), {})


def encode(operation: int, request_id: int, groups: Sequence[tuple[Group, Sequence[Attribute]]]) -> bytes:
    """Write a request; a document may follow it."""
    parts = [struct.pack(">BBHI", *_VERSION, operation, request_id)]
    for group, attributes in groups:
        parts.append(bytes((group,)))
        parts.extend(_attribute(attribute) for attribute in attributes)
    parts.append(bytes((Group.END,)))
    return b"".join(parts)


def _attribute(attribute: Attribute) -> bytes:
    """Write an attribute; every value after the first goes without a name."""
    written = b""
    for number, value in enumerate(attribute.values):
        name = b"" if number else attribute.name.encode("ascii")
        content = _content(value)
        written += struct.pack(">BH", attribute.tag, len(name)) + name + struct.pack(">H", len(content)) + content
    return written


def _content(value: Value) -> bytes:
    match value:
        case bool():
            return bytes((value,))
        case int():
            return struct.pack(">i", value)
        case str():
            return value.encode("utf-8")
        case bytes():
            return value


def decode(message: bytes) -> Answer:
    """Read an answer. Raises MalformedAnswerError."""
    try:
        _, _, status, _ = struct.unpack_from(">BBHI", message)
        return Answer(status, tuple(_groups(message)))
    except (struct.error, IndexError) as error:
        raise MalformedAnswerError(f"an answer of {len(message)} bytes breaks off") from error


def _groups(message: bytes) -> Iterator[tuple[int, Mapping[str, Values]]]:
    offset, tag, group, depth, name = 8, 0, dict[str, Values](), 0, ""
    while message[offset] != Group.END:
        if message[offset] <= _LAST_GROUP_TAG:
            if tag:
                yield tag, group
            tag, group, depth, name = message[offset], {}, 0, ""
            offset += 1
            continue
        kind, own_name, content, offset = _entry(message, offset)
        depth += (kind == Tag.COLLECTION) - (kind == Tag.END_COLLECTION)
        if depth or kind == Tag.END_COLLECTION:
            continue
        name = own_name or name
        if kind > _LAST_OUT_OF_BAND:
            group[name] = (*group.get(name, ()), _value(kind, content))
    if tag:
        yield tag, group


def _entry(message: bytes, offset: int) -> tuple[int, str, bytes, int]:
    """Read tag, name and content of one value; also say where the next one begins."""
    kind = message[offset]
    name, offset = _counted(message, offset + 1)
    content, offset = _counted(message, offset)
    return kind, name.decode("ascii", "replace"), content, offset


def _counted(message: bytes, offset: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", message, offset)
    end = offset + 2 + length
    if end > len(message):
        raise IndexError(end)
    return message[offset + 2 : end], end


def _value(kind: int, content: bytes) -> Value:
    if kind in {Tag.INTEGER, Tag.ENUM}:
        return int(struct.unpack(">i", content)[0])
    if kind == Tag.BOOLEAN:
        return content != b"\0"
    if kind in _WITH_LANGUAGE:
        _, offset = _counted(content, 0)
        content, _ = _counted(content, offset)
        return content.decode("utf-8", "replace")
    return content.decode("utf-8", "replace") if kind in _TEXTS else content
