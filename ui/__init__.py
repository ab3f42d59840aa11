"""The touch interface: the only part that knows Qt."""
