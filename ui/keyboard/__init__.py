"""The on-screen keyboard: layouts and the Vietnamese tone engine, without Qt."""
