"""Other formats: a map to JSON and back."""
