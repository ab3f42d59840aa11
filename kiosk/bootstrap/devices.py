"""The devices as the settings name them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from config.settings import Settings
from drivers.code_reader.ladder import LadderCodeReader
from drivers.code_reader.serial_reader import SerialReader
from drivers.code_reader.typing_reader import TypingReader
from drivers.document_printer.address import PrinterAddressError as DocumentAddressError
from drivers.document_printer.driver import IppDocumentPrinter
from drivers.document_printer.job_watch import Waits
from drivers.practice.parts import PracticeOutbox, PracticePrinter, PracticeReader, PracticeScanner
from drivers.receipt_printer.address import PrinterAddressError
from drivers.receipt_printer.driver import EscposReceiptPrinter
from drivers.receipt_printer.profile import Profile, UnknownProfileError, load_profile
from drivers.scanner.sane_scanner import SaneScanner
from drivers.sound_player import player_command
from drivers.sounds.player import ChildSounds
from drivers.sounds.silent import NoSounds
from drivers.speech.espeak import EspeakSpeech, Manner
from drivers.speech.silent import NoSpeech
from drivers.speech.simulator import SpeechSimulator
from kiosk.bootstrap.errors import CannotStartError
from kiosk.domain.scan import ScanEvent, ScanOutcome, ScanRequest
from kiosk.domain.scan_machine import Limits
from kiosk.ports.code_reader import CodeReader, HandheldReader
from kiosk.ports.document_printer import DocumentPrinter
from kiosk.ports.receipt_printer import ReceiptPrinter
from kiosk.ports.scanner import Cancel
from kiosk.ports.sounds import Sound, Sounds
from kiosk.ports.speech import Speech
from kiosk.session.services import Practice

_KEYBOARD = "keyboard"


@contextmanager
def open_scanner(settings: Settings) -> Iterator[SaneScanner]:
    """Return the scanner; every process of it is ended with the ``with``."""
    scanner = settings.scanner
    limits = Limits(scanner.open_timeout_s, scanner.first_page_timeout_s, scanner.page_timeout_s)
    with closing(SaneScanner(scanner.device, scanner.sane_config_dir, limits)) as opened:
        yield opened


def receipt_printer(settings: Settings) -> ReceiptPrinter:
    """Return the receipt printer. Raises CannotStartError for an address or a profile that is none."""
    printer = settings.receipt_printer
    try:
        folder = Path(settings.paths.data_dir)
        return EscposReceiptPrinter(printer.url, _profile(settings), printer.timeout_s, folder)
    except (PrinterAddressError, UnknownProfileError) as error:
        raise CannotStartError(str(error)) from error


def _profile(settings: Settings) -> Profile:
    printer = settings.receipt_printer
    profile = load_profile(printer.profile)
    return profile if printer.width_dots is None else replace(profile, width_dots=printer.width_dots)


def document_printer(settings: Settings) -> DocumentPrinter:
    """Return the A4 printer. Raises CannotStartError for an address, or certificates, that are none."""
    printer = settings.document_printer
    waits = Waits(answer=printer.timeout_s, stuck=printer.stuck_s, longest=printer.longest_s)
    if printer.ca_file and not Path(printer.ca_file).is_file():
        raise CannotStartError(f"document_printer.ca_file: {printer.ca_file}: there is no such file")
    try:
        return IppDocumentPrinter(printer.url, settings.kiosk.id, waits, printer.ca_file)
    except DocumentAddressError as error:
        raise CannotStartError(str(error)) from error


def practice_parts(settings: Settings) -> Practice:
    """Return the parts of practice. The slip is drawn by a printer that has no address."""
    nowhere = EscposReceiptPrinter("", _profile(settings), settings.receipt_printer.timeout_s)
    return Practice(PracticeScanner(), PracticePrinter(nowhere.preview), PracticeReader(), PracticeOutbox())


def code_reader() -> CodeReader:
    """Return the reader of QR codes."""
    return LadderCodeReader()


@contextmanager
def open_speech(settings: Settings) -> Iterator[Speech]:
    """Return the voice; it is silent at the end of the ``with``. Raises CannotStartError for one that is missing."""
    with closing(_speech(settings)) as speech:
        yield speech


def _speech(settings: Settings) -> Speech:
    speech = settings.speech
    if speech.engine == "none":
        return NoSpeech()
    if speech.engine == "simulator":
        folder = Path(settings.paths.runtime_dir)
        folder.mkdir(parents=True, exist_ok=True)
        return SpeechSimulator(folder / "said.jsonl")
    manner = Manner(speech.voice, speech.words_per_minute, speech.volume)
    voice = EspeakSpeech(manner, player_command(speech.device))
    if speech.engine != "auto" and not voice.available:
        raise CannotStartError('[speech] engine = "espeak-ng": it is not installed; install espeak-ng and alsa-utils')
    return voice


@contextmanager
def open_sounds(settings: Settings) -> Iterator[Sounds]:
    """Return the short sounds; the last one has ended with the ``with``."""
    sounds = settings.sounds
    without = () if sounds.press else (Sound.PRESS,)
    playing = ChildSounds(player_command(sounds.device), sounds.volume, without) if sounds.on else NoSounds()
    with closing(playing) as opened:
        yield opened


def handheld_reader(settings: Settings) -> HandheldReader | None:
    """Return the handheld reader on a serial line, None when there is none or it types. Raises CannotStartError."""
    url = settings.code_reader.url
    if url in {"", _KEYBOARD}:
        return None
    scheme, _, path = url.partition("://")
    if scheme != "serial" or not path.startswith("/"):
        raise CannotStartError(f"code_reader.url: {url!r} is no address; write serial:///dev/… or keyboard")
    return SerialReader(path)


def typing_reader(settings: Settings) -> TypingReader | None:
    """Return the handheld reader that types, None where there is none; it gets its codes from the window."""
    return TypingReader() if settings.code_reader.url == _KEYBOARD else None


def scan_batch(settings: Settings, *, duplex: bool, told: Callable[[ScanEvent], None], cancel: Cancel) -> ScanOutcome:
    """Scan what lies in the feeder, once."""
    with open_scanner(settings) as scanner:
        return scanner.scan(ScanRequest(duplex, settings.scanner.dpi), told, cancel)


def read_codes(image: bytes, wanted: Callable[[bytes], bool]) -> tuple[bytes, ...]:
    """Return the payloads of the QR codes in an image, trying hard for one that is wanted. Raises ValueError."""
    return code_reader().read(image, wanted)
