"""The lanes: kinds as columns, the order in each, and the ways of the links between them."""
