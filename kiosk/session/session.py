"""The session: one value that says what to show, and the verbs that a finger can ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.outbox import QueueSummary
from kiosk.domain.text import Language
from kiosk.session.display import Contrast, Display
from kiosk.session.help_desk import WAIT_FOR_HELPER, HelpDesk, is_open
from kiosk.session.idle import IdleWatch, Silence
from kiosk.session.journey import Journey
from kiosk.session.position import AtRow, Stop
from kiosk.session.rendering import render
from kiosk.session.screens import DisplaySheet, HelpSheet, IdleSheet, LeaveSheet, Sheet, View
from kiosk.session.services import Services
from kiosk.vietnamese.methods import Method

_TICK_SECONDS = 1.0
_QUEUE_SECONDS = 2.0
_CATALOGUE_SECONDS = 10.0
_GLANCE_SECONDS = 20.0


class Session(Journey):
    """The citizen's journey. Implements ``kiosk.session.actions.Actions``; all calls on one thread."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._listeners: list[Callable[[View], None]] = []
        self._idle = IdleWatch(services.timings.idle, services.timings.idle_warning, services.clock.monotonic())
        self._language = services.place.vietnamese
        self._text_size = 1
        self._speaking = False
        self._help = HelpDesk()
        self._display = services.display
        self._typing: Method | None = None
        self._queue: QueueSummary | None = None
        self._watching = False
        self._cover_later: Callable[[], None] = lambda: None

    # what is shown

    @property
    def view(self) -> View:
        """What to show now."""
        return View(
            render(self),
            self.sheet,
            self._language,
            self._text_size,
            self._queue,
            self._speaking,
            self._display,
            self._typing,
            self.practising,
        )

    def listen(self, listener: Callable[[View], None]) -> None:
        """Be told of every new view."""
        self._listeners.append(listener)

    def publish(self) -> None:
        """Tell all listeners."""
        view = self.view
        for listener in self._listeners:
            listener(view)

    def slip_language(self) -> Language:
        """Return the language that the citizen reads."""
        return self._language

    def reads_large(self) -> bool:
        """Whether the citizen has made the letters larger."""
        return self._text_size > 1

    # everywhere

    def set_language(self, language: Language) -> None:
        """Change the language of the screen and the slip; Vietnamese is the one that is spoken at this place."""
        self._language = language if language is Language.ENGLISH else self.services.place.vietnamese
        self.publish()

    def set_text_size(self, size: int) -> None:
        """Change the text size: 1 normal, 2 large, 3 largest."""
        self._text_size = min(3, max(1, size))
        self.publish()

    def read_aloud(self, on: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Read this screen and all that come aloud, or be silent from now on."""
        self._speaking = on
        self.publish()

    def start(self) -> None:
        """Leave the attract screen; the place may wish that the machine speaks from here on."""
        aloud = self.services.aloud
        if self.at(Stop.ATTRACT) and aloud.at_start and (aloud.after_hours or is_open(self.services)):
            self._speaking = True
        super().start()

    def adjust_display(self) -> None:
        """Show what can be changed about letters, colours, height and motion."""
        self._raise(DisplaySheet())

    def set_contrast(self, contrast: Contrast) -> None:
        """Change the colours."""
        self._show_as(replace(self._display, contrast=contrast))

    def set_lowered(self, lowered: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Bring all that is pressed into the lower part of the screen, or put it back."""
        self._show_as(replace(self._display, lowered=lowered))

    def set_motion(self, motion: bool) -> None:  # noqa: FBT001 - the one thing that is said
        """Let screens slide and fade, or not."""
        self._show_as(replace(self._display, motion=motion))

    def type_with(self, method: Method | None) -> None:
        """Change how Vietnamese is typed: Telex, VNI, or None for the ABC with its tone keys."""
        self._typing = method
        self.publish()

    def _show_as(self, display: Display) -> None:
        self._display = display
        self.publish()

    def go_back(self) -> None:
        """Go to where the citizen came from; nothing that was answered or scanned is lost."""
        if self._busy() or self.at(Stop.SLIP, Stop.ORIGINALS, Stop.RATE, Stop.PRACTISED, Stop.NOT_SAVED):
            return
        if isinstance(self.position, AtRow):
            self.leave_row(self.position)
        elif self.at(Stop.PRINT_PAPER):
            self.leave_printing()
        elif self.at(Stop.CARD_SCANNING):
            self.stop_card_scan()
        elif self.at(Stop.SLIP_SCANNING):
            self.stop_slip_scan()
        else:
            self.step_back()

    def call_help(self) -> None:
        """Call whoever is at the desk, and show who that is and whom to phone."""
        if not self._waits_for_a_helper():
            self._help.call(self.for_real, render(self), self._language)
        self._raise(self._help.sheet(self.services))

    def _raise(self, sheet: Sheet) -> None:
        """Show a sheet that the citizen asked for, even out of the warning: somebody is there."""
        self._idle.touch(self.services.clock.monotonic())
        self.sheet = sheet
        self.publish()

    def ask_leave(self) -> None:
        """Ask whether everything is to be wiped; with nothing to wipe and nothing to take along just go."""
        if self._busy():
            return
        told = not self._nothing_told()
        sheet = LeaveSheet(
            told,
            originals=told and not self.practising and self.has_originals(),
            slip=self.slip_was_scanned,
            printed=self.own_paper_is_out,
        )
        if sheet == LeaveSheet(told=False) or self.at(Stop.PRACTISED):
            self.wipe()
        else:
            self.sheet = sheet
            self.publish()

    def close_sheet(self) -> None:
        """Close the sheet and stay."""
        self.sheet = None
        self.publish()

    def more_time(self) -> None:
        """Stay, with the whole time again."""
        self._idle.touch(self.services.clock.monotonic())
        self.close_sheet()

    def look_at(self, what: str) -> None:
        """Uncover a number or the slip (``SLIP``) for a moment; it is covered again by itself and at the next touch."""
        self._cover_later()
        self.uncovered = what
        self._cover_later = self.services.jobs.later(_GLANCE_SECONDS, self._cover)
        self.publish()

    def _cover(self) -> None:
        if self.uncovered:
            self.uncovered = ""
            self.publish()

    def wipe(self) -> None:
        """Forget everything of this citizen. What the outbox has acknowledged is safe and stays."""
        if self._busy():
            return
        self.forget_dossier()
        self.sheet = None
        self.history.clear()
        self.uncovered = ""
        self._cover_later()
        self._language, self._text_size, self._speaking = self.services.place.vietnamese, 1, False
        self._display, self._typing = self.services.display, None
        self.position = self.beginning
        self.publish()

    def _busy(self) -> bool:
        """Whether the dossier is being made safe: nothing may interrupt that."""
        return self.at(Stop.SENDING)

    # silence and the queue

    def watch(self) -> None:
        """Begin to measure silence, and to look at queue and printer and for a newer catalogue; call once."""
        if not self._watching:
            self._watching = True
            self._tick()
            self._look_at_queue()
            self.printer_watch.begin()
            self.clear_printer()
            self.services.jobs.later(_CATALOGUE_SECONDS, self._look_at_catalogue)

    def touched(self) -> None:
        """Somebody is there: what was uncovered for a moment is covered again.

        While the warning is up, its countdown begins again, and only a button closes it.
        """
        self._cover()
        now = self.services.clock.monotonic()
        if isinstance(self.sheet, IdleSheet):
            self._idle.stir(now)
        else:
            self._idle.touch(now)

    def _tick(self) -> None:
        self.services.jobs.later(_TICK_SECONDS, self._tick)
        now = self.services.clock.monotonic()
        self._follow_the_call()
        if self._machine_works() or self.nobody_is_here() or self._waits_for_a_helper():
            self._idle.touch(now)
            return
        silence = self._idle.judge(now)
        if silence is Silence.WIPE or (silence is Silence.WARN and self._nothing_personal()):
            self.wipe()
        elif silence is Silence.WARN:
            self.sheet = IdleSheet(self._idle.seconds_left(now), round(self._idle.warning))
            self.publish()

    def _machine_works(self) -> bool:
        """Whether the citizen can only wait: while a scan, the sending or the printer takes its time."""
        prints = self.at(Stop.SLIP) and self.sending is not None and self.sending.outcome is None
        sheets = self.printing is not None and self.printing.prints
        return self._busy() or self.scan.running or self.binds or prints or sheets

    def _follow_the_call(self) -> None:
        """Let the sheet say for how long the citizen has waited."""
        if isinstance(self.sheet, HelpSheet) and self.sheet != (sheet := self._help.sheet(self.services)):
            self.sheet = sheet
            self.publish()

    def _waits_for_a_helper(self) -> bool:
        waited = self._help.waited(self.services) if isinstance(self.sheet, HelpSheet) else None
        return waited is not None and waited < WAIT_FOR_HELPER

    def _nothing_personal(self) -> bool:
        nothing_told = self._nothing_told() and not self.enquires
        return nothing_told or self.prints_for_everybody or self.at(Stop.GUIDE, Stop.RATE, Stop.PRACTISED)

    def _nothing_told(self) -> bool:
        """Whether the citizen has not yet agreed to tell anything about themselves."""
        return self.draft is None or self.draft.notice_at is None

    def _look_at_queue(self) -> None:
        def seen(summary: QueueSummary | None) -> None:
            if summary != self._queue:
                self._queue = summary
                self.has_room = summary is None or summary.has_room
                if self.nobody_is_here():
                    self.position = self.beginning
                self.publish()
            self.services.jobs.later(_QUEUE_SECONDS, self._look_at_queue)

        self.services.jobs.run(self.for_real.outbox.summary, seen, lambda _error: seen(None))

    # a newer catalogue, between two citizens

    def nobody_is_here(self) -> bool:
        """Whether the first screen stands as it was left by the wipe: nobody has asked it for anything."""
        asked = (self.sheet, self._language, self._text_size, self._speaking, self._display)
        at_rest = (None, self.services.place.vietnamese, 1, False, self.services.display)
        return self.at(Stop.ATTRACT, Stop.OUT_OF_ORDER) and asked == at_rest

    def _look_at_catalogue(self) -> None:
        def again() -> None:
            self.services.jobs.later(_CATALOGUE_SECONDS, self._look_at_catalogue)

        def seen(renewed: Services) -> None:
            if renewed is not self.for_real and self.nobody_is_here():
                self.for_real = renewed
                self.work_with(renewed)
                self.wipe()
            again()

        if self.nobody_is_here():
            self.services.jobs.run(lambda: self.for_real.renew(self.for_real), seen, lambda _error: again())
        else:
            again()
