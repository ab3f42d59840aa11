"""A4 sheets that citizens take home: a slip, a guide with boxes to tick, the codes of the board. Large, to be read."""

from kiosk.documents.sheets.board import draw_board_sheet
from kiosk.documents.sheets.guide import draw_guide_sheet
from kiosk.documents.sheets.slip import draw_slip_sheet

__all__ = ["draw_board_sheet", "draw_guide_sheet", "draw_slip_sheet"]
