"""The canvas on which the map is drawn, explored and chosen from."""

from evmap.ui.canvas.geometry.camera import Camera
from evmap.ui.canvas.widget import Canvas

__all__ = ["Camera", "Canvas"]
