"""Walks a journey by touch in the real window: reads what the screen asks and answers it as a citizen would."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kiosk.demo.typist import digits_for, keys_for, keys_for_address
from kiosk.domain.submission import JsonValue
from kiosk.forms.model import Question, QuestionKind
from kiosk.session.items import place_of
from kiosk.session.screens import (
    AskList,
    AskQuestion,
    ChooseEvent,
    ChooseProcedure,
    DossierFound,
    Screen,
    SlipReady,
    View,
)

_LOOKED_UP_BY = 2
"""Words at the end of a long list's choice that are enough to find it: *Đồng Tháp* for *Tỉnh Đồng Tháp*."""


class Hand(Protocol):
    """What the robot's finger can do; ``ui.finger.Finger`` is one."""

    def press(self, name: str) -> None:
        """Touch what has this object name, when a hand could."""
        ...

    def sees(self, name: str) -> bool:
        """Say whether something of this name can be seen and pressed."""
        ...

    def wait(self, condition: Callable[[], bool], what: str, patience: float | None = None) -> None:
        """Let the window live until the condition holds."""
        ...

    def picture(self, file: Path) -> None:
        """Save what the window shows."""
        ...


class DockButtons:
    """Presses the buttons of the dev dock from the outside."""

    def __init__(self, url: str) -> None:
        self._url = url

    def press(self, action: str) -> None:
        """Do one of the dock's actions."""
        request = urllib.request.Request(f"{self._url}do/{action}", method="POST")  # noqa: S310 - our own loopback page
        with urllib.request.urlopen(request, timeout=10):  # noqa: S310 - likewise
            pass


