"""Options are set by what a device offers, whatever its backend calls it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from drivers.scanner.options import SetUp, nearest, rank, sensors, set_up, sources


@dataclass
class Option:
    constraint: Any = None
    active: bool = True
    settable: bool = True

    def is_active(self) -> bool:
        return self.active

    def is_settable(self) -> bool:
        return self.settable


class Device:
    """Behaves as python-sane's device does: a name that is no option is silently an attribute."""

    def __init__(self, **options: Option) -> None:
        self.opt = options


@pytest.mark.parametrize(
    ("offered", "duplex", "simplex"),
    [
        (["Flatbed", "ADF", "ADF Duplex"], "ADF Duplex", "ADF"),
        (["ADF Front", "ADF Back", "ADF Duplex"], "ADF Duplex", "ADF Front"),
        (["ADF Front", "ADF Back", "ADF Duplex", "Card Front", "Card Duplex"], "ADF Duplex", "ADF Front"),
        (
            [
                "FlatBed",
                "Automatic Document Feeder(left aligned)",
                "Automatic Document Feeder(left aligned,Duplex)",
                "Automatic Document Feeder(centrally aligned)",
                "Automatic Document Feeder(centrally aligned,Duplex)",
            ],
            "Automatic Document Feeder(left aligned,Duplex)",
            "Automatic Document Feeder(left aligned)",
        ),
        (["Flatbed", "ADF", "Duplex"], "Duplex", "ADF"),
        (["ADF-front", "ADF-both"], "ADF-both", "ADF-front"),
        (["Flatbed", "Automatic Document Feeder"], None, "Automatic Document Feeder"),
        (["Flatbed", "Transparency Adapter"], None, None),
        (["ADF Simplex", "ADF Duplex"], "ADF Duplex", "ADF Simplex"),
        (["ADF Duplex"], "ADF Duplex", None),
        ([], None, None),
    ],
)
def test_sources_are_read_by_their_meaning(offered: list[str], duplex: str | None, simplex: str | None) -> None:
    found = sources(offered)
    assert (found.duplex, found.simplex) == (duplex, simplex)


def test_a_duplex_feeder_of_an_office_scanner_is_set_up() -> None:
    device = Device(
        source=Option(["Flatbed", "ADF Front", "ADF Back", "ADF Duplex"]),
        mode=Option(["Lineart", "Gray", "Color"]),
        depth=Option([1, 8, 16]),
        resolution=Option([100, 200, 300, 600]),
        page_width=Option((0.0, 220.0, 0.1)),
        br_x=Option((0.0, 215.9, 0.1)),
        br_y=Option((0.0, 900.0, 0.1)),
        df_action=Option(["Default", "Continue", "Stop"]),
    )
    assert set_up(device, duplex=True, dpi=300, grey=False) == SetUp(both_sides=True, feeds=True, dpi=300)
    assert (device.source, device.mode, device.depth) == ("ADF Duplex", "Color", 8)
    assert (device.page_width, device.br_x, device.br_y, device.df_action) == (210.0, 210.0, 297.0, "Stop")


@pytest.mark.parametrize(
    ("option", "value"), [({"adf_mode": Option(["Simplex", "Duplex"])}, "Duplex"), ({"duplex": Option()}, True)]
)
def test_duplex_may_be_a_switch_of_its_own(option: dict[str, Option], value: Any) -> None:
    device = Device(source=Option(["Flatbed", "Automatic Document Feeder"]), **option)
    assert set_up(device, duplex=True, dpi=300, grey=False).both_sides
    assert getattr(device, next(iter(option))) == value
    assert not set_up(device, duplex=False, dpi=300, grey=False).both_sides
    assert rank(device) == 3


def test_a_feeder_without_duplex_is_said_to_read_one_side() -> None:
    device = Device(source=Option(["Flatbed", "Automatic Document Feeder"]), mode=Option(["Gray", "24bit Color[Fast]"]))
    assert set_up(device, duplex=True, dpi=300, grey=False) == SetUp(both_sides=False, feeds=True, dpi=300)
    assert (device.source, device.mode) == ("Automatic Document Feeder", "24bit Color[Fast]")


def test_a_glass_alone_feeds_nothing() -> None:
    device = Device(source=Option(["Flatbed"]))
    assert set_up(device, duplex=True, dpi=300, grey=True) == SetUp(both_sides=False, feeds=False, dpi=300)
    assert rank(device) == 1


def test_a_device_that_only_knows_duplex_is_believed() -> None:
    assert set_up(Device(source=Option(["ADF Duplex"])), duplex=False, dpi=300, grey=False).both_sides


def test_what_cannot_be_set_is_left_alone() -> None:
    device = Device(resolution=Option([100], active=False), br_x=Option((0.0, 100.0, 1.0), settable=False))
    assert set_up(device, duplex=True, dpi=300, grey=False) == SetUp(both_sides=False, feeds=True, dpi=300)
    assert not hasattr(device, "br_x")


@pytest.mark.parametrize(("offered", "chosen"), [([150, 300], 300), ([200, 400, 600], 400), ([100, 200], 200)])
def test_the_resolution_is_the_lowest_that_is_enough(offered: list[int], chosen: int) -> None:
    assert nearest(offered, 300) == chosen


def test_scanners_are_ranked_sheet_fed_duplex_first() -> None:
    names = (["Flatbed"], ["Flatbed", "ADF"], ["ADF", "ADF Duplex"])
    assert [rank(Device(source=Option(offered))) for offered in names] == [1, 2, 3]


def test_sensors_tell_what_they_see() -> None:
    device = Device(double_feed=Option(), cover_open=Option(), page_loaded=Option(active=False))
    device.double_feed, device.cover_open = True, False
    assert sensors(device) == ("double_feed",)
