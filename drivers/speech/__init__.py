"""The voice: espeak-ng as a child process, a voice that only writes down what it says, and none."""
