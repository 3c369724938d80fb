"""Tools run by hand: they make files that are kept in the repository."""
