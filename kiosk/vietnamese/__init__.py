"""Vietnamese syllables: which there are, where their tone stands, and how Telex and VNI keys write them. Pure."""
