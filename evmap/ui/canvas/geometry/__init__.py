"""What is to be drawn and where it stands on the screen, worked out before anything is painted."""
