"""Whether a catalogue may go into service: asked before it is signed, and by each kiosk before it switches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.catalogue.check import check_catalogue
from kiosk.catalogue.errors import CatalogueError
from kiosk.catalogue.reading import Catalogue, load_catalogue
from kiosk.catalogue.recipients import load_recipients
from kiosk.domain.text import Language
from kiosk.forms.form import Today
from kiosk.forms.problems import FormError

_NOTICE_WORDS = {"procedure": "", "agency": "", "hotline": "", "minutes": 0}


def acceptable(directory: Path, today: Today) -> list[str]:
    """Return what speaks against serving this: file, place and mend of each fault; nothing when it is good."""
    return _faults(lambda: _would_fail_in_use(directory, load_catalogue(directory, today)), directory)


def publishable(directory: Path, today: Today) -> list[str]:
    """Like ``acceptable``, and examples, languages and dates are judged as well.

    Kiosks do not judge those again: an example with a date in it may not hold on the day of a later update.
    """
    return acceptable(directory, today) or _faults(lambda: check_catalogue(directory, today), directory)


def _faults(judge: Callable[[], list[str]], directory: Path) -> list[str]:
    try:
        return judge()
    except CatalogueError as error:
        return [str(error)]
    except OSError as error:
        return [f"{error.filename}: cannot be read ({error.strerror}); a catalogue needs it"]
    except Exception as error:  # noqa: BLE001 - content from outside must never stop a kiosk, even where our reader errs
        return [f"{directory}: cannot be read by this program ({type(error).__name__}: {error}); undo the last change"]


def _would_fail_in_use(directory: Path, catalogue: Catalogue) -> list[str]:
    return [*catalogue.problems] or [
        *_offers_nothing(directory, catalogue),
        *_delivery(directory, catalogue),
        *_notice(directory, catalogue),
        *_recipients(directory),
    ]


def _offers_nothing(directory: Path, catalogue: Catalogue) -> list[str]:
    if catalogue.procedures:
        return []
    return [f"{directory / 'procedures'}: none is in force on {catalogue.today()}; correct effective_from and _until"]


def _recipients(directory: Path) -> list[str]:
    """Read the keys. Days without one are the publisher's wish: keys may be taken away before others are there."""
    load_recipients(directory)
    return []


def _delivery(directory: Path, catalogue: Catalogue) -> list[str]:
    """Cut the delivery form down to each procedure's ways, as is done while a citizen waits: that must not fail."""
    file = directory / "delivery" / "form.json"
    for procedure in catalogue.procedures:
        if procedure.code not in catalogue.forms:
            continue
        try:
            catalogue.delivery_form(procedure.delivery_methods)
        except FormError as error:
            return [f"{file}: with the ways of {procedure.code}: {error}"]
        except (LookupError, TypeError, AttributeError):
            return [f"{file}: $.pages[0].elements[0]: must be the question of the way, with its choices; put it there"]
    return []


def _notice(directory: Path, catalogue: Catalogue) -> list[str]:
    faults = []
    for language in Language:
        try:
            for notice in (catalogue.notice, catalogue.full_notice):
                notice.of(language).format_map(_NOTICE_WORDS)
        except (LookupError, ValueError, AttributeError) as error:
            faults.append(
                f"{directory / 'notices' / 'personal-data.toml'}: {language}: {error} is no word that is filled in; use"
                f" {', '.join(f'{{{word}}}' for word in _NOTICE_WORDS)}"
            )
    return faults
