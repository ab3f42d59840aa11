"""Short sounds, made of sines when the program starts and played by a child process."""
