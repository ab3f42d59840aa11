"""Messages between scanner and worker: what was said is heard, and nothing else is believed."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.scanner.frames import FrameError, read_frame
from drivers.scanner.messages import (
    Ended,
    FromWorker,
    Job,
    Opened,
    SideBegan,
    SideMoved,
    SideRead,
    hear,
    hear_worker,
    say,
)


@pytest.mark.parametrize(
    "message",
    [
        Opened("airscan:e0:X", "airscan eSCL X", True, 300),
        SideBegan(3, "back"),
        SideMoved(0.5),
        SideRead(2480, 3508, 3508, "RGB"),
        Ended("Document feeder jammed", ("double_feed",)),
    ],
)
def test_what_is_said_is_heard(message: FromWorker) -> None:
    pipe = BytesIO()
    say(pipe, message)
    pipe.seek(0)
    frame = read_frame(pipe)
    assert hear_worker(frame) == message


def test_a_job_is_handed_over() -> None:
    job, pipe = Job("auto", "", "", True, 300, False), BytesIO()
    say(pipe, job)
    pipe.seek(0)
    frame = read_frame(pipe)
    assert isinstance(frame, dict)
    assert hear(frame, Job) == job


@pytest.mark.parametrize(
    "frame",
    [
        None,
        b"pixels",
        {},
        {"type": "SideRead", "width": 40_000, "height": 40_000, "expected_height": 0, "mode": "RGB"},
        {"type": "SideRead", "width": -1, "height": 5, "expected_height": 0, "mode": "L"},
        {"type": "SideRead", "width": 5, "height": 5, "expected_height": 0, "mode": "CMYK"},
        {"type": "SideBegan", "sheet": 0, "side": "front"},
        {"type": "SideBegan", "sheet": 1, "side": "top"},
        {"type": "SideMoved", "fraction": float("nan")},
        {"type": "Opened"},
        {"type": "Job", "device": "", "seen_name": "", "seen_model": "", "duplex": True, "dpi": 1, "grey": True},
        {"type": "Ended", "words": "x", "more": 1},
    ],
)
def test_what_a_worker_may_not_say_is_no_message(frame: dict[str, Any] | bytes | None) -> None:
    with pytest.raises(FrameError):
        hear_worker(frame)


@given(st.dictionaries(st.text(max_size=8), st.none() | st.integers() | st.floats() | st.text(max_size=9), max_size=5))
def test_no_object_breaks_the_ear(frame: dict[str, Any]) -> None:
    with pytest.raises(FrameError):
        hear_worker(frame)
