"""Small pictures of a talk's steps as the class sees them, painted one by one when they are asked for, and kept."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from evmap.layout.pieces import Pieces
from evmap.model import Predict
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.class_view import ClassView
from evmap.ui.presenter.lens_key import lens_of
from evmap.ui.presenter.preview import step_picture
from evmap.ui.presenter.saying import said_at
from evmap.ui.slowly import Slowly
from evmap.workspace import Workspace
from evmap.workspace.talk import Position, Talk

WIDTH = 480
"""In pixels of the screen."""

_BETWEEN_MS = 15
"""Between two pictures the windows have so much time for everything else."""


class StepPictures(QObject):
    """The pictures of one talk.

    Signals:
        made: another one is there.
    """

    made = Signal()

    def __init__(self, talk: Talk, workspace: Workspace, view: ClassView, ahead: DrawnAhead, parent: QObject) -> None:
        super().__init__(parent)
        self._talk, self._workspace, self._view, self._ahead = talk, workspace, view, ahead
        self._made: dict[int, QPixmap] = {}
        self._wanted = False
        self._painted = 0
        self._painting = Slowly(self)
        self._next = QTimer(self)
        self._next.setInterval(_BETWEEN_MS)
        self._next.timeout.connect(self._make_one)
        ahead.ready.connect(self._go_on)
        ahead.renewed.connect(self._forget)
        view.room_changed.connect(self._forget)

    def of(self, step: int) -> QPixmap | None:
        """The picture of a step, once it is made."""
        return self._made.get(step)

    @property
    def whole(self) -> bool:
        """Whether there is one of every step."""
        return len(self._made) == len(self._talk.tour.steps)

    def begin(self) -> None:
        """Make those that are not there yet."""
        self._wanted = True
        self._go_on()

    def stop(self) -> None:
        """Make no more for now."""
        self._wanted = False
        self._next.stop()
        self._painting.drop()

    def _go_on(self) -> None:
        if self._wanted:
            self._next.start()

    def _forget(self) -> None:
        """The class's screen or the map is another: so are the pictures."""
        self._painting.drop()
        self._made.clear()
        self._go_on()

    def _make_one(self) -> None:
        """Begin the first that is missing and can be made; the others wait until their steps are drawn."""
        if self._painting.busy or not self._view.at_rest:
            return
        for step in range(len(self._talk.tour.steps)):
            pieces = self._pieces(step) if step not in self._made else None
            if pieces is not None:
                self._painted = step
                self._painting.begin(pieces, self._keep)
                return
        self._next.stop()

    def _keep(self, picture: QPixmap) -> None:
        self._made[self._painted] = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        self.made.emit()

    def _pieces(self, step: int) -> Pieces[QPixmap] | None:
        """The work for the picture of a step; nothing while the step is not drawn."""
        talk, view = self._talk, self._view
        at = Position(step, self._stage_of(step))
        scene = talk.scene_at(at)
        wanted = scene.view(view.room())
        if wanted is not None and not self._ahead.has(wanted):
            return None
        said, size = said_at(at, talk, self._workspace), (view.width(), view.height())
        return step_picture(self._workspace, wanted, lens_of(scene.lens), said, view.theme, size)

    def _stage_of(self, step: int) -> int:
        """All of a step but what it keeps back: the class may see the pictures too."""
        keeps_back = self._talk.tour.steps[step].predict is not Predict.NOTHING
        return max(self._talk.stages_of(step) - (2 if keeps_back else 1), 0)
