"""The settings file: TOML, read once into frozen values; an unknown key is an error that names its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Seconds = Annotated[float, Meta(gt=0)]
Address = Annotated[str, Meta(pattern=r"^(https?://[!-~]{1,110})?$")]
"""What a QR code of the slip can hold in modules that an old telephone reads, or empty."""


class SettingsError(Exception):
    """The settings file cannot be used; the message names the file, the place and the mend."""


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Kiosk(_Section, frozen=True):
    """Which machine this is. The timings are in seconds; the law of the house forbids less than 90 for a warning."""

    id: Annotated[str, Meta(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$", max_length=12)] = "AH-01"
    idle_s: Annotated[float, Meta(ge=90)] = 180.0
    idle_warning_s: Annotated[float, Meta(ge=90)] = 90.0
    receipt_wait_s: Seconds = 6.0


Spans = tuple[Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$")], ...]
_OFFICE: Spans = ("07:00-11:30", "13:00-17:00")


class Hours(_Section, frozen=True):
    """When somebody is at the desk, as ``07:00-11:30``. Every place has to set its own."""

    monday: Spans = _OFFICE
    tuesday: Spans = _OFFICE
    wednesday: Spans = _OFFICE
    thursday: Spans = _OFFICE
    friday: Spans = _OFFICE
    saturday: Spans = ()
    sunday: Spans = ()

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        for name, spans in zip(self.__struct_fields__, self.week(), strict=True):
            if any(span[:5] >= span[6:] for span in spans):
                raise ValueError(f"`{name}`: a time must come before the time after its dash")

    def week(self) -> tuple[Spans, ...]:
        """Return the spans of each day, Monday first."""
        return (self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday)


class PlaceTexts(_Section, frozen=True):
    """Where the kiosk stands, in both languages, and the words that people use there."""

    centre_vi: str = "Trung tâm Phục vụ hành chính công"
    centre_en: str = "Public Administration Service Centre"
    commune_vi: str = "Xã Bình An"
    commune_en: str = "Bình An commune"
    agency_code: str = "H00.00"
    province_code: Annotated[str, Meta(pattern=r"^(\d{2})?$")] = ""
    commune_code: Annotated[str, Meta(pattern=r"^(\d{5})?$")] = ""
    hotline: str = "0277 3 800 800"
    zalo_url: Address = ""
    rating_url: Address = ""
    helper_vi: str = "Người trực áo xanh ở bàn số 2"
    helper_en: str = "The volunteer in a blue shirt at desk 2"
    words: Literal["southern", "northern"] = "southern"
    hours: Hours = Hours()


class Display(_Section, frozen=True):
    """How every citizen finds the screen, until they choose otherwise."""

    contrast: Literal["normal", "dark", "light"] = "normal"
    lowered: bool = False
    motion: bool = True


class Paths(_Section, frozen=True):
    """``data_dir`` is on a disk, ``runtime_dir`` on a tmpfs. An empty ``catalogue_dir`` is the one that ships."""

    data_dir: str = "/var/lib/aps-kiosk"
    runtime_dir: str = "/run/aps-kiosk"
    catalogue_dir: str = ""


class Catalogue(_Section, frozen=True):
    """A TUF repository with newer catalogues, and the path of its root metadata. An empty ``url``: updates are off."""

    url: str = ""
    root: str = ""
    timeout_s: Seconds = 20.0
    longest_s: Seconds = 600.0


class Portal(_Section, frozen=True):
    """The portal's gateway.

    ``recipients`` are age public keys; ``device_key`` is a path to an Ed25519 PEM, or ``credential:NAME`` for one that
    systemd hands to the services of the sender and of the window.

    ``proxy`` is an address, or ``system`` for those of the environment; ``ca_file`` is a path to the certificates of
    the authorities that count instead of the system's. ``enquiry_s`` is for a citizen's question as a whole.
    """

    url: str = ""
    recipients: tuple[str, ...] = ()
    device_key: str = ""
    proxy: Annotated[str, Meta(pattern=r"^(system|https?://[^\s/]+/?)?$")] = ""
    ca_file: str = ""
    timeout_s: Seconds = 30.0
    enquiry_s: Seconds = 30.0
    poll_s: Seconds = 1.0
    retry_longest_s: Seconds = 600.0
    reconnect_spread_s: Annotated[float, Meta(ge=0)] = 300.0
    lookup_url: Address = "https://dichvucong.gov.vn/tra-cuu-ho-so"


class Queue(_Section, frozen=True):
    """Room on the disk of ``data_dir``, in megabytes: below ``watermark_mb`` no new dossier is begun.

    ``ballast_mb`` is kept by a file that the sender throws away when the disk is full; 0 for none. ``keep_days`` is how
    long ids, times and codes stay after the portal's receipt. ``metrics_file`` is for node_exporter; empty for none.
    ``bandwidth_kbit_s`` is how much of the line the sender may use; 0 for all of it. ``self_check_at`` is the local
    time of the nightly self-check; empty for none. ``second_copy_dir`` is a folder on a second medium, never made,
    for copies of what the portal does not have yet; empty for none.
    """

    watermark_mb: Annotated[int, Meta(ge=0)] = 256
    ballast_mb: Annotated[int, Meta(ge=0)] = 64
    keep_days: Annotated[int, Meta(ge=0)] = 30
    metrics_file: str = ""
    bandwidth_kbit_s: Annotated[int, Meta(ge=0)] = 0
    self_check_at: Annotated[str, Meta(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")] = "03:10"
    second_copy_dir: str = ""


class Scanner(_Section, frozen=True):
    """The scanner: ``auto`` or a SANE device name. ``sane_config_dir`` empty means the system's.

    ``reverses_stack`` counts only where it reads one side: a stack comes out in the opposite order.
    """

    device: str = "auto"
    sane_config_dir: str = ""
    open_timeout_s: Seconds = 10.0
    first_page_timeout_s: Seconds = 30.0
    page_timeout_s: Seconds = 20.0
    dpi: Annotated[int, Meta(ge=75, le=600)] = 300
    reverses_stack: bool = False


class ReceiptPrinter(_Section, frozen=True):
    """The receipt printer: ``tcp://host:port``, ``usb://vendor:product`` or ``serial:///dev/…``.

    ``profile`` names what the model is like; ``width_dots`` is given only where the paper differs from the profile's.
    ``without_slips`` says what the machine does while it cannot print any.
    """

    url: str = ""
    profile: str = "generic"
    width_dots: Literal[384, 512, 576] | None = None
    without_slips: Literal["go_on", "out_of_order"] = "go_on"
    timeout_s: Seconds = 10.0


class Gifts(_Section, frozen=True):
    """Vouchers on the slips. ``codes_file`` has one code a line; empty for none. The words say what to do with one."""

    codes_file: str = ""
    words_vi: str = "Đưa phiếu này ở quầy để nhận quà."
    words_en: str = "Show this slip at the desk to get it."


class DocumentPrinter(_Section, frozen=True):
    """The A4 printer, or its queue: ``ipp://host/ipp/print``, ``ipp://127.0.0.1:631/printers/a4``; empty for none.

    ``timeout_s`` is for one answer, ``stuck_s`` for a job that stands still, ``longest_s`` for a job as a whole.
    ``ca_file`` is a path to the certificates that count for ``ipps://`` instead of the system's. ``page_price`` is what
    a page costs, in dong; 0: nothing.
    """

    url: str = ""
    timeout_s: Seconds = 5.0
    stuck_s: Seconds = 60.0
    longest_s: Seconds = 600.0
    ca_file: str = ""
    page_price: Annotated[int, Meta(ge=0)] = 0


class CodeReader(_Section, frozen=True):
    """The handheld code reader: ``serial:///dev/…`` or ``keyboard``, which types ``prefix`` before each code."""

    url: str = ""
    prefix: Annotated[str, Meta(pattern=r"^(F([1-9]|1\d|2[0-4])|Ctrl\+[A-Z])$")] = "F12"


