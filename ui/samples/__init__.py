"""Sample values for pictures and tests: every screen, sheet and notable variant, with invented people only."""
