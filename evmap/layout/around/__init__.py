"""The view around one concept: frame, links and phrases."""
