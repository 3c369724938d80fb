"""Tours in the window: where they are chosen, looked at and made. All of it is made after the first paint."""
