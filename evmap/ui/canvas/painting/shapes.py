"""The outline of each kind's box, and what is drawn inside it, so that kinds are told apart without any colour."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from evmap.model import Kind


def outline(kind: Kind, rect: QRectF) -> QPainterPath:
    """The closed outline of a kind's box."""
    return _OUTLINES[kind](rect)


def inner_ring(kind: Kind, rect: QRectF) -> QPainterPath | None:
    """The second membrane of a vesicle, drawn dotted."""
    return _pill(rect.adjusted(4, 4, -4, -4)) if kind is Kind.VESICLE else None


def bar(kind: Kind, rect: QRectF) -> QPainterPath | None:
    """The thick left end of a therapy's capsule."""
    if kind is not Kind.THERAPY:
        return None
    radius = _capsule_radius(rect)
    path = QPainterPath(QPointF(rect.left() + radius, rect.top()))
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * radius, 2 * radius), 90, 90)
    path.lineTo(rect.left(), rect.bottom() - radius)
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * radius, 2 * radius, 2 * radius), 180, 90)
    return path


def fold(kind: Kind, rect: QRectF) -> QPainterPath | None:
    """The folded corner of a page of evidence."""
    if kind is not Kind.EVIDENCE:
        return None
    size = _fold_size(rect)
    path = QPainterPath(QPointF(rect.right() - size, rect.top()))
    path.lineTo(rect.right() - size, rect.top() + size)
    path.lineTo(rect.right(), rect.top() + size)
    return path


def text_shift(kind: Kind) -> float:
    """How far a name stands right of its box's middle, to look centred in a lopsided shape."""
    return {Kind.THERAPY: 2.0, Kind.OUTCOME: -3.0}.get(kind, 0.0)


def _pill(rect: QRectF) -> QPainterPath:
    radius = min(rect.height(), rect.width()) / 2
    return _rounded(rect, radius)


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _capsule_radius(rect: QRectF) -> float:
    return min(rect.height() * 0.36, 18.0)


def _capsule(rect: QRectF) -> QPainterPath:
    return _rounded(rect, _capsule_radius(rect))


def _cell(rect: QRectF) -> QPainterPath:
    return _rounded(rect, min(rect.height() / 2, 24.0))


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    path.closeSubpath()
    return path


def _hexagon(r: QRectF) -> QPainterPath:
    point, middle = min(r.height() * 0.36, 16.0), r.center().y()
    return _polygon(
        (r.left(), middle),
        (r.left() + point, r.top()),
        (r.right() - point, r.top()),
        (r.right(), middle),
        (r.right() - point, r.bottom()),
        (r.left() + point, r.bottom()),
    )


def _cut_corners(r: QRectF) -> QPainterPath:
    cut = min(r.height() * 0.24, 10.0)
    return _polygon(
        (r.left() + cut, r.top()),
        (r.right() - cut, r.top()),
        (r.right(), r.top() + cut),
        (r.right(), r.bottom() - cut),
        (r.right() - cut, r.bottom()),
        (r.left() + cut, r.bottom()),
        (r.left(), r.bottom() - cut),
        (r.left(), r.top() + cut),
    )


def _barrel(r: QRectF) -> QPainterPath:
    """Soft on all sides, like a bean: no side of it is straight."""
    soft_x, soft_y = min(r.width() * 0.16, 18.0), r.height() * 0.30
    path = QPainterPath(QPointF(r.left() + soft_x, r.top() + 2))
    path.quadTo(r.center().x(), r.top() - 2, r.right() - soft_x, r.top() + 2)
    path.quadTo(r.right() - 1, r.top() + 3, r.right(), r.top() + soft_y)
    path.quadTo(r.right() + 1, r.center().y(), r.right(), r.bottom() - soft_y)
    path.quadTo(r.right() - 1, r.bottom() - 3, r.right() - soft_x, r.bottom() - 2)
    path.quadTo(r.center().x(), r.bottom() + 2, r.left() + soft_x, r.bottom() - 2)
    path.quadTo(r.left() + 1, r.bottom() - 3, r.left(), r.bottom() - soft_y)
    path.quadTo(r.left() - 1, r.center().y(), r.left(), r.top() + soft_y)
    path.quadTo(r.left() + 1, r.top() + 3, r.left() + soft_x, r.top() + 2)
    path.closeSubpath()
    return path


def _signpost(r: QRectF) -> QPainterPath:
    """An outcome points on: straight at the left, pointed at the right."""
    point = min(r.height() * 0.28, 11.0)
    return _polygon(
        (r.left(), r.top()),
        (r.right() - point, r.top()),
        (r.right(), r.center().y()),
        (r.right() - point, r.bottom()),
        (r.left(), r.bottom()),
    )


def _fold_size(rect: QRectF) -> float:
    return min(rect.height() * 0.34, 12.0)


def _page(r: QRectF) -> QPainterPath:
    size = _fold_size(r)
    return _polygon(
        (r.left(), r.top()),
        (r.right() - size, r.top()),
        (r.right(), r.top() + size),
        (r.right(), r.bottom()),
        (r.left(), r.bottom()),
    )


def _bubble(r: QRectF) -> QPainterPath:
    """A speech bubble with its tail at the lower left."""
    radius, tail = min(r.height() * 0.3, 11.0), 5.0
    path = _rounded(r, radius)
    left = r.left() + radius + 6
    return path.united(_polygon((left, r.bottom() - 2), (left - 2, r.bottom() + tail), (left + 10, r.bottom() - 2)))


_OUTLINES: dict[Kind, Callable[[QRectF], QPainterPath]] = {
    Kind.CELL: _cell,
    Kind.VESICLE: _pill,
    Kind.CARGO: _hexagon,
    Kind.DISEASE: _cut_corners,
    Kind.THERAPY: _capsule,
    Kind.BODY: _barrel,
    Kind.PROCESS: lambda rect: _rounded(rect, 6.0),
    Kind.OUTCOME: _signpost,
    Kind.EVIDENCE: _page,
    Kind.ANALOGY: _bubble,
}
