"""What things are called in the window, and how text from files is made fit to be shown: words, no widgets."""
