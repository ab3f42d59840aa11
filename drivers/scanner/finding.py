"""Which of the devices that SANE lists is ours: by name, by model when it has a new name, or the best one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AUTO = "auto"

_NO_SCANNERS = ("virtual", "video", "camera", "film", "slide", "frame grabber")


@dataclass(frozen=True, slots=True)
class Listed:
    """A device as ``sane_get_devices`` lists it."""

    name: str
    vendor: str
    kind: str
    type: str

    @property
    def model(self) -> str:
        """What the device is, whatever its name is today: a USB scanner is named after the port it hangs on."""
        return f"{self.name.partition(':')[0]} {self.vendor} {self.kind}"


def candidates(devices: Sequence[Listed], wanted: str, model: str) -> tuple[Listed, ...]:
    """Return the devices that may be the wanted one, best guess first; several for ``auto`` must be ranked.

    A named device is found again as the only one of its model. One that is named after the USB port it hung on may also
    be the only one of its backend; one in the network may not: the other may stand in another room, full of other
    people's papers. There is no guessing between two.
    """
    named = [device for device in devices if device.name == wanted]
    same = [device for device in devices if model and device.model == model]
    if wanted == AUTO:
        paper = [device for device in devices if not any(word in device.type.casefold() for word in _NO_SCANNERS)]
        return tuple(same[:1] or paper or devices)
    backend, _, port = wanted.partition(":")
    plugged = [device for device in devices if "usb" in port and device.name.startswith(f"{backend}:")]
    for alike in (named, same, plugged):
        if alike:
            return tuple(alike) if len(alike) == 1 else ()
    return ()
