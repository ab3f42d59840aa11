"""The document scanner: SANE in a child process, and an eSCL simulator on loopback."""
