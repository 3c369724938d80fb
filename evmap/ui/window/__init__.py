"""What the main window hands on: its parts from the first paint on, what it tells, what makes sense now, and menus."""
