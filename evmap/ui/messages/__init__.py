"""How the app tells that something went wrong: a quiet notice, or a report in plain words. Never a bare traceback."""
