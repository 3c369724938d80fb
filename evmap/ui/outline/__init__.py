"""The outline: the map as a tree of concepts, sentences and passages, for reading without seeing it."""
