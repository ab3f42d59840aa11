"""Pages: how fast beside the bare floor and its peers, how often a finding is right, how good what fits is."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from doubles.made_pages import Recipe, made_page, varied
from PIL import Image

from drivers.scanner.escl_simulator import Delivery, EsclSimulator, write_sane_config
from kiosk.documents import bind, inspect, mark_duplicates, prepare
from kiosk.domain.page import Page

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]

BUDGET = 2_000_000
SIDES, FEW = 16, 4
EACH = int(os.environ.get("BENCH_PAGES", "40"))
HANDS = 2
TRIES = 5
SIDES_A_MINUTE = 140
OCRMYPDF = os.environ.get("OCRMYPDF") or shutil.which("ocrmypdf")

DULL = ((236, 240, 232), (232, 226, 208), (250, 222, 222))
BACKINGS = ((20, 20, 22), (60, 60, 60), (120, 110, 100))


# speed


def made(seed: int) -> Page:
    kinds = ("text", "form", "table", "photo")
    return made_page(varied(seed, dpi=300, kind=kinds[seed % 4], noise=2.0, quality=88), seed + 1)


@lru_cache(maxsize=1)
def batch(sides: int = SIDES) -> list[Page]:
    """Return sides as a scanner sends them: 300 dots an inch, colours, slightly askew, a quarter with a photograph."""
    with ProcessPoolExecutor(HANDS) as pool:
        return list(pool.map(made, range(sides)))


def floor(page: Page) -> bytes:
    out = BytesIO()
    with Image.open(BytesIO(page.jpeg)) as image:
        image.convert("RGB").save(out, "JPEG", quality=75)
    return out.getvalue()


def floors(pages: list[Page]) -> list[bytes]:
    with ThreadPoolExecutor(HANDS) as pool:
        return list(pool.map(floor, pages))


def ours(pages: list[Page]) -> bytes:
    with ThreadPoolExecutor(HANDS) as pool:
        looked_at = list(pool.map(lambda page: prepare(page, BUDGET / len(pages)), pages))
    bound = bind(mark_duplicates(looked_at), BUDGET)
    assert bound is not None
    assert len(bound) <= BUDGET
    return bound


def glued(pages: list[bytes]) -> bytes:
    import img2pdf  # noqa: PLC0415 - a peer, which may be missing

    return bytes(img2pdf.convert(pages))


class Stack(EsclSimulator):
    """A scanner with a stack of made pages in its feeder."""

    def __init__(self, pages: list[Page]) -> None:
        super().__init__()
        self._pages = pages
        self.load(*["one_sided"] * len(pages))
        self.fail(seconds_per_side=0.02)

    def next_side(self, number: int) -> Delivery | None:
        delivery = super().next_side(number)
        return delivery and replace(delivery, jpeg=self._pages[-1 - len(self.state()["feeder"])].jpeg)


def scanned_and_glued(pages: list[Page], folder: Path) -> None:
    with Stack(pages[::-1]) as device:
        name = write_sane_config(folder / "sane", device.url)
        words = ["scanimage", "-d", name, "--format=jpeg", "--resolution=300", "--source=ADF", "--mode=Color"]
        command = [*words, f"--batch={folder}/%d.jpg"]
        environment = os.environ | {"SANE_CONFIG_DIR": str(folder / "sane")}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    files = sorted(folder.glob("*.jpg"), key=lambda file: int(file.stem))
    assert len(files) == len(pages), done.stderr
    glued([file.read_bytes() for file in files])


def ocrmypdf(pages: list[Page], folder: Path) -> None:
    (folder / "in.pdf").write_bytes(glued([page.jpeg for page in pages]))
    words = [OCRMYPDF, "--use-threads", "-j", str(HANDS), "--deskew", "--clean", "--tesseract-timeout", "0"]
    command = [*words, "--output-type", "pdf", str(folder / "in.pdf"), str(folder / "out.pdf")]
    subprocess.run(command, check=True, capture_output=True)


def seconds(work: Callable[[], object], tries: int) -> float:
    taken = []
    for _ in range(tries):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


@pytest.mark.parametrize("sides", [8, 16])
def test_sides_a_minute_beside_the_floor_and_peers(sides: int, tmp_path: Path) -> None:
    pages = batch()[:sides]
    rows = {"floor: decode, encode": 1e9, "ours, every check, 2 MB": 1e9}
    for _ in range(TRIES):  # by turns, so that both see the same machine
        rows["floor: decode, encode"] = min(rows["floor: decode, encode"], seconds(lambda: floors(pages), 1))
        rows["ours, every check, 2 MB"] = min(rows["ours, every check, 2 MB"], seconds(lambda: ours(pages), 1))
    if find_spec("img2pdf") and shutil.which("scanimage"):
        rows["scanimage --batch, img2pdf"] = seconds(lambda: scanned_and_glued(pages, tmp_path), 2)
    if find_spec("img2pdf") and OCRMYPDF:
        rows["ocrmypdf --deskew --clean"] = seconds(lambda: ocrmypdf(pages[:FEW], tmp_path), 1) * sides / FEW
    base = rows["ours, every check, 2 MB"]
    print(f"\n{sides} sides, best of {TRIES}, load {os.getloadavg()[0]:.1f}")
    for name, taken in rows.items():
        print(f"{name:28} {60 * sides / taken:8.1f} sides/min   {taken / base:6.2f} × our time")


@pytest.mark.parametrize("sides", [10, 50, 100])
def test_how_long_the_pdf_is_waited_for_after_the_last_side(sides: int) -> None:
    """Sides come at the pace of a fast scanner; one thread looks at them, as at the kiosk."""
    pages = batch(100)[:sides]
    budget = max(BUDGET, 100_000 * sides)
    looks: list[float] = []

    def look(number: int, page: Page) -> Page:
        begun = time.thread_time()
        ready = prepare(page, budget / number, whole=True)
        looks.append(time.thread_time() - begun)
        return ready

    due, coming = time.perf_counter(), []
    with ThreadPoolExecutor(1) as scanning:
        for number, page in enumerate(pages, 1):
            coming.append(scanning.submit(look, number, page))
            arrived, due = time.perf_counter(), due + 60 / SIDES_A_MINUTE
            time.sleep(max(0.0, due - arrived) if number < sides else 0)
        looked_at = [each.result() for each in coming]
    worked = time.thread_time()
    ready = mark_duplicates(looked_at)
    assert bind(ready, budget) is not None
    ended, worked = time.perf_counter(), time.thread_time() - worked
    fits = bind(ready, BUDGET) is not None
    answered = time.perf_counter() - ended
    shown = {
        "PDF after the last side": ended - arrived,
        "of a processor": looks[-1] + worked,
        "to look at a side": median(looks),
        "to bind": worked,
        f"until {'bound' if fits else 'refused'} in 2 MB": answered,
    }
    told = ", ".join(f"{name} {1000 * taken:.0f} ms" for name, taken in shown.items())
    print(f"\n{sides} sides at {SIDES_A_MINUTE} a minute, {budget / 1e6:.0f} MB: {told}, load {os.getloadavg()[0]:.1f}")


# findings


def recipe(case: str, seed: int) -> Recipe:
    rng = random.Random(f"{case} {seed}")
    backing = rng.choice(BACKINGS)
    wanted: dict[str, dict[str, object]] = {
        "good": {},
        "on a dark table": {"backing": backing, "frame": (230, 320), "skew": round(rng.uniform(-8, 8), 2)},
        "through a feeder": {"backing": (15, 15, 15), "skew": round(rng.uniform(-4, 4), 2)},
        "A5 on the glass": {"size": (148, 210), "frame": (210, 297), "backing": backing, "points": 9},
        "turned": {"turned": rng.choice((90, 180, 270))},
        "blank": {"kind": "blank", "stamp": False},
        "dark": {"light": rng.uniform(0.25, 0.4)},
        "blurred": {"blur": rng.uniform(0.4, 0.8)},
        "glare": {"glare": True, "paper": rng.choice(DULL), "light": rng.uniform(0.8, 0.9)},
        "fingers": {"finger": True},
        "cut_corner": {"corner": rng.uniform(10, 35), "backing": backing, "frame": rng.choice((None, (225, 310)))},
        "truncated": {"tail": rng.uniform(0.05, 0.6)},
        "low_resolution": {"dpi": rng.choice((75, 100, 150))},
    }
    return varied(seed + 1000, **{"dpi": 200, **wanted[case]})


CASES = (
    "good", "on a dark table", "through a feeder", "A5 on the glass", "turned",
    "blank", "dark", "blurred", "glare", "fingers", "cut_corner", "truncated", "low_resolution",
)  # fmt: skip


def look(asked: tuple[str, int]) -> tuple[Recipe, Page]:
    made = recipe(*asked)
    return made, inspect(made_page(made))


def test_how_often_findings_are_right() -> None:
    print(f"\n{EACH} pages a case")
    with ProcessPoolExecutor(HANDS) as pool:
        for case in CASES:
            found = list(pool.map(look, [(case, seed) for seed in range(EACH)]))
            told = Counter(problem.value for _, page in found for problem in page.problems)
            hit = told.pop(case, None)
            measured = [(made, page.measures) for made, page in found if page.measures and made.kind != "blank"]
            wrong = [abs(measures.skew_deg - made.skew) for made, measures in measured]
            turns = Counter(
                "right" if measures.upright == -made.turned % 360 else "silent" if not measures.upright else "wrong"
                for made, measures in measured
            )
            skew = f"skew off by {np.mean(wrong):.3f}°, at most {max(wrong):.2f}°" if wrong else ""
            rate = "–" if hit is None else hit
            print(f"{case:16} found {rate:>3}  beside it {dict(told)}  {skew}  up: {dict(turns)}")