class Speech(_Section, frozen=True):
    """The voice. ``auto`` uses espeak-ng where it is installed; ``simulator`` writes down what it would say.

    ``device`` is an ALSA name, empty the default. Unless ``aloud_at_start``, it never speaks before it is asked to;
    and then only while the desk is open, unless ``after_hours``.
    """

    engine: Literal["auto", "espeak-ng", "none", "simulator"] = "auto"
    voice: str = "vi-vn-x-south"
    words_per_minute: Annotated[int, Meta(ge=80, le=300)] = 140
    volume: Annotated[int, Meta(ge=0, le=200)] = 100
    device: str = ""
    aloud_at_start: bool = False
    after_hours: bool = False


class Sounds(_Section, frozen=True):
    """The short sounds. ``device`` is an ALSA name, empty the default; ``volume`` in percent."""

    on: bool = True
    press: bool = True
    volume: Annotated[int, Meta(ge=0, le=200)] = 100
    device: str = ""


class Settings(_Section, frozen=True):
    """The whole file. Every key has a default, so that a file needs only what differs."""

    kiosk: Kiosk = Kiosk()
    place: PlaceTexts = PlaceTexts()
    display: Display = Display()
    paths: Paths = Paths()
    catalogue: Catalogue = Catalogue()
    portal: Portal = Portal()
    queue: Queue = Queue()
    scanner: Scanner = Scanner()
    receipt_printer: ReceiptPrinter = ReceiptPrinter()
    gifts: Gifts = Gifts()
    document_printer: DocumentPrinter = DocumentPrinter()
    code_reader: CodeReader = CodeReader()
    speech: Speech = Speech()
    sounds: Sounds = Sounds()


def _line_of(document: str, message: str) -> str:
    """Find the line that a msgspec message is about: the unknown field that it quotes, else the end of its path."""
    quoted = re.findall(r"`([^`]+)`", message)
    names = [word.rsplit(".", 1)[-1].split("[")[0] for word in quoted]
    for name in names:
        for number, line in enumerate(document.splitlines(), 1):
            if line.split("=")[0].strip() == name or line.strip().strip("[]") == name:
                return f"line {number}: "
    return ""


def parse_settings(document: str, source: str) -> Settings:
    """Read a settings document; ``source`` names it in errors. Raises SettingsError."""
    try:
        raw = tomllib.loads(document)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{source}: {error}; correct the TOML there") from error
    try:
        return msgspec.convert(raw, Settings, strict=True)
    except msgspec.ValidationError as error:
        where = _line_of(document, str(error))
        raise SettingsError(f"{source}: {where}{error}; see docs/settings.md for the keys") from error


def load_settings(path: Path | None) -> Settings:
    """Read the settings file, or the defaults when there is none. Raises SettingsError."""
    if path is None:
        return Settings()
    try:
        document = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({error}); give a readable TOML file with --config") from error
    return parse_settings(document, str(path))
