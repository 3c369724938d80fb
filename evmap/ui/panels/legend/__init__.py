"""The panel at the left: the lens, its groups, and what filters hide."""
