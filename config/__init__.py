"""Settings, and the catalogue data that ships with the kiosk."""
