"""From article text to passages; where a concept is mentioned; where a quote stands."""
