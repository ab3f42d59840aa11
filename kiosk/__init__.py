"""APS Kiosk: the core and the entry point of a self-service machine for public services."""
