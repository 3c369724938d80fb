"""The stages of the views that one comes back to, and where the camera was in each."""

from evmap.layout.pieces import Pieces, whole
from evmap.ui.canvas.geometry.camera import Camera
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.stage import Stage
from evmap.ui.canvas.viewing import backdrop_of, scene_in_pieces
from evmap.ui.theme import Theme
from evmap.workspace import View, Viewing, Workspace


class StageShelf:
    """Keeps the stages of the Atlas and the big picture; that of Around only while one concept is looked at.

    Attributes:
        cameras: where the camera was when a view was left, and whether it showed the whole.
    """

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        self._workspace = workspace
        self._theme = theme
        self._stages: dict[Viewing, Stage] = {}
        self._plain: dict[Viewing, Scene] = {}
        self._undressed: set[Viewing] = set()
        self.cameras: dict[Viewing, tuple[Camera, bool]] = {}

    def stage(self, viewing: Viewing, aspect: float) -> Stage:
        """The stage of a view, made when first asked for."""
        if viewing not in self._stages:
            whole(self.making(viewing, aspect))
        elif viewing in self._undressed:
            self._dress(viewing)
        return self._stages[viewing]

    def has(self, viewing: Viewing) -> bool:
        """Whether the stage of a view is made."""
        return viewing in self._stages

    def making(self, viewing: Viewing, aspect: float) -> Pieces[None]:
        """Make the stage of a view, in pieces; those that are only kept while they are looked at give way."""
        atlas = Viewing(View.ATLAS)
        if viewing.view is View.STEP and atlas not in self._stages:
            yield from self.making(atlas, aspect)
        scene = yield from scene_in_pieces(self._workspace, viewing, aspect)
        for other in [each for each in self._stages if each.view in (View.AROUND, View.STEP)]:
            del self._stages[other], self._plain[other]
        self._keep(viewing, scene)

    def set_scene(self, scene: Scene) -> Stage:
        """The Atlas with everything at other places; what is around a concept follows when it is next shown."""
        own_places = (View.BIG_PICTURE, View.LANES)
        for viewing in [each for each in self._stages if each.view not in own_places]:
            del self._stages[viewing], self._plain[viewing]
        return self._keep(Viewing(View.ATLAS), scene)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._stages = {viewing: Stage(stage.scene, theme, stage.backdrop) for viewing, stage in self._stages.items()}

    def dress(self, seen: Viewing, aspect: float) -> Stage:
        """Another lens or other filters: the stage that is seen shows them, the others when they are shown again."""
        self._undressed.update(self._stages)
        if seen.view is View.STEP and seen in self._plain:
            return self._keep(seen, self._plain[seen])  # with what lies behind it
        return self.stage(seen, aspect)

    def _keep(self, viewing: Viewing, scene: Scene) -> Stage:
        self._plain[viewing] = scene
        self._undressed.discard(viewing)
        backdrop = None
        if viewing.view is View.STEP:
            backdrop = backdrop_of(self._workspace, viewing, self.stage(Viewing(View.ATLAS), 1.0).scene)
        stage = self._stages[viewing] = Stage(self._dressed(viewing), self._theme, backdrop)
        return stage

    def _dress(self, viewing: Viewing) -> None:
        self._undressed.discard(viewing)
        self._stages[viewing].dress(self._dressed(viewing))

    def _dressed(self, viewing: Viewing) -> Scene:
        if self._workspace.asking.is_plain:
            return self._plain[viewing]
        from evmap.ui.canvas.geometry.dressing import dressed  # a map opens plain

        return dressed(self._plain[viewing], self._workspace.asking)
