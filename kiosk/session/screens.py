"""What a citizen can see: one frozen value for each screen. The UI derives everything it draws from these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.board import NO_BOARD, Board, Hotline
from kiosk.domain.identity import IdCard
from kiosk.domain.life_event import LifeEvent
from kiosk.domain.money import NO_MONEY, Dong
from kiosk.domain.outbox import DeliveryStatus, NotStored, QueueSummary
from kiosk.domain.page import Page, Side
from kiosk.domain.portal import DossierStanding
from kiosk.domain.printout import PrinterCondition, PrintoutKind, PrintoutOutcome
from kiosk.domain.procedure import AttachmentRow, Procedure
from kiosk.domain.scan import ScanStatus
from kiosk.domain.slip import PrintFault, PrintOutcome
from kiosk.domain.submission import JsonValue
from kiosk.domain.text import NO_TEXT, Language, Text
from kiosk.forms.model import Question
from kiosk.session.display import USUAL, Display
from kiosk.vietnamese.methods import Method

SLIP = "slip"
"""What ``look_at`` is asked for to see the slip."""


class Errand(StrEnum):
    """The five tiles of the home screen."""

    FILE = "file"
    TRACK = "track"
    PAY = "pay"
    COLLECT = "collect"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the journey stands, as in *Bước 3/7 · Người được cấp giấy*; ``step`` counts from 1."""

    step: int
    steps: int
    name: Text


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is here: the machine invites, and tells what the commune has on its board, and why no slips come out."""

    board: Board = NO_BOARD
    no_slips: PrintFault | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The five errands to choose from, and what the first screen tells; perhaps a journey to practise."""

    board: Board = NO_BOARD
    can_practise: bool = False
    no_slips: PrintFault | None = None


@dataclass(frozen=True, slots=True)
class QrBoard:
    """What the commune has on its board, to be photographed and called up, and on paper where it ``can_print``."""

    board: Board
    can_print: bool = False


@dataclass(frozen=True, slots=True)
class ChooseEvent:
    """What has happened? The life events that lead to procedures; ``errand`` is FILE or GUIDE."""

    events: tuple[LifeEvent, ...]
    errand: Errand = Errand.FILE


@dataclass(frozen=True, slots=True)
class ChooseProcedure:
    """Procedures to choose from: those of one life event, or all of them."""

    procedures: tuple[Procedure, ...]
    event: LifeEvent | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Procedures by name, as it is typed. ``found`` are the best matches for ``typed``, best first."""

    typed: str = ""
    found: tuple[Procedure, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """Papers, money, time and place of one procedure, before anything is asked. No personal data yet.

    ``progress`` is None for a procedure that is not filed here. ``can_print``: form and guide can be had on paper.
    """

    progress: Progress | None
    procedure: Procedure
    can_print: bool = False


class PrintStage(StrEnum):
    """How far a paper on A4 has come."""

    MAKING = "making"
    READY = "ready"
    PRINTING = "printing"
    STOPPING = "stopping"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PrintPaper:
    """A paper on A4 – form, guide, QR board, slip, result: pages and price before, then how the printing stands.

    ``name`` is that of the procedure, or of the result. ``out`` pages have come out, as the printer counts;
    ``condition`` is how it is; ``outcome`` is there once it ENDED.
    """

    progress: Progress | None
    kind: PrintoutKind
    name: Text
    stage: PrintStage
    pages: int = 0
    price: Dong = NO_MONEY
    out: int = 0
    condition: PrinterCondition = PrinterCondition.READY
    outcome: PrintoutOutcome | None = None


class CodeKind(StrEnum):
    """What was held to the reader in the place of one card, or of a slip."""

    TWO_CARDS = "two_cards"
    SLIP = "slip"
    ADDRESS = "address"
    OTHER = "other"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class CodeNote:
    """What the reader read in vain; ``code`` is the dossier's code where a slip was held in the place of a card."""

    kind: CodeKind
    code: str = ""


