"""The e-form engine: SurveyJS documents, a documented subset, evaluated without Qt and without eval."""

from kiosk.forms.expressions import ExpressionError
from kiosk.forms.form import Form, load_form, parse_form, read_document
from kiosk.forms.problems import FormError, Problem

__all__ = ["ExpressionError", "Form", "FormError", "Problem", "load_form", "parse_form", "read_document"]
