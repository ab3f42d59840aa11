"""The expression language of SurveyJS, as much of it as our forms use: a grammar, a typed tree, and its meaning."""

from kiosk.forms.expressions.meaning import holds
from kiosk.forms.expressions.parser import ExpressionError, parse_expression
from kiosk.forms.expressions.tree import Expression, variables

__all__ = ["Expression", "ExpressionError", "holds", "parse_expression", "variables"]