@dataclass(slots=True)
class Walker:
    """One citizen's hand, eyes and papers. ``answers`` are by question name; what is not in them is passed over.

    A list is answered by a list, with the answers of each item by their names. Pictures go to ``folder``, if any.
    A ``trusting`` citizen leaves what the machine has filled in already.
    """

    hand: Hand
    view: Callable[[], View]
    dock: DockButtons
    folder: Path | None
    answers: Mapping[str, JsonValue]
    trusting: bool = False
    pictures: list[str] = field(default_factory=list)

    def arrive(self, kind: type[Screen], patience: float | None = None) -> None:
        """Wait for a kind of screen and take its picture."""
        self.hand.wait(lambda: isinstance(self.view().screen, kind), kind.__name__, patience)
        self.look(kind.__name__)

    def look(self, name: str) -> None:
        """Take a picture of what the window shows, where pictures are wanted."""
        if self.folder is None:
            return
        file = self.folder / "screens" / f"{len(self.pictures) + 1:02d}-{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        self.hand.wait(lambda: not self.hand.sees("in-motion"), "the screen to come to rest")
        self.hand.picture(file)
        self.pictures.append(str(file.relative_to(self.folder)))

    def press(self, name: str) -> None:
        """Touch what has this name, turning pages until it is there: with *Coi tiếp*, else with the gold key."""
        while (key := self._seen(name, "more", "next")) != name:
            self.hand.press(key)
            self.hand.wait(lambda: not self.hand.sees("in-motion"), "the page to come to rest")
        self.hand.press(name)

    def _seen(self, *names: str) -> str:
        """Wait for any of these names; returns the first that is there."""
        self.hand.wait(lambda: any(map(self.hand.sees, names)), names[0])
        return next(name for name in names if self.hand.sees(name))

    def choose(self, code: str) -> None:
        """Choose a procedure: by the first life event that has it, where these come first."""
        self.hand.wait(lambda: isinstance(self.view().screen, ChooseEvent | ChooseProcedure), "the choice")
        if isinstance(screen := self.view().screen, ChooseEvent):
            event = next(event for event in screen.events if code in event.procedures)
            self.arrive(ChooseEvent)
            self.press(f"event:{event.key}")
        self.arrive(ChooseProcedure)
        self.press(f"procedure:{code}")

    def leave(self, kind: type[Screen]) -> None:
        """Press the gold key until another kind of screen comes up."""
        while isinstance(self.view().screen, kind):
            self.hand.press("next")
            self.hand.wait(lambda: not self.hand.sees("in-motion"), "the page to come to rest")

    def slip(self) -> SlipReady:
        """Return what the slip's screen shows now."""
        screen = self.view().screen
        if not isinstance(screen, SlipReady):
            raise AssertionError(f"the slip is not on the screen, {type(screen).__name__} is")  # noqa: TRY004 - a journey went wrong
        return screen

    def found(self) -> DossierFound:
        """Return what is shown of the dossier that was looked up."""
        screen = self.view().screen
        if not isinstance(screen, DossierFound):
            raise AssertionError(f"no dossier is on the screen, {type(screen).__name__} is")  # noqa: TRY004 - likewise
        return screen

    def answer_all(self) -> None:
        """Answer questions until another kind of screen comes up."""
        while isinstance(screen := self.view().screen, AskQuestion | AskList):
            if isinstance(screen, AskList):
                self._answer_list(screen)
            else:
                self.answer(screen)
            self._wait_until_after(screen.question.name)

    def _answer_list(self, screen: AskList) -> None:
        """Answer for each item, then leave the list by the gold key."""
        name = screen.question.name
        wanted = self.answers.get(name)
        for number, _ in enumerate(wanted if isinstance(wanted, list) else [], 1):
            self.look(name)
            self.press(f"item:{number}" if number <= len(screen.items) else "add")
            self._wait_until_after(name)
            while isinstance(asked := self.view().screen, AskQuestion):
                self.answer(asked)
                self._wait_until_after(asked.question.name)
        self.look(name)
        self.hand.press("next")

    def _wait_until_after(self, name: str) -> None:
        def is_over() -> bool:
            now = self.view().screen
            return not isinstance(now, AskQuestion | AskList) or now.question.name != name

        self.hand.wait(is_over, f"what comes after {name}")

    def _wanted(self, name: str) -> JsonValue:
        """Return the answer to a question of the form, or of an item of a list."""
        place = place_of(name)
        items = None if place is None else self.answers.get(place.list_name)
        if place is None or not isinstance(items, list):
            return self.answers.get(name)
        item = items[place.index]
        return item.get(name.removeprefix(place.prefix)) if isinstance(item, dict) else None

    def answer(self, screen: AskQuestion) -> None:
        """Answer one question by touch, or pass over an optional one."""
        question = screen.question
        value = self._wanted(question.name)
        if value is None and screen.value is None and not screen.required:
            self.look(question.name)
            self.hand.press(self._seen("skip", "unknown"))
            return
        filled_in = screen.value not in (None, "", [])
        if value is not None and str(value) != str(screen.value) and not (filled_in and self.trusting):
            self._give(question, value, screen.value)
        self.look(question.name)
        self.hand.press("next")

    def _give(self, question: Question, value: JsonValue, before: JsonValue) -> None:
        match question.kind:
            case QuestionKind.CHOICE | QuestionKind.DROPDOWN | QuestionKind.BOOLEAN | QuestionKind.CHECKBOX:
                for one in value if isinstance(value, list) else [value]:
                    self._find(question, f"choice:{one}", str(one))
                    self.hand.press(f"choice:{one}")
            case QuestionKind.TEXT | QuestionKind.COMMENT | QuestionKind.EMAIL:
                keys = keys_for_address if question.kind is QuestionKind.EMAIL else keys_for
                self._press_all(["key:delete"] * len(str(before or "")) + keys(str(value)))
            case QuestionKind.PARTIAL_DATE:
                precision = ("year", "month", "day")[str(value).count("/")]
                self._press_all(["key:delete"] * len(digits_for(str(before or ""))))
                if self.hand.sees(f"know:{precision}"):
                    self.hand.press(f"know:{precision}")
                self._press_all(digits_for(str(value)))
            case _:
                self._press_all(["key:delete"] * len(digits_for(str(before or ""))) + digits_for(str(value)))

    def _find(self, question: Question, name: str, value: str) -> None:
        """Bring a choice to the screen: by turning pages, or by its letters where a long list is looked up."""
        while not self.hand.sees(name) and self.hand.sees("more"):
            self.hand.press("more")
        words = next(choice.text.vi for choice in question.choices if str(choice.value) == value).split()
        for key in keys_for(" ".join(words[-_LOOKED_UP_BY:])):
            if self.hand.sees(name):
                return
            self.hand.press(key)

    def _press_all(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.hand.press(key)

    def type_digits(self, value: str) -> None:
        """Touch the digits of a number or a date; what parts them is on the screen already."""
        self._press_all(digits_for(value))
