"""Whether a catalogue may go into service: asked before it is signed, and by each kiosk before it switches."""

from __future__ import annotations

from pathlib import Path

from kiosk.catalogue.reading import Catalogue, CatalogueError, load_catalogue
from kiosk.forms import FormError
from kiosk.forms.form import Today

_NOTICE_WORDS = {"procedure": "", "agency": "", "hotline": "", "minutes": 0}


def acceptable(directory: Path, today: Today) -> list[str]:
    """Return what speaks against this catalogue: file, place and mend of each fault; nothing when it is good."""
    try:
        catalogue = load_catalogue(directory, today)
    except CatalogueError as error:
        return [str(error)]
    except OSError as error:
        return [f"{error.filename}: cannot be read ({error.strerror}); a catalogue needs it"]
    if catalogue.problems:
        return list(catalogue.problems)
    return [*_offers_nothing(directory, catalogue), *_delivery(directory, catalogue), *_notice(directory, catalogue)]


def _offers_nothing(directory: Path, catalogue: Catalogue) -> list[str]:
    if catalogue.procedures:
        return []
    return [f"{directory / 'procedures'}: none is in force on {catalogue.today()}; correct effective_from and _until"]


def _delivery(directory: Path, catalogue: Catalogue) -> list[str]:
    """Cut the delivery form down to each procedure's ways, as is done while a citizen waits: that must not fail."""
    file = directory / "delivery" / "form.json"
    for procedure in catalogue.procedures:
        try:
            catalogue.delivery_form(procedure.delivery_methods)
        except FormError as error:
            return [f"{file}: with the ways of {procedure.code}: {error}"]
        except (LookupError, TypeError, AttributeError):
            return [f"{file}: $.pages[0].elements[0]: must be the question of the way, with its choices; put it there"]
    return []


def _notice(directory: Path, catalogue: Catalogue) -> list[str]:
    faults = []
    for language, text in (("vi", catalogue.notice.vi), ("en", catalogue.notice.en)):
        try:
            text.format_map(_NOTICE_WORDS)
        except (LookupError, ValueError, AttributeError) as error:
            faults.append(
                f"{directory / 'notices' / 'personal-data.toml'}: {language}: {error} is no word that is filled in; use"
                f" {', '.join(f'{{{word}}}' for word in _NOTICE_WORDS)}"
            )
    return faults
