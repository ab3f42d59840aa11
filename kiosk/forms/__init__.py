"""The e-form engine: SurveyJS documents, a documented subset, evaluated without Qt and without eval."""

from kiosk.forms.expressions import ExpressionError
from kiosk.forms.form import Form, load_form, parse_form, read_document
from kiosk.forms.problems import FormError, Problem
from kiosk.forms.references import NO_REFERENCES, ReferenceList, References

__all__ = [
    "NO_REFERENCES",
    "ExpressionError",
    "Form",
    "FormError",
    "Problem",
    "ReferenceList",
    "References",
    "load_form",
    "parse_form",
    "read_document",
]
