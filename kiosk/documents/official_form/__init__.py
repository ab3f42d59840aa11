"""The official A4 form (*tờ khai*), blank or filled from the same answers that the kiosk sends."""

from kiosk.documents.official_form.drawing import draw_form

__all__ = ["draw_form"]
