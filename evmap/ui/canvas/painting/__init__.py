"""How what was worked out is painted: sprites, lines, words, and pictures that move or blend."""
