"""All of Qt: the canvas, the panels, the theme, the actions, the window."""
