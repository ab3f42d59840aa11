"""The command line: a contract with technicians, form authors and tests (docs/command-line.md)."""
