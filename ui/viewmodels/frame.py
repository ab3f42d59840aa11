"""What frames every screen: whose machine it is, the clock, the network, the step line and the helper bar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Slot

from kiosk.domain.outbox import QueueSummary
from kiosk.domain.place import Place
from kiosk.domain.text import Language, Text
from kiosk.session.actions import Actions
from kiosk.session.display import Contrast
from kiosk.session.screens import CardReady, CardScanning, Scanning, ScanReady, Screen, SlipReady, TakeOriginals, View
from ui.viewmodels.model import Model

_LARGEST = 3


_PRACTICE = Text("Tập thử – không gửi thật", "Practice – nothing is sent")
_NO_CARD = Text("Tập thử – không cần thẻ, máy có thẻ mẫu", "Practice – no card needed, there is a sample")
_NO_PAPER = Text("Tập thử – không cần giấy, máy có giấy mẫu", "Practice – no paper needed, there is a sample")
_NO_SLIP = Text("Tập thử – máy không in phiếu thật", "Practice – no slip comes out")
_NOTHING_THERE = Text("Tập thử – trong máy không có giấy thật", "Practice – there is no paper in the machine")


class Network(StrEnum):
    """The line to the portal as the header shows it; unknown until the sender has tried once."""

    ONLINE = "online"
    OFFLINE = "offline"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FrameProps:
    """``step`` counts from 1 and is 0 where no journey is under way; ``clock`` is local time as ``08:15``.

    ``practice`` is what stands under the header of everybody who practises, empty for all others.
    ``voice`` says whether there is one to read the screen aloud, ``speaking`` whether it is wanted.
    """

    centre: str = ""
    commune: str = ""
    helper: str = ""
    hotline: str = ""
    zalo_url: str = ""
    clock: str = ""
    network: Network = Network.UNKNOWN
    language: Language = Language.VIETNAMESE
    text_size: int = 1
    contrast: Contrast = Contrast.NORMAL
    lowered: bool = False
    motion: bool = True
    voice: bool = False
    speaking: bool = False
    practice: str = ""
    step: int = 0
    steps: int = 0
    step_name: str = ""


def derive_network(queue: QueueSummary | None) -> Network:
    """Say what the header shows of the line to the portal."""
    if queue is None or queue.online is None:
        return Network.UNKNOWN
    return Network.ONLINE if queue.online else Network.OFFLINE


def derive_practice(screen: Screen) -> Text:
    """Say that this is practice, and where people would look for paper, that there is none."""
    match screen:
        case CardReady() | CardScanning():
            return _NO_CARD
        case ScanReady() | Scanning():
            return _NO_PAPER
        case SlipReady():
            return _NO_SLIP
        case TakeOriginals():
            return _NOTHING_THERE
        case _:
            return _PRACTICE


def derive_frame(view: View, place: Place, moment: datetime, *, voice: bool = False) -> FrameProps:
    """Derive the frame of a view; ``moment`` is local time, ``voice`` says whether there is one."""
    progress = getattr(view.screen, "progress", None)
    return FrameProps(
        centre=place.centre.of(view.language),
        commune=place.commune.of(view.language),
        helper=place.helper.of(view.language),
        hotline=place.hotline,
        zalo_url=place.zalo_url or "",
        clock=f"{moment:%H:%M}",
        network=derive_network(view.queue),
        language=view.language,
        text_size=view.text_size,
        contrast=view.display.contrast,
        lowered=view.display.lowered,
        motion=view.display.motion,
        voice=voice,
        speaking=view.speaking,
        practice=derive_practice(view.screen).of(view.language) if view.practice else "",
        step=progress.step if progress else 0,
        steps=progress.steps if progress else 0,
        step_name=progress.name.of(view.language) if progress else "",
    )


class FrameModel(Model, props=FrameProps):
    """Shared by all screens; the helper bar and the header bind to it."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions

    @Slot()
    def help(self) -> None:
        """Call the helper."""
        self._actions.call_help()

    @Slot(bool)
    def readAloud(self, on: bool) -> None:  # noqa: FBT001, N802 - the one thing that is said, in QML's spelling
        """Read this screen and all that come, or be silent."""
        self._actions.read_aloud(on)

    @Slot()
    def leave(self) -> None:
        """Ask whether the citizen really wants to leave."""
        self._actions.ask_leave()

    @Slot()
    def easierToSee(self) -> None:  # noqa: N802 - QML's spelling
        """Make all letters larger at once, and show what else can be changed about the screen."""
        self._actions.adjust_display()
        if self.props.text_size < _LARGEST:
            self._actions.set_text_size(self.props.text_size + 1)

    @Slot()
    def switchLanguage(self) -> None:  # noqa: N802 - QML's spelling
        """Change to the other language."""
        english = self.props.language is Language.ENGLISH
        self._actions.set_language(Language.VIETNAMESE if english else Language.ENGLISH)
