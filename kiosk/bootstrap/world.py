"""The simulated world: scanner, readers, printer and portal, and the settings that make a kiosk use them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from drivers.code_reader.ladder import LadderCodeReader
from drivers.code_reader.simulator import HandheldSimulator
from drivers.receipt_printer.simulator import ReceiptPrinterSimulator
from drivers.scanner.escl_simulator import EsclSimulator, write_sane_config
from drivers.scanner.papers import CARD_PAYLOAD
from drivers.simulator_control import SimulatorControl
from kiosk.ports.world import World, WorldState
from offline_queue.portal_simulator import PortalSimulator

KIOSK_ID = "AH-01"

_SLIP = b"https://dichvucong.gov.vn/tra-cuu-ho-so?ma=APS-AH01-261012-0007-K&bm=K7M2QX"

_DONE = {"status": 9, "officer_message": "Hồ sơ đã giải quyết xong.", "pickup": "Quầy số 3, giờ hành chính"}
_FEE = {"status": 6, "officer_message": "Mời Ông/Bà đóng lệ phí để được giải quyết.", "fee_due": 8000}

_SETTINGS = """\
# Written by the demo: a kiosk in a simulated world.
[kiosk]
id = "{kiosk_id}"
receipt_wait_s = 3.0

[place]
province_code = "82"
commune_code = "29905"
zalo_url = "https://zalo.me/0854541122"

[paths]
data_dir = "{folder}/data"
runtime_dir = "{folder}/run"

[queue]
ballast_mb = 1

[portal]
url = "{portal}"
recipients = ["{recipient}"]
device_key = "{folder}/device-key.pem"
reconnect_spread_s = 0
retry_longest_s = 1.0
poll_s = 0.2

[scanner]
device = "{scanner}"
sane_config_dir = "{folder}/sane"

[receipt_printer]
url = "{printer}"

[code_reader]
url = "{reader}"

[speech]
engine = "{voice}"

[sounds]
on = {sounds}
"""


class SimulatedWorld:
    """Implements the World port; everything it makes is below ``folder``."""

    def __init__(
        self,
        folder: Path,
        scanner: EsclSimulator,
        reader: HandheldSimulator,
        printer: ReceiptPrinterSimulator,
        portal: PortalSimulator,
    ) -> None:
        self.settings = folder / "kiosk.toml"
        self._scanner = scanner
        self._printer = printer
        self._portal = portal
        self._deeds: dict[str, Callable[[], None]] = {
            "scanner/card": lambda: scanner.load("card"),
            "scanner/papers": lambda: scanner.load("uy_quyen", "khai_sinh"),
            "scanner/notice": lambda: scanner.load("bao_tu", "one_sided"),
            "scanner/single": lambda: scanner.load("one_sided"),
            "scanner/slip": lambda: scanner.load(*map(str, printer.slips[-1:])),
            "scanner/one-sided": scanner.read_one_side,
            "scanner/turn": scanner.turn_over,
            "scanner/empty": scanner.take_out,
            "scanner/jam": lambda: scanner.fail(jam_at=3),
            "scanner/open": scanner.open_cover,
            "scanner/clear": scanner.clear,
            "reader/card": lambda: reader.hold(CARD_PAYLOAD.encode()),
            "reader/slip": lambda: reader.hold(_code_on(printer.slips[-1]) if printer.slips else _SLIP),
            "reader/other": lambda: reader.hold(b"https://example.org/"),
            "printer/no-paper": lambda: printer.change({"paper": False}),
            "printer/paper": lambda: printer.change({"paper": True}),
            "printer/open": lambda: printer.change({"cover_open": True}),
            "printer/close": lambda: printer.change({"cover_open": False}),
            "network/off": lambda: portal.set_online(False),
            "network/on": lambda: portal.set_online(True),
            "portal/result": lambda: self._decide(_DONE, {"trich-luc": "Trích lục (bản mẫu)"}),
            "portal/fee": lambda: self._decide(_FEE, {}),
        }

    def do(self, action: str) -> None:
        """Carry out one action. Raises KeyError for an unknown one."""
        self._deeds[action]()

    def _decide(self, standing: dict[str, Any], results: dict[str, str]) -> None:
        """Do what an officer does with the newest dossier, where there is one."""
        now = self._portal.trouble
        for code in self._portal.codes()[-1:]:
            decided = {"standings": {**now.standings, code: standing}, "results": {**now.results, code: results}}
            self._portal.change(decided)

    def state(self) -> WorldState:
        """Return what there is to see."""
        scanner = self._scanner.state()
        return WorldState(
            sheets=len(scanner["feeder"]),
            scanner=scanner["adf_state"].removeprefix("ScannerAdf"),
            paper=self._printer.state.paper,
            printer_cover_open=self._printer.state.cover_open,
            online=self._portal.trouble.online,
            slips=tuple(self._printer.slips),
            dossiers=tuple(self._portal.filed()),
        )


@contextmanager
def open_world(folder: Path, *, heard: bool = False) -> Iterator[World]:
    """Switch the simulators on and write ``folder/kiosk.toml``; a sound is made only where it is ``heard``."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as devices:
        scanner = devices.enter_context(EsclSimulator())
        reader = devices.enter_context(closing(HandheldSimulator()))
        printer = devices.enter_context(ReceiptPrinterSimulator(folder / "slips"))
        portal = devices.enter_context(PortalSimulator(folder / "portal"))
        portal.register(KIOSK_ID, _make_device_key(folder / "device-key.pem"))
        name = write_sane_config(folder / "sane", scanner.url)
        settings = _SETTINGS.format(
            kiosk_id=KIOSK_ID,
            folder=folder.resolve(),
            portal=portal.url,
            recipient=portal.recipient,
            scanner=name,
            reader=reader.url,
            printer=printer.url,
            voice="auto" if heard else "simulator",
            sounds="true" if heard else "false",
        )
        (folder / "kiosk.toml").write_text(settings, encoding="utf-8")
        yield SimulatedWorld(folder, scanner, reader, printer, portal)


