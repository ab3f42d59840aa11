"""Regular expressions that cannot hang: RE2 runs in linear time, so no answer can freeze the window."""

from __future__ import annotations

import re
from typing import Protocol, cast

import re2

_JAVASCRIPT_CODE = re.compile(r"\\u([0-9A-Fa-f]{4})")


class Pattern(Protocol):
    """A compiled pattern."""

    def search(self, text: str) -> object | None:
        """Return a match anywhere in the text, or None."""
        ...


class PatternError(ValueError):
    """A pattern that RE2 does not take: broken, or with look-around or back-references."""


def compile_pattern(text: str, *, ignore_case: bool) -> Pattern:
    """Compile a pattern. Raises PatternError with RE2's reason."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    try:
        return cast("Pattern", re2.compile(_JAVASCRIPT_CODE.sub(r"\\x{\1}", text), options))
    except re2.error as error:
        reason = error.args[0]
        raise PatternError(reason.decode() if isinstance(reason, bytes) else str(reason)) from error
