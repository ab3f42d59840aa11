"""The e-form engine: SurveyJS documents, a documented subset, evaluated without Qt and without eval.

``form`` is the door, ``model`` what is shown; loading the engine takes a while, and a window that only shows does not.
"""
