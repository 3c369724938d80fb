"""How links run between boxes: straight, bent a little, or round what is in the way."""
