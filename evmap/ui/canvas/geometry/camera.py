"""The camera as a pure value: which part of the map is seen and how large, and flights between two such views."""

import math

from msgspec import Struct

from evmap.model import Point, Rect

Size = tuple[float, float]
Margins = tuple[float, float, float, float]
"""Left, top, right, bottom, in screen pixels."""

SMALLEST, LARGEST = 0.02, 3.0


class Camera(Struct, frozen=True):
    """A view of the map: its point ``(x, y)`` in the middle of the screen, ``scale`` pixels to a map pixel."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_screen(self, point: Point, size: Size) -> Point:
        """Where a point of the map is seen in a view of this size."""
        return ((point[0] - self.x) * self.scale + size[0] / 2, (point[1] - self.y) * self.scale + size[1] / 2)

    def to_map(self, point: Point, size: Size) -> Point:
        """Which point of the map is seen at a point of the screen."""
        return ((point[0] - size[0] / 2) / self.scale + self.x, (point[1] - size[1] / 2) / self.scale + self.y)

    def origin(self, size: Size, ratio: float = 1.0) -> Point:
        """Where the map's (0, 0) is seen, on a whole device pixel so that pictures drawn from here never blur."""
        x, y = self.to_screen((0.0, 0.0), size)
        return (round(x * ratio) / ratio, round(y * ratio) / ratio)

    def visible(self, size: Size) -> Rect:
        """The part of the map that is seen."""
        w, h = size[0] / self.scale, size[1] / self.scale
        return (self.x - w / 2, self.y - h / 2, w, h)

    def panned(self, dx: float, dy: float) -> "Camera":
        """The map moved by so many screen pixels, as if taken by the hand."""
        return Camera(self.scale, self.x - dx / self.scale, self.y - dy / self.scale)

    def scaled_at(self, scale: float, point: Point, size: Size) -> "Camera":
        """Another scale, with the same map point under a point of the screen."""
        scale = min(max(scale, SMALLEST), max(LARGEST, self.scale))
        x, y = self.to_map(point, size)
        return Camera(scale, x - (point[0] - size[0] / 2) / scale, y - (point[1] - size[1] / 2) / scale)


def fit(
    bounds: Rect,
    size: Size,
    margins: Margins = (0, 0, 0, 0),
    largest: float = 1.0,
    smallest: float = SMALLEST,
) -> Camera:
    """The camera that shows a part of the map as large as it can, in the middle of what the margins leave free."""
    left, top, right, bottom = margins
    free_w, free_h = max(size[0] - left - right, 1.0), max(size[1] - top - bottom, 1.0)
    scale = min(free_w / max(bounds[2], 1.0), free_h / max(bounds[3], 1.0), largest)
    scale = max(scale, smallest)
    x = bounds[0] + bounds[2] / 2 + (right - left) / 2 / scale
    y = bounds[1] + bounds[3] / 2 + (bottom - top) / 2 / scale
    return Camera(scale, x, y)


def brought_into_view(camera: Camera, bounds: Rect, size: Size, margin: float = 0.0) -> Camera:
    """The nearest camera that shows these bounds: itself if it does, else moved, else moved and zoomed out."""
    free = (max(size[0] - 2 * margin, 1.0), max(size[1] - 2 * margin, 1.0))
    if bounds[2] * camera.scale > free[0] or bounds[3] * camera.scale > free[1]:
        return fit(bounds, size, (margin, margin, margin, margin), camera.scale)
    half_w, half_h = free[0] / 2 / camera.scale, free[1] / 2 / camera.scale
    x = min(max(camera.x, bounds[0] + bounds[2] - half_w), bounds[0] + half_w)
    y = min(max(camera.y, bounds[1] + bounds[3] - half_h), bounds[1] + half_h)
    return Camera(camera.scale, x, y)


class Flight(Struct, frozen=True):
    """The way from one camera to another as a function of ``t`` in 0..1, so that any moment can be asked for.

    Scale runs evenly on a logarithmic scale. The centre runs evenly in map pixels per screen, which keeps the map point
    under the pointer still while zooming at the pointer, and is a plain straight line when the scale stays.
    """

    start: Camera
    end: Camera
    gentle: bool = True

    def at(self, t: float) -> Camera:
        """The camera at a moment; 0 is the start and 1 the end, exactly."""
        if t <= 0.0:
            return self.start
        if t >= 1.0:
            return self.end
        e = self.progress(t)
        a, b = self.start, self.end
        scale = a.scale * (b.scale / a.scale) ** e
        across = 1 / b.scale - 1 / a.scale
        share = (1 / scale - 1 / a.scale) / across if abs(across) * a.scale > 1e-9 else e
        return Camera(scale, a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)

    def progress(self, t: float) -> float:
        """How much of the way is behind at a moment: slow, fast, slow; or, following a hand, fast and then slow."""
        t = min(max(t, 0.0), 1.0)
        if self.gentle:
            return 0.5 - 0.5 * math.cos(math.pi * t)
        return 1.0 - (1.0 - t) ** 3
