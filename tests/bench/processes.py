"""What a bench asks of another process: how much memory it has and how much work it has done."""

from __future__ import annotations

import psutil


def megabytes(process: psutil.Process) -> tuple[float, float]:
    """Return resident and proportional memory: what is shared with others counts by their number."""
    memory = process.memory_full_info()
    return memory.rss / 1e6, memory.pss / 1e6


def processor_share(process: psutil.Process, seconds: float) -> float:
    """Watch a process for some seconds; returns the share of one core that it took, in percent."""
    before = process.cpu_times()
    try:
        process.wait(seconds)
    except psutil.TimeoutExpired:
        after = process.cpu_times()
        return 100 * (after.user + after.system - before.user - before.system) / seconds
    raise AssertionError("the process has ended")
