"""The stages of the views that one comes back to, and where the camera was in each."""

from evmap.model import Places
from evmap.ui.canvas.camera import Camera
from evmap.ui.canvas.scene import build_scene
from evmap.ui.canvas.stage import Stage
from evmap.ui.canvas.viewing import scene_of
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
        self.cameras: dict[Viewing, tuple[Camera, bool]] = {}

    def stage(self, viewing: Viewing, aspect: float) -> Stage:
        """The stage of a view, made when first asked for."""
        if viewing not in self._stages:
            for other in [each for each in self._stages if each.view is View.AROUND]:
                del self._stages[other]
            self._stages[viewing] = Stage(scene_of(self._workspace, viewing, aspect), self._theme)
        return self._stages[viewing]

    def set_places(self, places: Places) -> Stage:
        """The Atlas with everything at other places; what is around a concept follows when it is next shown."""
        stage = Stage(build_scene(self._workspace.map, places), self._theme)
        self._stages = {viewing: each for viewing, each in self._stages.items() if viewing.view is View.BIG_PICTURE}
        self._stages[Viewing(View.ATLAS)] = stage
        return stage

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._stages = {viewing: Stage(stage.scene, theme) for viewing, stage in self._stages.items()}
