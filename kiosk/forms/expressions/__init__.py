"""The expression language of SurveyJS: a grammar, a typed tree, and what it means."""

from kiosk.forms.expressions.functions import FUNCTIONS, UNSTEADY
from kiosk.forms.expressions.lookup import Found, Scope, Step
from kiosk.forms.expressions.meaning import evaluate, holds
from kiosk.forms.expressions.parser import ExpressionError, parse_expression
from kiosk.forms.expressions.tree import Expression, functions, variables

__all__ = [
    "FUNCTIONS",
    "UNSTEADY",
    "Expression",
    "ExpressionError",
    "Found",
    "Scope",
    "Step",
    "evaluate",
    "functions",
    "holds",
    "parse_expression",
    "variables",
]
