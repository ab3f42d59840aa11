"""JSON that could mean two things, or that would stop the kiosk, is refused with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.forms.documents import DEEPEST, JsonError, read_json
from kiosk.forms.form import load_form, parse_form
from kiosk.forms.problems import FormError

PAGE = '{"pages": [{"name": "p", "elements": [%s]}]}'


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "$", "is not JSON"),
        ("\0" * 10, "$", "is not JSON"),
        ('{"a": 1, "a": 2}', "$", "'a' stands twice"),
        ('{"a": NaN}', "$", "NaN is no number"),
        ('{"a": [-Infinity]}', "$", "-Infinity is no number"),
        ('{"a": [1, 1e999]}', "$.a[1]", "too large a number"),
        ('{"a": 9007199254740993}', "$.a", "too large a whole number"),
        ('{"a": ' + "9" * 5000 + "}", "$", "is not JSON"),
        (r'{"a": {"b": "\ud800"}}', "$.a.b", "half a surrogate pair"),
        (r'{"\ud800": 1}', "$", "half a surrogate pair"),
        ("[" * 100_000, "$", f"more than {DEEPEST} levels"),
        ('{"a": ' * 5000 + "1" + "}" * 5000, "$", f"more than {DEEPEST} levels"),
    ],
)
def test_what_other_readers_would_understand_otherwise_is_refused(text: str, path: str, message: str) -> None:
    with pytest.raises(JsonError, match=message) as refused:
        read_json(text)
    assert refused.value.path == path


def test_depth_is_counted_in_levels() -> None:
    assert read_json("[" * DEEPEST + "]" * DEEPEST)
    with pytest.raises(JsonError, match="levels"):
        read_json("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


def test_a_byte_order_mark_and_whole_surrogate_pairs_are_read() -> None:
    assert read_json('\ufeff{"a": "\\ud83d\\ude00", "b": -9007199254740992}') == {"a": "😀", "b": -(2**53)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"title": "\xe9"}', r"bad\.json: \$: is not UTF-8"),
        (
            (PAGE % '{"type": "text", "name": "a", "min": 1e999}').encode(),
            r"\$\.pages\[0\]\.elements\[0\]\.min: is too",
        ),
        ((PAGE % '{"type": "text", "name": "a", "name": "b"}').encode(), "stands twice"),
    ],
)
def test_a_file_that_is_refused_is_named_with_the_place(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(FormError, match=message):
        load_form(file)


@pytest.mark.parametrize(
    ("element", "message"),
    [
        ({"type": "paneldynamic", "name": "l", "panelCount": 10**9}, r"panelCount: 1000000000 is no number of items"),
        ({"type": "paneldynamic", "name": "l", "minPanelCount": -1}, r"minPanelCount: -1 is no number of items"),
        (
            {"type": "text", "name": "a", "visibleIf": " or ".join(["{b} = 1"] * 20_000)},
            r"visibleIf: more than 200 levels",
        ),
        ({"type": "text", "name": "a", "visibleIf": "!" * 3000 + "{b}"}, r"visibleIf: (more than 200 levels|not an)"),
    ],
)
def test_what_would_stop_the_kiosk_is_refused(element: dict[str, object], message: str) -> None:
    document = json.loads(PAGE % json.dumps({"templateElements": [{"type": "text", "name": "n"}], **element}))
    with pytest.raises(FormError, match=message):
        parse_form(document, "bad.json")
