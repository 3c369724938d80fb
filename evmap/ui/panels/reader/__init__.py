"""The reader of the articles: a text with its margin and marks, in step with the map."""
