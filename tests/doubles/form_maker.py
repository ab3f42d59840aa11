"""Makes forms as people write them, and answers to them, from a source of randomness."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

Json = dict[str, Any]

_WORDS = ["x", "Nam", "nam ", "Cờ Đỏ", "1", "12", ""]


@dataclass
class _Known:
    """The questions so far that others can ask for, by what their answers are."""

    texts: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    chosen: dict[str, list[Any]] = field(default_factory=dict)
    many: dict[str, list[Any]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.texts or self.numbers or self.flags or self.chosen or self.many)


class FormMaker:
    """Makes one form; ``answers`` then makes answers to it."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._count = 0
        self.questions: list[Json] = []

    def form(self) -> Json:
        """Make a form of one to three pages."""
        known = _Known()
        pages = [self._page(known, number) for number in range(self._random.choice([1, 1, 2, 3]))]
        form: Json = {"pages": pages}
        if self._maybe(0.3):
            form["clearInvisibleValues"] = self._random.choice(["none", "onComplete", "onHidden"])
        if self._maybe(0.3) and known.numbers:
            form["calculatedValues"] = [
                {"name": "worked_out", "expression": self._number(known), "includeIntoResult": self._maybe(0.5)}
            ]
        if self._maybe(0.3) and len(known.texts) > 1 and not any("setValueIf" in one for one in self.questions):
            form["triggers"] = [self._trigger(known)]
        return form

    def answers(self) -> Json:
        """Answer some of the questions, in some order."""
        order = [question for question in self.questions if question["type"] not in ("html", "expression")]
        self._random.shuffle(order)
        return {question["name"]: self._answer(question) for question in order if self._maybe(0.75)}

    # the form

    def _page(self, known: _Known, number: int) -> Json:
        page: Json = {"name": f"page{number + 1}", "elements": []}
        if known and self._maybe(0.25):
            page["visibleIf"] = self._condition(known)
        for _ in range(self._random.choice([1, 2, 3, 4])):
            page["elements"].append(self._panel(known) if self._maybe(0.25) else self._question(known))
        return page

    def _panel(self, known: _Known) -> Json:
        self._count += 1
        panel: Json = {"type": "panel", "name": f"panel{self._count}"}
        if known and self._maybe(0.6):
            panel["visibleIf"] = self._condition(known)
        panel["elements"] = [self._question(known) for _ in range(self._random.choice([1, 2]))]
        if known and self._maybe(0.15) and all(one["type"] != "expression" for one in panel["elements"]):
            panel["enableIf"] = self._condition(known)
        return panel

    def _question(self, known: _Known) -> Json:
        kinds = [self._text, self._text, self._count_of, self._flag, self._choice, self._choice, self._several]
        kinds += [self._sum, self._list] if known.numbers else []
        question = self._random.choice(kinds)(known)
        self._decorate(question, known)
        self._remember(question, known)
        self.questions.append(question)
        return question

    def _name(self) -> str:
        self._count += 1
        return f"q{self._count}"

    def _text(self, known: _Known) -> Json:
        question: Json = {"type": self._random.choice(["text", "comment"]), "name": self._name()}
        if self._maybe(0.25):
            rules = [
                {"type": "regex", "regex": "^[A-Za-z0-9 ]+$"},
                {"type": "text", "minLength": 2},
                {"type": "text", "maxLength": 2},
            ]
            if known:
                rules.append({"type": "expression", "expression": self._condition(known)})
            question["validators"] = [self._random.choice(rules)]
        if self._maybe(0.2):
            question["defaultValue"] = self._random.choice(["x", "Nam"])
        elif self._maybe(0.2) and known.texts:
            question["defaultValueExpression"] = f"{{{self._random.choice(known.texts)}}}"
        if known and known.texts and self._maybe(0.15):
            question["setValueIf"] = self._condition(known)
            question["setValueExpression"] = f"{{{self._random.choice(known.texts)}}}"
        elif known and self._maybe(0.1):
            question["resetValueIf"] = self._condition(known)
        return question

    def _count_of(self, known: _Known) -> Json:
        question: Json = {"type": "text", "inputType": "number", "name": self._name()}
        if self._maybe(0.3):
            question["min"] = self._random.choice([0, 1])
        if self._maybe(0.2):
            question["max"] = self._random.choice([3, 20])
        if self._maybe(0.2):
            question["validators"] = [{"type": "numeric", "minValue": 1, "maxValue": 9}]
        return question

    def _flag(self, _: _Known) -> Json:
        question: Json = {"type": "boolean", "name": self._name()}
        return question | ({"defaultValue": True} if self._maybe(0.2) else {})

    def _choice(self, known: _Known) -> Json:
        kind = self._random.choice(["radiogroup", "dropdown"])
        question: Json = {"type": kind, "name": self._name(), "choices": self._choices(known)}
        if self._maybe(0.2):
            question["showNoneItem"] = True
        return question

    def _several(self, known: _Known) -> Json:
        question: Json = {"type": "checkbox", "name": self._name(), "choices": self._choices(known)}
        if self._maybe(0.2):
            question["validators"] = [{"type": "answercount", "minCount": 2}]
        elif self._maybe(0.2):
            question["minSelectedChoices"] = 1
        return question

    def _choices(self, known: _Known) -> list[Json]:
        values = self._random.choice([["vo", "chong", "con"], [1, 2, 3], ["co", "khong"]])
        return [
            {"value": value} | ({"visibleIf": self._condition(known)} if known and self._maybe(0.2) else {})
            for value in values
        ]

    def _sum(self, known: _Known) -> Json:
        return {"type": "expression", "name": self._name(), "expression": self._number(known)}

    def _list(self, known: _Known) -> Json:
        inside = _Known()
        elements = []
        for part in ("name", "age", "rel"):
            element: Json = {"type": "text", "name": part}
            if part == "age":
                element["inputType"] = "number"
            if part == "rel":
                element = {"type": "dropdown", "name": part, "choices": ["con", "vo"]}
            if inside and self._maybe(0.4):
                element["visibleIf"] = self._condition(inside, "panel.")
            if self._maybe(0.3):
                element["isRequired"] = True
            elements.append(element)
            self._remember(element, inside)
        question: Json = {"type": "paneldynamic", "name": self._name(), "templateElements": elements}
        return question | ({"keyName": "name"} if self._maybe(0.2) else {})

    def _decorate(self, question: Json, known: _Known) -> None:
        if known and self._maybe(0.4):
            question["visibleIf"] = self._condition(known)
        if self._maybe(0.25):
            question["isRequired"] = True
        elif known and self._maybe(0.2):
            question["requiredIf"] = self._condition(known)
        if known and self._maybe(0.1) and question["type"] != "expression":
            question["enableIf"] = self._condition(known)

    def _trigger(self, known: _Known) -> Json:
        source, target = self._random.sample(known.texts, 2)
        condition = self._condition(known)
        return self._random.choice(
            [
                {"type": "setvalue", "expression": condition, "setToName": target, "setValue": "set"},
                {"type": "copyvalue", "expression": condition, "setToName": target, "fromName": source},
                {
                    "type": "runexpression",
                    "expression": condition,
                    "setToName": target,
                    "runExpression": f"{{{source}}} + '!'",
                },
            ]
        )

    # expressions

    def _number(self, known: _Known) -> str:
        one, other = (f"{{{self._random.choice(known.numbers)}}}" for _ in range(2))
        return self._random.choice(
            [f"{one} + {other}", f"{one} * 2 - {other}", f"sum({one}, {other}, 1)", f"iif({one} > {other}, 1, 0)"]
        )

    def _condition(self, known: _Known, prefix: str = "") -> str:
        parts = [self._part(known, prefix) for _ in range(self._random.choice([1, 1, 2]))]
        return f" {self._random.choice(['and', 'or'])} ".join(parts)

    def _part(self, known: _Known, prefix: str) -> str:
        ask: list[str] = []
        for name in known.texts:
            ask += [f"{{{prefix}{name}}} = 'nam'", f"{{{prefix}{name}}} notempty", f"{{{prefix}{name}}} contains '1'"]
        for name in known.numbers:
            ask += [f"{{{prefix}{name}}} > 2", f"{{{prefix}{name}}} empty", f"{{{prefix}{name}}} <= 1"]
        for name in known.flags:
            ask += [f"{{{prefix}{name}}} = true", f"{{{prefix}{name}}} <> true"]
        for name, values in known.chosen.items():
            ask += [f"{{{prefix}{name}}} = {value!r}" for value in values]
            ask.append(f"{{{prefix}{name}}} anyof {values[:2]!r}")
        for name, values in known.many.items():
            ask += [f"{{{prefix}{name}}} contains {values[0]!r}", f"{{{prefix}{name}}} allof {values[:2]!r}"]
        return self._random.choice(ask)

    def _remember(self, question: Json, known: _Known) -> None:
        name = question["name"]
        match question["type"]:
            case "text" | "comment":
                (known.numbers if question.get("inputType") == "number" else known.texts).append(name)
            case "boolean":
                known.flags.append(name)
            case "radiogroup" | "dropdown":
                known.chosen[name] = _values(question)
            case "checkbox":
                known.many[name] = _values(question)
            case _:
                return

    # answers

    def _answer(self, question: Json) -> Any:
        match question["type"]:
            case "boolean":
                return self._maybe(0.5)
            case "radiogroup" | "dropdown":
                return self._random.choice(_values(question))
            case "checkbox":
                values = _values(question)
                return self._random.sample(values, self._random.choice([1, 2]))
            case "paneldynamic":
                return [self._item(question) for _ in range(self._random.choice([1, 2]))]
        if question.get("inputType") == "number":
            return self._random.choice([0, 1, 2, 3, 10])
        return self._random.choice(_WORDS)

    def _item(self, question: Json) -> Json:
        given = {one["name"]: self._answer(one) for one in question["templateElements"] if self._maybe(0.7)}
        return {name: value for name, value in given.items() if value != ""}

    def _maybe(self, chance: float) -> bool:
        return self._random.random() < chance


def _values(question: Json) -> list[Any]:
    return [choice["value"] if isinstance(choice, dict) else choice for choice in question["choices"]]
