"""Finding by typing: the field in the header with its results, and the palette of all commands."""
