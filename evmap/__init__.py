"""EV Map: a concept map whose every link can show the sentence that says so."""

__version__ = "0.1.0"
