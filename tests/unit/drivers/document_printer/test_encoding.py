"""IPP on the wire: the examples of RFC 8010, and nothing that a printer sends breaks the reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.document_printer.encoding import Answer, Attribute, Group, MalformedAnswerError, Tag, decode, encode
from drivers.document_printer.words import Operation, keywords

# RFC 8010, A.5 (a Create-Job request with collections), cut to what tells something, and A.2 (Print-Job's answer).
ANSWER = (
    b"\x01\x01\x00\x00\x00\x00\x00\x01"
    b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x48\x00\x1battributes-natural-language\x00\x05en-us"
    b"\x41\x00\x0estatus-message\x00\x0dsuccessful-ok"
    b"\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x93\x45\x00\x07job-uri\x00\x20ipp://printer.example/jobs/147\x20\x20"
    b"\x23\x00\x09job-state\x00\x04\x00\x00\x00\x03\x03"
)


def test_an_answer_of_the_rfc_is_read() -> None:
    answer = decode(ANSWER)
    assert answer.ok
    assert answer.first_of(Group.OPERATION)["status-message"] == ("successful-ok",)
    assert answer.first_of(Group.JOB)["job-id"] == (147,)
    assert answer.first_of(Group.JOB)["job-state"] == (3,)


def test_a_request_of_the_rfc_is_written_byte_for_byte() -> None:
    request = encode(
        Operation.GET_JOBS,
        123,
        [
            (
                Group.OPERATION,
                [
                    Attribute("attributes-charset", Tag.CHARSET, ("utf-8",)),
                    Attribute("attributes-natural-language", Tag.LANGUAGE, ("en-us",)),
                    Attribute("printer-uri", Tag.URI, ("ipp://printer.example.com/ipp/print/pinetree",)),
                    Attribute("limit", Tag.INTEGER, (50,)),
                    keywords("requested-attributes", "job-id", "job-name", "document-format"),
                ],
            )
        ],
    )
    assert request == (  # RFC 8010, A.8, in the version that we speak
        b"\x02\x00\x00\x0a\x00\x00\x00\x7b\x01"
        b"\x47\x00\x12attributes-charset\x00\x05utf-8\x48\x00\x1battributes-natural-language\x00\x05en-us"
        b"\x45\x00\x0bprinter-uri\x00\x2cipp://printer.example.com/ipp/print/pinetree"
        b"\x21\x00\x05limit\x00\x04\x00\x00\x00\x32"
        b"\x44\x00\x14requested-attributes\x00\x06job-id"
        b"\x44\x00\x00\x00\x08job-name\x44\x00\x00\x00\x0fdocument-format\x03"
    )


def test_what_lies_in_collections_is_passed_over() -> None:
    def entry(tag: int, name: bytes, value: bytes = b"") -> bytes:
        return bytes((tag,)) + len(name).to_bytes(2) + name + len(value).to_bytes(2) + value

    inner = entry(0x4A, b"", b"media-size") + entry(0x34, b"") + entry(0x4A, b"", b"x") + entry(0x21, b"", bytes(4))
    message = (
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x04"
        + entry(0x34, b"media-col-ready")
        + inner
        + entry(0x37, b"")
        + entry(0x37, b"")
        + entry(0x34, b"")
        + entry(0x4A, b"", b"media-key")
        + entry(0x44, b"", b"a4")
        + entry(0x37, b"")
        + entry(0x44, b"media-ready", b"iso_a4_210x297mm")
        + entry(0x44, b"", b"na_letter")
        + entry(0x13, b"media-other")
        + b"\x03"
    )
    assert decode(message) == Answer(0, ((Group.PRINTER, {"media-ready": ("iso_a4_210x297mm", "na_letter")}),))


def test_each_job_is_a_group_of_its_own() -> None:
    jobs = [(Group.JOB, [Attribute("job-id", Tag.INTEGER, (number,))]) for number in (4, 5)]
    assert [job["job-id"] for job in decode(encode(0, 1, jobs)).all_of(Group.JOB)] == [(4,), (5,)]


def test_an_answer_that_breaks_off_is_malformed_wherever_it_does() -> None:
    for length in range(len(ANSWER)):
        with pytest.raises(MalformedAnswerError):
            decode(ANSWER[:length])


@given(st.binary(max_size=60))
@settings(max_examples=60)
def test_whatever_comes_is_read_or_malformed(tail: bytes) -> None:
    try:
        decode(ANSWER[:9] + tail)
    except MalformedAnswerError:
        pass


@given(st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1, max_size=5), st.text(max_size=20), st.booleans())
@settings(max_examples=40)
def test_what_is_written_is_read_again(numbers: list[int], text: str, flag: bool) -> None:
    written = [
        Attribute("numbers", Tag.INTEGER, tuple(numbers)),
        Attribute("name", Tag.NAME, (text,)),
        Attribute("flag", Tag.BOOLEAN, (flag,)),
    ]
    told = decode(encode(0, 1, [(Group.PRINTER, written)])).first_of(Group.PRINTER)
    assert told == {attribute.name: attribute.values for attribute in written}
