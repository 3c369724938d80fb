"""Where the concepts of a whole map stand: a start, and the search for a drawing that costs a reader least."""