@dataclass(frozen=True, slots=True)
class ShowSlip:
    """Lay the slip on the scanner, hold it to the ``reader`` if there is one, or type its code.

    ``errand`` is TRACK or COLLECT. ``problem`` tells how the last scan ended, None on the first; ``unreadable``: it had
    no slip's code on it. ``note`` is what was held to the reader in vain.
    """

    errand: Errand
    reader: bool = True
    problem: ScanStatus | None = None
    unreadable: bool = False
    note: CodeNote | None = None


@dataclass(frozen=True, slots=True)
class SlipScanning:
    """The slip is being read; nothing to press but stop."""


@dataclass(frozen=True, slots=True)
class LookingUp:
    """The portal is asked how the dossier stands; nothing to press but back."""


@dataclass(frozen=True, slots=True)
class DossierFound:
    """How a dossier stands: with the portal, or on this machine while it waits to be sent.

    ``can_print``: its results can be had on paper; those ``printed`` have come out. The ``slip`` went into the scanner.
    """

    dossier: DossierStanding | DeliveryStatus
    can_print: bool = False
    printed: frozenset[str] = frozenset()
    slip: bool = False


class NoAnswer(StrEnum):
    """Why it is not known how a dossier stands. NOT_KNOWN: no such code, or another secret.

    NOT_THERE: a kiosk's code, but the portal does not know it, or not with this secret: it may still wait at another.
    """

    NOT_KNOWN = "not_known"
    NOT_THERE = "not_there"
    NO_LINE = "no_line"
    TOO_OFTEN = "too_often"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class NoDossier:
    """Nothing can be told of the dossier now. The ``slip`` went into the scanner."""

    why: NoAnswer
    slip: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice on personal data (DOMAIN 2.8), short and in full; nothing goes on without a spoken yes."""

    progress: Progress
    notice: Text
    full: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Identify:
    """Who are you: by card, by typing, or by the handheld ``reader`` if there is one; ``note`` is its last word."""

    progress: Progress
    reader: bool = False
    note: CodeNote | None = None


@dataclass(frozen=True, slots=True)
class CardReady:
    """How to put the card on the scanner. ``problem`` tells how the last try ended, None on the first.

    ``unreadable``: no card was found on it; ``several``: two cards were. ``note`` as on ``Identify``.
    """

    progress: Progress
    problem: ScanStatus | None = None
    unreadable: bool = False
    several: bool = False
    note: CodeNote | None = None


@dataclass(frozen=True, slots=True)
class CardScanning:
    """The card is being read; nothing to press but stop."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class CardRead:
    """What the card says, to be confirmed by the person. It is self-declared all the same."""

    progress: Progress
    card: IdCard


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """One question. ``value`` is the present answer, ``error`` a sentence on what to write instead.

    ``changing`` is True when the citizen came from the check page and goes straight back to it. ``fee`` is told beside
    the way of getting the result, None elsewhere.
    """

    progress: Progress
    question: Question
    value: JsonValue
    required: bool
    error: Text | None = None
    changing: bool = False
    fee: Text | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list of people or things; ``name`` is its first answer, empty while there is none.

    ``problem`` says what it lacks, in the words that stand beside the question; only once the list was to be left.
    """

    name: str
    complete: bool
    problem: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class AskList:
    """A question that is answered by a list: household members, certificates; each item is asked by itself."""

    progress: Progress
    question: Question
    items: tuple[ListItem, ...]
    may_add: bool
    may_remove: bool
    required: bool
    error: Text | None = None
    changing: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """An attachment row with the pages that were accepted for it. ``required`` is its state under these answers."""

    row: AttachmentRow
    required: bool
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Papers:
    """All attachment rows; ``next_row`` is the component to do next, None when the citizen may go on."""

    progress: Progress
    rows: tuple[PaperRow, ...]
    next_row: str | None
    missing: bool = False
    changing: bool = False


@dataclass(frozen=True, slots=True)
class ScanReady:
    """How to put the paper in. ``kept`` sides are here already; ``again`` is the one to be done again, from 1.

    ``this_side_up``: the scanner reads one side, so that very side must face up.
    """

    progress: Progress
    rows: tuple[PaperRow, ...]
    component: str
    duplex: bool = True
    kept: int = 0
    again: int | None = None
    this_side_up: bool = False


@dataclass(frozen=True, slots=True)
class SideUnderWay:
    """The side that the scanner is reading now."""

    sheet: int
    side: Side
    fraction: float


@dataclass(frozen=True, slots=True)
class Scanning:
    """Pages come in, one by one; ``backs`` while a turned stack brings its backs."""

    progress: Progress
    rows: tuple[PaperRow, ...]
    component: str
    pages: tuple[Page, ...]
    under_way: SideUnderWay | None
    stopping: bool = False
    backs: bool = False


@dataclass(frozen=True, slots=True)
class ScanFault:
    """The scanner stopped. ``pages`` are safe; ``status`` is never OK or CANCELLED; ``backs`` as while scanning."""

    progress: Progress
    rows: tuple[PaperRow, ...]
    component: str
    status: ScanStatus
    pages: tuple[Page, ...]
    backs: bool = False


@dataclass(frozen=True, slots=True)
class TurnStack:
    """A scanner that reads one side has all ``fronts``: how to turn the stack over, or that no back has anything on it.

    So many ``backs`` have come. The stack has ``ended`` when the scanner found no more: then another number than of
    fronts is questioned, and so are backs that are the ``same`` as the fronts.
    """

    progress: Progress
    rows: tuple[PaperRow, ...]
    component: str
    fronts: int
    backs: int = 0
    ended: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class ReviewPages:
    """Look at the pages and confirm the number of sheets that were fed. ``odd_sides``: duplex gave an odd count.

    ``removed`` sides were taken out; ``may_undo``: the last change can be taken back; ``may_turn``: the scanner read
    the fronts only, and the backs can still be scanned.
    """

    progress: Progress
    row: AttachmentRow
    pages: tuple[Page, ...]
    sheets: int
    odd_sides: bool = False
    too_large: bool = False
    removed: int = 0
    may_undo: bool = False
    may_turn: bool = False


class ChangeKind(StrEnum):
    """What a *Sửa* button on the check page leads to."""

    IDENTITY = "identity"
    QUESTION = "question"
    PAPERS = "papers"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class ChangeTarget:
    """Where *Sửa* leads; ``name`` is the question's name for IDENTITY, QUESTION and DELIVERY.

    ``through`` is the last question where several in a row are opened one after another.
    """

    kind: ChangeKind
    name: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of the check page: the label, the answer in words, and what *Sửa* opens (None: cannot be changed).

    ``step`` is the heading that it stands under. Of a person's number ``value`` shows the last digits only, and
    ``look`` is what ``look_at`` is asked for to see the rest for a moment; empty for everything else.
    """

    label: Text
    value: Text
    change: ChangeTarget | None
    step: Text = NO_TEXT
    look: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """All answers on one page, before the declaration.

    ``uncovered`` is the ``look`` of the row whose ``number`` is shown in full for a moment, empty for none.
    """

    progress: Progress
    rows: tuple[CheckRow, ...]
    uncovered: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Declare:
    """The declaration (cam đoan), ticked by the citizen. ``can_print``: the filled form can be had on paper."""

    progress: Progress
    declaration: Text
    ticked: bool
    asked_to_tick: bool = False
    can_print: bool = False