def _code_on(slip: Path) -> bytes:
    """Read the look-up code off a slip that came out of the printer; others on it lead elsewhere."""
    codes = LadderCodeReader().read(slip.read_bytes(), lambda code: b"?ma=" in code)
    return next((code for code in codes if b"?ma=" in code), _SLIP)


def _make_device_key(file: Path) -> str:
    """Make the kiosk's key, readable by its owner only; returns the public half (PEM)."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.touch(mode=0o600)
    file.write_bytes(private)
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return public.decode("ascii")


Simulation = tuple[str, Callable[[dict[str, Any]], None]]
"""What a running simulator says of itself on one line, and how it is changed while it runs."""


@contextmanager
def simulate_scanner(port: int, folder: Path) -> Iterator[Simulation]:
    """Run a scanner alone; its SANE configuration is written to ``folder``. Raises OSError when the port is taken."""
    with EsclSimulator(port) as scanner:
        name = write_sane_config(folder / "sane", scanner.url)
        control = scanner.url.replace("/eSCL", "/control")
        about = {"url": scanner.url, "device": name, "sane_config_dir": str(folder / "sane"), "control": control}
        yield json.dumps(about), scanner.change


@contextmanager
def simulate_receipt_printer(port: int, folder: Path) -> Iterator[Simulation]:
    """Run a receipt printer alone; slips come out in ``folder/slips``. Raises OSError when the port is taken."""
    with (
        ReceiptPrinterSimulator(folder / "slips", port) as printer,
        SimulatorControl(printer.report, printer.change) as control,
    ):
        yield json.dumps({"url": printer.url, "slips": str(folder / "slips"), "control": control.url}), printer.change


@contextmanager
def simulate_portal(port: int, folder: Path) -> Iterator[Simulation]:
    """Run a portal alone; dossiers are filed in ``folder/filed``, results taken from ``folder/results``.

    Raises OSError when the port is taken.
    """
    with PortalSimulator(folder, port) as portal:
        about = {
            "url": portal.url,
            "recipient": portal.recipient,
            "device_key": str(portal.device_key(KIOSK_ID)),
            "filed": str(folder / "filed"),
            "results": str(folder / "results"),
            "control": f"{portal.url}/control",
        }
        yield json.dumps(about), portal.change
