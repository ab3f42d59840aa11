"""The citizen's journey as a state machine: what is shown, what may be pressed, what is wiped."""
