"""The map and its tours on paper: pictures as SVG, PDF and PNG, and hand-outs. Vectors, drawn with a pencil."""
