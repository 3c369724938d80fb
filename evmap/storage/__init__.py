"""Files to model and back: the shipped map, its format, its checks, atomic writing."""
