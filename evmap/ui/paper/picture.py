"""Makes a picture of the map: arranges it as the canvas would, draws it with a pencil, gives the bytes of a file."""

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from evmap import __version__
from evmap.model import Rect
from evmap.ui.canvas.geometry.camera import Camera, Size, fit
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.lit import light, lit_by
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.canvas.tips import view_title
from evmap.ui.canvas.viewing import scene_of
from evmap.ui.paper.lane_heads import draw_lane_heads, heads_height
from evmap.ui.paper.legend import Legend
from evmap.ui.paper.map_drawing import MapDrawing
from evmap.ui.paper.pdf_words import as_written
from evmap.ui.paper.pencil import Pencil
from evmap.ui.paper.qt_pencil import QtPencil
from evmap.ui.paper.sheet import Sheet
from evmap.ui.paper.svg_pencil import SvgPencil
from evmap.ui.paper.telling import Counting, Tell, silent
from evmap.ui.theme import load_theme
from evmap.ui.theme.fonts import load_fonts
from evmap.ui.words.names import count
from evmap.workspace import Workspace
from evmap.workspace.paper import PaperError, PictureOrder

_LARGEST = 1.6
_MARGIN, _LANES_LEFT, _LANES_RIGHT = 30.0, 20.0, 112.0
_BESIDE, _ABOVE = 58.0, 36.0
"""Room for names beside the outermost icons."""
_MOST_PIXELS, _LONGEST = 160_000_000, 30_000
_POINTS = 0.75
"""A pixel is the 96th part of an inch, a point the 72nd."""
FINE = 1200
_PAPER_SHARE = 0.9
"""So much of the work is drawing; the rest is packing."""


class _Frame(Struct, frozen=True):
    """What the map's part of a picture shows: its plan, the part of it that is seen, and the light on it."""

    plan: Plan
    region: Rect
    scene: Scene


def picture(workspace: Workspace, order: PictureOrder, tell: Tell = silent) -> bytes:
    """The bytes of a picture.

    Args:
        workspace: the map, which is then seen as the order says.
        order: what is to be seen, and how.
        tell: is told how far the work is.

    Raises:
        PaperError: the picture would be too large.
    """
    load_fonts()
    return _Picture(workspace, order, tell).made()