class SendStage(StrEnum):
    """What the machine is doing between *Gửi hồ sơ* and the slip."""

    SAVING = "saving"
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Sending:
    """SAVING: not safe yet. SAFE: the commit returned, the machine waits a moment for the portal's receipt."""

    progress: Progress
    stage: SendStage
    reference_code: str | None = None


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The dossier could not be made safe; the answers are still here."""

    progress: Progress
    failure: NotStored


@dataclass(frozen=True, slots=True)
class SlipReady:
    """The slip: ``outcome`` is None while it prints. ``filed`` only with the portal's receipt.

    ``preview`` is the slip's raster as PNG; ``lookup`` the text of its QR, to photograph when the paper failed, and
    ``secret`` the short secret in it, for those who copy by hand. The slip is ``uncovered`` for a moment only. It can
    be had ``on_a4`` where it did not come out.
    """

    progress: Progress
    delivery: DeliveryStatus
    filed: bool
    preview: bytes
    lookup: str
    outcome: PrintOutcome | None
    secret: str = ""
    uncovered: bool = False
    on_a4: bool = False


@dataclass(frozen=True, slots=True)
class TakeOriginals:
    """Take your originals from the scanner before you go. ``paper_left`` is None where the scanner cannot tell."""

    progress: Progress
    sheets: int
    paper_left: bool | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Three faces; anonymous."""


