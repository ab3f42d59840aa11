"""The receipt printer: 1-bit slips over ESC/POS, and a simulator that renders and answers."""
