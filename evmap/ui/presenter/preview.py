"""The picture of the step that comes next, painted as the class will see it and shown small."""

from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from evmap.layout.pieces import Pieces
from evmap.ui.canvas.geometry.camera import Size, fit
from evmap.ui.canvas.geometry.dressing import tinted
from evmap.ui.canvas.geometry.framing import fit_whole
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.stage import Shot, Stage
from evmap.ui.canvas.viewing import backdrop_of, scene_in_pieces
from evmap.ui.presenter.caption import Caption
from evmap.ui.presenter.saying import Saying
from evmap.ui.theme import Theme
from evmap.workspace import Lens, StepView, View, Viewing, Workspace

_MARGINS = (16, 14, 16, 14)
_FAINT = 0.3
"""How much of an outdated picture is seen."""


class Preview(QWidget):
    """Shows the picture of a step, or a few words where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: QPixmap | None = None
        self._small: QPixmap | None = None
        self._words = ""
        self._outdated = False
        self.setAccessibleName("Next")
        self.setMinimumSize(200, 112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_picture(self, picture: QPixmap | None, words: str = "") -> None:
        """Show another picture."""
        self._picture, self._words, self._small = picture, words, None
        self._outdated = False
        self.update()

    def fade(self) -> None:
        """What is shown is no longer what comes next; the picture of that is on its way."""
        self._outdated = True
        self.update()

    @property
    def is_outdated(self) -> bool:
        """Whether it still shows what came next before."""
        return self._outdated

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._picture is not None

    def heightForWidth(self, width: int) -> int:
        """As high as the class's screen is, at this width."""
        if self._picture is None:
            return width * 9 // 16
        return round(width * self._picture.height() / max(self._picture.width(), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            frame = QRectF(self.rect())
            if self._picture is None:
                painter.fillRect(frame, self._theme.colour("card"))
                painter.setPen(self._theme.colour("muted"))
                painter.setFont(self._theme.sans(self._theme.px(15)))
                painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._words)
            else:
                wide, high = self._picture.width(), max(self._picture.height(), 1)
                scale = min(frame.width() / wide, frame.height() / high)
                frame = QRectF(0, 0, wide * scale, high * scale)
                small = self._scaled(frame.size())
                painter.setOpacity(_FAINT if self._outdated else 1.0)
                painter.drawPixmap(frame, small, QRectF(small.rect()))
            painter.setOpacity(1.0)
            painter.setPen(self._theme.colour("edge"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def _scaled(self, size: QSizeF) -> QPixmap:
        """The picture at the size at which it is shown, scaled with care once: type stays legible."""
        assert self._picture is not None
        wanted = (size * self.devicePixelRatioF()).toSize()
        if self._small is None or self._small.size() != wanted:
            aspect, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._small = self._picture.scaled(wanted, aspect, smooth)
        return self._small


def step_picture(
    workspace: Workspace, step: StepView | None, lens: Lens, said: Saying, theme: Theme, size: tuple[int, int]
) -> Pieces[QPixmap]:
    """A step whose drawing is made, or the whole map, as it is seen through its lens on a screen of this size."""
    wide, high = size
    caption = Caption(theme)
    caption.resize(wide, 10)
    caption.tell(said)
    band = caption.band(said, high)
    caption.resize(wide, band)
    seen = yield from _map_picture(workspace, step, lens, theme, (float(wide), float(high - band)))
    picture = QPixmap(wide, high)
    picture.fill(theme.colour("paper"))
    with QPainter(picture) as painter:
        painter.drawPixmap(0, 0, seen)
        if band:
            caption.render(painter, QPoint(0, high - band))
    return picture


def _map_picture(workspace: Workspace, step: StepView | None, lens: Lens, theme: Theme, room: Size) -> Pieces[QPixmap]:
    """The map of it, without its words."""
    found = workspace.asking.sorted_by(lens)
    yield
    atlas = yield from scene_in_pieces(workspace, Viewing(View.ATLAS), 1.0)
    yield
    atlas = tinted(atlas, found)
    if step is None:
        camera = fit_whole(atlas, room, None, theme.scale)
        shot = Shot(camera, level_at(camera.scale, None, theme.scale), room, 1.0)
        return (yield from Stage(atlas, theme).develop(shot)).pixmap
    viewing = Viewing(View.STEP, step=step)
    scene = yield from scene_in_pieces(workspace, viewing, 1.0)
    scene = tinted(scene, found)
    stage = Stage(scene, theme, backdrop_of(workspace, viewing, atlas))
    shot = Shot(fit(scene.bounds, room, _MARGINS, scene.largest), Level.PHRASES, room, 1.0)
    return (yield from stage.develop(shot)).pixmap
