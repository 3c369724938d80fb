"""What stands beside the map: legend, details of what is selected, and the reader of the articles."""
