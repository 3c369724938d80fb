"""What stands beside the map: the legend, the details of what is selected, and the reader of the articles."""
