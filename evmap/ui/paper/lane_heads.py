"""The heads of the lanes on a picture, as the canvas has them along its top."""

from collections.abc import Sequence

from PySide6.QtGui import QPen

from evmap.layout.lanes.view import Lane
from evmap.ui.canvas.lane_heads import APART, COUNT, EDGE, GAP, HEAD, ICON, NAME, NARROWEST, RULE
from evmap.ui.paper.concepts import write
from evmap.ui.paper.pencil import Pencil, way
from evmap.ui.paper.type import BOLD, Type
from evmap.ui.theme import Theme
from evmap.ui.words.names import KIND_MANY

_ABOVE, _BELOW = 8.0, 6.0
_LEAST = 110.0


def heads_height(theme: Theme) -> float:
    """How high they are; on the screen the view's title stands above them, which a picture has elsewhere."""
    return _ABOVE + HEAD * theme.scale + _BELOW


def draw_lane_heads(
    pencil: Pencil, lanes: Sequence[Lane], scale: float, origin: float, width: float, theme: Theme
) -> None:
    """Draw the heads.

    Args:
        pencil: what draws.
        lanes: from left to right.
        scale: pixels to a map pixel.
        origin: where the map's x = 0 is.
        width: of the picture.
        theme: its colours.
    """
    high = heads_height(theme)
    pencil.fill((0.0, 0.0, width, high), theme.colour("paper"))
    pencil.draw(way([(0.0, high - 0.5), (width, high - 0.5)]), QPen(theme.colour("faint"), 1.0))
    xs = [lane.left * scale + origin for lane in lanes]
    ends = [x - EDGE for x in xs[1:]] + [max(width - 2.0, xs[-1] + 80.0)]
    with pencil.group("lanes", "Lanes"):
        for lane, x, end in zip(lanes, xs, ends, strict=True):
            _draw_head(pencil, lane, x, min(max(end - x, 1.0), max((lane.right - lane.left) * scale, _LEAST)), theme)


def _draw_head(pencil: Pencil, lane: Lane, x: float, width: float, theme: Theme) -> None:
    size = theme.scale
    bottom = heads_height(theme) - _BELOW
    pencil.draw(way([(x, bottom + 1), (x + width, bottom + 1)]), QPen(theme.colour(f"kind.{lane.kind}"), RULE))
    face, icon = Type(NAME * size, BOLD), ICON * size
    name, half = KIND_MANY[lane.kind], HEAD * size / 2
    share = min((width + EDGE - APART) / face.width(name), 1.0)
    if share >= NARROWEST:  # where even smaller type does not help, the icon says it alone
        smaller = Type(face.px * share, BOLD)
        write(pencil, (x, _ABOVE, width, half), (name,), smaller, theme.colour("ink"), side=1)
    top = _ABOVE + half
    pencil.icon(f"kind-{lane.kind}", theme.colour(f"kind.{lane.kind}"), (x, top + (half - icon) / 2, icon, icon))
    place = (x + icon + GAP, top, width, half)
    write(pencil, place, (str(lane.count),), Type(COUNT * size), theme.colour("muted"), side=1)