@dataclass(frozen=True, slots=True)
class Practised:
    """The end of practice: nothing was kept or sent, and now it may be done for real."""


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """The machine takes no new dossier now; what was sent before goes on by itself."""

    reason: Text
    hotlines: tuple[Hotline, ...] = ()


FirstScreen = Attract | Home
"""What the window shows while everything behind it is still being loaded (``doorstep``)."""

FurtherScreen = (
    QrBoard
    | ChooseEvent
    | ChooseProcedure
    | Search
    | Guide
    | PrintPaper
    | ShowSlip
    | SlipScanning
    | LookingUp
    | DossierFound
    | NoDossier
    | Notice
    | Identify
    | CardReady
    | CardScanning
    | CardRead
    | AskQuestion
    | AskList
    | Papers
    | ScanReady
    | Scanning
    | ScanFault
    | TurnStack
    | ReviewPages
    | Check
    | Declare
    | Sending
    | NotSaved
    | SlipReady
    | TakeOriginals
    | Rate
    | Practised
    | OutOfOrder
)

Screen = FirstScreen | FurtherScreen


@dataclass(frozen=True, slots=True)
class LeaveSheet:
    """Really leave? Everything is wiped; ``told``: answers and pages too.

    What went into the scanner is to be taken along, ``originals`` or a ``slip``, and what ``printed``.
    """

    told: bool = True
    originals: bool = False
    slip: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class IdleSheet:
    """Are you still there? ``seconds_left`` of ``seconds`` until everything is wiped."""

    seconds_left: int
    seconds: int


@dataclass(frozen=True, slots=True)
class HelpSheet:
    """Who helps and how to call them.

    While somebody is at the desk they have been called, ``waited`` whole minutes ago. Otherwise that is None, and
    ``opens`` says in local time when somebody comes; None where nobody ever does.
    """

    waited: int | None = 0
    opens: datetime | None = None
    hotlines: tuple[Hotline, ...] = ()


@dataclass(frozen=True, slots=True)
class DeclinedSheet:
    """Somebody does not agree to the notice: nothing was kept, and the desk takes the dossier on paper."""


@dataclass(frozen=True, slots=True)
class RemovePageSheet:
    """Really take this side out? ``index`` counts from 0 over the sides of ``row``."""

    index: int
    page: Page
    row: Text


@dataclass(frozen=True, slots=True)
class AtDeskSheet:
    """This errand cannot be done at the machine yet: the desk does it."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class DisplaySheet:
    """Larger letters, other colours, a lower screen, less motion: every touch acts at once behind the sheet."""


Sheet = LeaveSheet | IdleSheet | HelpSheet | AtDeskSheet | DeclinedSheet | RemovePageSheet | DisplaySheet


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the window shows.

    ``speaking``: each screen that comes is read aloud. ``typing``: how the citizen types Vietnamese, None with the ABC.
    ``practice``: nothing of this is kept, sent or printed.
    """

    screen: Screen
    sheet: Sheet | None
    language: Language
    text_size: int
    queue: QueueSummary | None
    speaking: bool = False
    display: Display = USUAL
    typing: Method | None = None
    practice: bool = False
