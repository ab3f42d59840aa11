"""Which listed device is ours."""

from __future__ import annotations

from drivers.scanner.finding import Listed, candidates

FUJITSU = Listed("fujitsu:libusb:001:004", "FUJITSU", "fi-7160", "scanner")
FUJITSU_AGAIN = Listed("fujitsu:libusb:002:009", "FUJITSU", "fi-7160", "scanner")
OTHER_FUJITSU = Listed("fujitsu:libusb:002:010", "FUJITSU", "fi-6130", "scanner")
AIRSCAN = Listed("airscan:e0:HP LaserJet (USB)", "eSCL", "HP LaserJet (USB)", "ip=127.0.0.1")
CAMERA = Listed("v4l:/dev/video0", "Noname", "Integrated Camera", "video camera")
TEST = Listed("test:0", "Noname", "frontend-tester", "virtual device")


def test_a_named_device_is_itself() -> None:
    assert candidates([AIRSCAN, FUJITSU, OTHER_FUJITSU], FUJITSU.name, "") == (FUJITSU,)


def test_a_device_that_came_back_under_another_name_is_known_by_its_model() -> None:
    devices = [AIRSCAN, OTHER_FUJITSU, FUJITSU_AGAIN]
    assert candidates(devices, FUJITSU.name, FUJITSU.model) == (FUJITSU_AGAIN,)


def test_the_only_device_of_its_backend_will_do() -> None:
    assert candidates([AIRSCAN, FUJITSU_AGAIN, CAMERA], FUJITSU.name, "") == (FUJITSU_AGAIN,)


def test_another_scanner_in_the_network_is_never_taken_for_a_named_one() -> None:
    assert candidates([AIRSCAN], "airscan:e0:Ours", "airscan eSCL Ours") == ()


def test_there_is_no_guessing_between_two() -> None:
    assert candidates([OTHER_FUJITSU, FUJITSU_AGAIN], FUJITSU.name, "") == ()


def test_another_kind_of_device_is_never_taken_for_a_named_one() -> None:
    assert candidates([AIRSCAN, CAMERA], FUJITSU.name, "") == ()


def test_auto_looks_at_all_scanners_but_at_no_camera() -> None:
    assert candidates([CAMERA, AIRSCAN, FUJITSU, TEST], "auto", "") == (AIRSCAN, FUJITSU)


def test_auto_goes_back_to_the_model_that_it_had() -> None:
    assert candidates([AIRSCAN, FUJITSU_AGAIN], "auto", FUJITSU.model) == (FUJITSU_AGAIN,)


def test_auto_takes_a_virtual_device_when_there_is_nothing_else() -> None:
    assert candidates([TEST], "auto", "") == (TEST,)


def test_no_devices_are_no_candidates() -> None:
    assert candidates([], "auto", "") == ()
