"""What a hand does with the map: mouse, wheel and keys become gestures, and gestures moves of the canvas."""
