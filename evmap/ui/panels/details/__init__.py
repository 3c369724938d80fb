"""The panel at the right: a page about what is selected, or about something else that was asked for."""
