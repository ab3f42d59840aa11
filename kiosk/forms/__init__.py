"""The e-form engine: SurveyJS documents, a documented subset, evaluated without Qt and without eval."""
