"""How often the right procedure is in sight, and how long a key press takes, beside plain FTS5 and plain rapidfuzz."""

from __future__ import annotations

import random
import statistics
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from bench.search_names import generated_entries
from bench.search_peers import PEERS, Peer
from bench.search_styles import STYLES, Names, queries

import config
from kiosk.catalogue import load_catalogue
from kiosk.catalogue.search import SearchEntry

GENERATED = 6000
SEED = 20261125
QUERIES_PER_STYLE = 100
TYPED_OUT_PER_STYLE = 3
DATA = Path(__file__).parents[1] / "unit" / "kiosk" / "catalogue" / "search"

Queries = Sequence[tuple[str, str]]


def everyday_entries() -> list[SearchEntry]:
    """Return the procedures that ship, and those of the evaluation that do not ship yet."""
    document = tomllib.loads((DATA / "procedures.toml").read_text(encoding="utf-8"))
    evaluated = [SearchEntry(**{**item, "synonyms": tuple(item["synonyms"])}) for item in document["procedure"]]
    codes = {entry.code for entry in evaluated}
    shipped = load_catalogue(Path(config.__file__).parent).procedures
    others = [procedure for procedure in shipped if procedure.code not in codes]
    return evaluated + [SearchEntry(item.code, item.name.vi, item.plain.vi, item.synonyms) for item in others]


def everyday_queries() -> dict[str, Queries]:
    document = tomllib.loads((DATA / "queries.toml").read_text(encoding="utf-8"))
    return {
        part: [(text, code) for code, texts in wanted.items() for text in texts] for part, wanted in document.items()
    }


def recall(peer: Peer, wanted: Queries) -> tuple[float, float]:
    """Return the share of queries whose code is among the first three, and among the first five."""
    found = [(peer.codes(query, 5), code) for query, code in wanted]
    three, five = (sum(code in codes[:top] for codes, code in found) / len(found) for top in (3, 5))
    return three, five


def milliseconds(peer: Peer, wanted: Queries) -> list[float]:
    """Type each query letter by letter and return how long each press took, in ascending order."""
    taken = []
    for query, _ in wanted:
        for length in range(1, len(query) + 1):
            begun = time.perf_counter()
            peer.codes(query[:length], 5)
            taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)


@pytest.mark.bench
@pytest.mark.timeout(1800)
def test_search_beside_its_peers(capsys: pytest.CaptureFixture[str]) -> None:
    source = random.Random(SEED)
    generated = generated_entries(GENERATED, SEED)
    names = Names(generated)
    made = {name: queries(style, generated, names, QUERIES_PER_STYLE, source) for name, style in STYLES.items()}
    made |= {f"by hand, {part}": wanted for part, wanted in everyday_queries().items()}
    entries = [*everyday_entries(), *generated]
    typed_out = [pair for wanted in made.values() for pair in wanted[:TYPED_OUT_PER_STYLE]]
    with capsys.disabled():
        presses = sum(len(query) for query, _ in typed_out)
        print(f"\n{len(entries)} procedures; {presses} key presses, one after another, on a new index")
        peers = _timed(entries, typed_out)
        print(f"recall@3 / recall@5 in %\n{'style':<18}{'queries':>8}" + "".join(f"{name:>17}" for name in peers))
        for style, wanted in made.items():
            figures = [recall(peer, wanted) for peer in peers.values()]
            cells = "".join(f"{f'{three * 100:.1f} / {five * 100:.1f}':>17}" for three, five in figures)
            print(f"{style:<18}{len(wanted):>8}{cells}")


def _timed(entries: Sequence[SearchEntry], typed: Queries) -> dict[str, Peer]:
    """Build every peer, ours first, type on it and print the times with their ratios to ours."""
    peers: dict[str, Peer] = {}
    ours: tuple[float, float] | None = None
    for name, build in PEERS.items():
        begun = time.perf_counter()
        peers[name] = build(entries)
        seconds = time.perf_counter() - begun
        taken = milliseconds(peers[name], typed)
        middle, late = statistics.median(taken), taken[int(len(taken) * 0.95)]
        ours = ours or (middle, late)
        print(
            f"{name}: built in {seconds:.2f} s; a press: {middle:.2f} ms p50 ({middle / ours[0]:.1f} × ours), "
            f"{late:.2f} p95 ({late / ours[1]:.1f} ×), {taken[-1]:.1f} longest"
        )
    return peers
