"""The picture of a step of a tour on a page: its own large drawing, and below it what its signs mean.

On the screen the faded Atlas lies behind a step, for those who saw it move there. On paper nothing moved: the Atlas
would only take ink and lie below the words, so it is left out.
"""

from evmap.model import Rect, Step
from evmap.ui.canvas.geometry.camera import Margins, fit
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.canvas.viewing import scene_of as drawn_scene_of
from evmap.ui.paper.concepts import write
from evmap.ui.paper.legend import Legend, Row
from evmap.ui.paper.map_drawing import MapDrawing
from evmap.ui.paper.pencil import Pencil
from evmap.ui.paper.type import Type
from evmap.workspace import Lens, View, Viewing, Workspace
from evmap.workspace.talk.scenes import scene_of, stages

_STEP_WIDTH, _WHOLE_WIDTH = 1400.0, 980.0
"""So many pixels of the drawing are as wide as the page: a whole map is written smaller on the screen than a step."""

_MARGINS: Margins = (14.0, 10.0, 14.0, 10.0)
_WHOLE_MARGINS: Margins = (46.0, 22.0, 46.0, 22.0)
_LEGEND, _ROW, _GAP, _BETWEEN = 8.5, 13.0, 5.0, 13.0
_SIGNS = 0.62


class StepPicture:
    """Draws one step when everything of it is told.

    Args:
        workspace: the map, which is then seen through the lens of the step.
        step: the step.
        inks: the pens and colours.
        shape: height over width of the room that it is laid out for.
    """

    def __init__(self, workspace: Workspace, step: Step, inks: Inks, shape: float) -> None:
        self._workspace, self._inks = workspace, inks
        index = workspace.index
        told = scene_of(step, stages(step, index) - 1, index)
        lens = Lens(told.lens) if told.lens in list(Lens) else Lens.KIND
        workspace.asking.look_through(lens)
        view = told.view((_STEP_WIDTH, round(_STEP_WIDTH * shape)))
        self._is_whole = view is None
        viewing = Viewing(View.STEP, step=view) if view is not None else _whole(workspace)
        scene = drawn_scene_of(workspace, viewing, 1.0 / shape)
        if lens is not Lens.KIND:
            from evmap.ui.canvas.geometry.dressing import dressed

            scene = dressed(scene, workspace.asking)
        self._scene: Scene = scene
        parts = Legend(scene, workspace, inks).sections
        self._rows = [(row, part.sign * _SIGNS) for part in parts for row in part.rows]

    def paint(self, pencil: Pencil, x: float, y: float, width: float, high: float) -> None:
        """Draw it into a rectangle of a page, as large as it can be."""
        across = _WHOLE_WIDTH if self._is_whole else _STEP_WIDTH
        share = width / across
        room = (across, high / share)
        margins = _WHOLE_MARGINS if self._is_whole else _MARGINS
        camera = fit(self._scene.bounds, room, margins, self._scene.largest)
        level = Level.PHRASES if self._scene.told else level_at(camera.scale)
        plan = Plan(self._scene, camera.scale, level)
        left, top = camera.origin(room)
        region = (-left, -top, *room)
        index = self._workspace.index
        drawing = MapDrawing(plan, self._inks, pencil, lambda link: index.sentence(index.links[link]))
        with pencil.moved(x, y, share), pencil.clipped((0.0, 0.0, *room)), pencil.moved(left, top):
            drawing.draw(region, _nothing)

    def legend_height(self, width: float) -> float:
        """How high the legend is."""
        return (max((row for _, row, _, _ in self._placed(width)), default=-1) + 1) * _ROW

    def paint_legend(self, pencil: Pencil, x: float, y: float, width: float, _high: float) -> None:
        """Draw what its signs mean, one after the other."""
        face = Type(_LEGEND)
        for row, at, left, sign in self._placed(width):
            top = y + at * _ROW
            row.sign(pencil, (x + left, top, sign - _GAP, _ROW), _SIGNS)
            place: Rect = (x + left + sign, top, width, _ROW)
            write(pencil, place, (row.words,), face, self._inks.muted, side=1)

    def _placed(self, width: float) -> list[tuple[Row, int, float, float]]:
        """Each sign with its line, where on it it begins, and how much room the sign itself takes."""
        face = Type(_LEGEND)
        placed = []
        left, at = 0.0, 0
        for row, sign in self._rows:
            needed = sign + face.width(row.words)
            if left and left + needed > width:
                left, at = 0.0, at + 1
            placed.append((row, at, left, sign))
            left += needed + _BETWEEN
        return placed


def _nothing() -> None:
    """Nobody is told of every line."""


def _whole(workspace: Workspace) -> Viewing:
    return Viewing(View.BIG_PICTURE if workspace.big_picture is not None else View.ATLAS)
