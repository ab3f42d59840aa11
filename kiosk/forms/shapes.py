"""Which properties a form document may have, and where. Anything else is refused by name, never ignored."""

from __future__ import annotations

SURVEY = frozenset({"title", "description", "pages", "locale", "showQuestionNumbers", "clearInvisibleValues"})
PAGE = frozenset({"name", "title", "description", "elements", "visibleIf", "aps"})

_ANY_ELEMENT = frozenset({"type", "name", "visibleIf"})
_ANY_QUESTION = _ANY_ELEMENT | {
    "title",
    "description",
    "isRequired",
    "requiredIf",
    "requiredErrorText",
    "readOnly",
    "defaultValue",
    "validators",
    "aps",
}

ELEMENTS = {
    "text": _ANY_QUESTION | {"inputType", "placeholder", "maxLength", "min", "max", "autocomplete"},
    "comment": _ANY_QUESTION | {"placeholder", "maxLength", "rows"},
    "radiogroup": _ANY_QUESTION | {"choices", "colCount"},
    "dropdown": _ANY_QUESTION | {"choices", "placeholder"},
    "panel": _ANY_ELEMENT | {"title", "description", "elements"},
}
"""The element types, and the properties that each may have."""

INPUT_TYPES = frozenset({"text", "number", "date", "tel"})

VALIDATORS = {
    "regex": frozenset({"type", "regex", "text", "caseInsensitive"}),
    "numeric": frozenset({"type", "minValue", "maxValue", "text"}),
    "text": frozenset({"type", "minLength", "maxLength", "text"}),
}

CHOICE = frozenset({"value", "text", "aps"})
APS_CHOICE = frozenset({"gloss"})
APS_QUESTION = frozenset({"ask", "input", "names", "sensitive", "readBack", "notAfterToday", "notBefore"})
APS_PAGE: frozenset[str] = frozenset()
LANGUAGES = frozenset({"default", "vi", "en"})

MEND = "remove it, or use what docs/forms.md lists"
