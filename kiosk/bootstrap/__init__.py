"""The composition root: the one place that names concrete parts. Import its modules: a command loads what it needs."""
