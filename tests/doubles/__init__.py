"""Stand-ins that several tests share; each implements a port."""