class _Picture:
    def __init__(self, workspace: Workspace, order: PictureOrder, tell: Tell) -> None:
        self._workspace, self._order, self._tell = workspace, order, tell
        workspace.asking.look_through(order.lens)
        workspace.asking.filter(order.filters)
        workspace.asking.fade(order.fades)
        theme = load_theme(order.theme, order.text)
        self._inks = Inks(theme, 1.0)
        self._scene = self._seen_scene()
        self._sheet = self._sheet_for(self._width()) if order.legend else None
        self._frame = self._framed()

    def made(self) -> bytes:
        """Draw it in its form."""
        form = {"svg": self._svg, "pdf": self._pdf, "png": self._png}[self._order.form]
        data = form()
        self._tell(1.0)
        return data

    # What is seen.

    def _seen_scene(self) -> Scene:
        order = self._order
        size = order.size or (1600.0, 1000.0)
        scene = scene_of(self._workspace, order.viewing, order.aspect or size[0] / size[1])
        if self._workspace.asking.is_plain:
            return scene
        from evmap.ui.canvas.geometry.dressing import dressed

        return dressed(scene, self._workspace.asking)

    def _width(self) -> float:
        """How wide the picture is: as ordered, or as wide as the map is at 100 %."""
        if self._order.size is not None:
            return self._order.size[0]
        left, _, right, _ = self._margins()
        return self._scene.bounds[2] + left + right

    def _sheet_for(self, width: float) -> Sheet:
        legend = Legend(self._scene, self._workspace, self._inks)
        on_map = self._workspace.map
        return Sheet(width, self._inks, on_map.question, self._subtitle(), legend, on_map.sources)

    def _subtitle(self) -> str:
        """The map, the view, what is hidden, the day."""
        shown = len(self._scene.concepts)
        view = view_title(self._workspace.index, self._order.viewing, shown)[0] or "Atlas"
        hidden = self._workspace.asking.hidden
        away = f"{count(len(hidden.concepts), 'concept')} and {count(len(hidden.links), 'link')} filtered"
        parts = (self._workspace.map.title, view, away if hidden else "", self._order.date)
        return "  ·  ".join(part for part in parts if part)

    def _margins(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the whole map."""
        scale = self._inks.theme.scale
        if self._scene.lanes:
            return _LANES_LEFT, heads_height(self._inks.theme) + 14.0, _LANES_RIGHT * scale, _MARGIN
        if self._scene.told or self._order.size is None:
            return _MARGIN, _MARGIN, _MARGIN, _MARGIN
        return _BESIDE, _ABOVE, _BESIDE, _ABOVE

    def _framed(self) -> _Frame:
        area = self._area()
        camera = self._camera(area)
        told = self._scene.told
        type_scale = self._inks.theme.scale
        level = Level.PHRASES if told else level_at(camera.scale, None, type_scale)
        if self._order.level is not None and not told:
            level = Level(self._order.level)
        elif self._order.size is None:
            level = Level.PHRASES
        x, y = camera.origin(area)
        return _Frame(Plan(self._scene, camera.scale, level, type_scale), (-x, -y, *area), self._scene)

    def _area(self) -> Size:
        """How large the map's part is."""
        order = self._order
        if order.size is None:
            left, top, right, bottom = self._margins()
            return self._scene.bounds[2] + left + right, self._scene.bounds[3] + top + bottom
        if order.seen is not None or self._sheet is None:
            return order.size
        high = order.size[1] - self._sheet.header - self._sheet.footer
        if high < order.size[1] / 3:
            raise PaperError("The legend leaves no room for the map. Choose a larger size, or leave the legend out.")
        return order.size[0], high

    def _camera(self, area: Size) -> Camera:
        order = self._order
        if order.seen is not None:
            return Camera(order.seen.scale, order.seen.x, order.seen.y)
        largest = 1.0 if order.size is None else max(self._scene.largest, _LARGEST)
        return fit(self._scene.bounds, area, self._margins(), largest)

    # How it is drawn.

    @property
    def _size(self) -> Size:
        """How large the whole picture is."""
        _, _, w, h = self._frame.region
        if self._sheet is None:
            return w, h
        return w, h + self._sheet.header + self._sheet.footer

    def _draw(self, pencil: Pencil) -> None:
        w, h = self._size
        pencil.fill((0.0, 0.0, w, h), self._inks.paper)
        top = 0.0
        if self._sheet is not None:
            self._sheet.draw_header(pencil)
            top = self._sheet.header
        with pencil.moved(0.0, top):
            self._draw_map(pencil)
        if self._sheet is not None:
            self._sheet.draw_footer(pencil, top + self._frame.region[3])

    def _draw_map(self, pencil: Pencil) -> None:
        plan, region = self._frame.plan, self._frame.region
        index = self._workspace.index
        lit = None
        if self._order.spotlight:
            lit = light(plan, lit_by(self._scene, self._order.spotlight), region)
        drawing = MapDrawing(
            plan,
            self._inks,
            pencil,
            lambda link: index.sentence(index.links[link]),
            lit if lit and lit.concepts else None,
        )
        done = Counting(drawing.pieces(region), self._tell, _PAPER_SHARE)
        with pencil.clipped((0.0, 0.0, region[2], region[3])):
            with pencil.moved(-region[0], -region[1]), pencil.group("map"):
                drawing.draw(region, done)
            if self._scene.lanes:
                draw_lane_heads(pencil, self._scene.lanes, plan.scale, -region[0], region[2], self._inks.theme)

    def _title(self) -> str:
        return self._workspace.map.question or self._workspace.map.title

    def _svg(self) -> bytes:
        pencil = SvgPencil()
        self._draw(pencil)
        return pencil.whole(*self._size, self._title(), self._subtitle())

    def _pdf(self) -> bytes:
        w, h = self._size
        page = QPageSize(
            QSizeF(w * _POINTS, h * _POINTS), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
        )
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = new_pdf(buffer, page, self._title())
        with QPainter(writer) as painter:
            painter.scale(FINE / 96.0, FINE / 96.0)
            pencil = QtPencil(painter)
            self._draw(pencil)
        return as_written(bytes(store.data()), pencil.letters)

    def _png(self) -> bytes:
        times = self._order.times
        w, h = (round(side * times) for side in self._size)
        if w * h > _MOST_PIXELS or max(w, h) > _LONGEST:
            raise PaperError(f"An image of {w} × {h} pixels is too large. Choose a smaller size, or PDF or SVG.")
        image = QImage(w, h, QImage.Format.Format_RGB32)
        if image.isNull():
            raise PaperError(f"There is no room for an image of {w} × {h} pixels. Choose a smaller size.")
        image.fill(self._inks.paper)
        dots = round(96 * times / 0.0254)
        image.setDotsPerMeterX(dots)
        image.setDotsPerMeterY(dots)
        image.setText("Title", self._title())
        image.setText("Software", f"EV Map {__version__}")
        with QPainter(image) as painter:
            painter.scale(times, times)
            self._draw(QtPencil(painter))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def new_pdf(device: QIODevice, page: QPageSize, title: str) -> QPdfWriter:
    """A PDF without margins, at the resolution that :data:`FINE` says."""
    writer = QPdfWriter(device)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(FINE)
    writer.setTitle(title)
    writer.setCreator(f"EV Map {__version__}")
    return writer
