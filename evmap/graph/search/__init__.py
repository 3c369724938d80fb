"""Finding words on a map and in its articles: an index of every word, and what a few typed words ask of it. No Qt."""
