"""Stand-ins for practice: the same ports, and nothing behind them that takes, keeps, sends or prints."""
