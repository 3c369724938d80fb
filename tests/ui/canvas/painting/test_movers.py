"""Concepts on their way between two views, on screens whose pixels are fine and not so fine: each with its picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from evmap.layout.pieces import whole
from evmap.model import Rect
from evmap.ui.canvas.painting.morph import Threads
from evmap.ui.canvas.painting.movers import Mover, Movers
from evmap.ui.canvas.painting.page import Portrait

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.parametrize("ratio", [1.0, 2.0])]

_PAPER = QColor("white")


def portrait(colour: str, size: tuple[int, int], ratio: float, edge: int = 0) -> Portrait:
    """A plain rectangle of one colour, with empty edges."""
    wide, high = (round((side + 2 * edge) * ratio) for side in size)
    pixmap = QPixmap(wide, high)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.fillRect(edge, edge, *size, QColor(colour))
    return Portrait(pixmap, round(edge * ratio))


def moved(movers: dict[str, Mover], done: float, ratio: float) -> QImage:
    """What is seen when so much of the way is done."""
    ready = Movers(movers)
    whole(ready.prepare())
    paper = QPixmap(round(300 * ratio), round(200 * ratio))
    paper.setDevicePixelRatio(ratio)
    paper.fill(_PAPER)
    with QPainter(paper) as painter:
        ready.paint(painter, ready.middles(done), done)
    return paper.toImage()


def colour_at(seen: QImage, x: float, y: float) -> str:
    ratio = seen.devicePixelRatio()
    return QColor(seen.pixel(round(x * ratio), round(y * ratio))).name()


def box(x: float, y: float, w: float = 40, h: float = 20) -> Rect:
    """A rectangle about a middle."""
    return (x - w / 2, y - h / 2, w, h)


def test_each_is_seen_half_way_with_its_own_picture(ratio: float) -> None:
    red, blue = portrait("#ff0000", (40, 20), ratio), portrait("#0000ff", (20, 20), ratio, edge=6)
    movers = {
        "a": Mover(box(50, 50), box(150, 50), red, red),
        "b": Mover(box(50, 150, 20, 20), box(250, 150, 20, 20), blue, blue),
        "c": Mover(box(250, 50), box(250, 100), red, red),
    }
    seen = moved(movers, 0.5, ratio)
    assert (colour_at(seen, 100, 50), colour_at(seen, 81, 41), colour_at(seen, 118, 58)) == ("#ff0000",) * 3
    assert colour_at(seen, 150, 150) == colour_at(seen, 141, 141) == "#0000ff"
    assert colour_at(seen, 250, 75) == "#ff0000"
    for x, y in ((50, 50), (78, 50), (122, 50), (138, 150), (162, 150)):
        assert colour_at(seen, x, y) == _PAPER.name()


def test_what_changes_its_picture_shows_the_first_and_then_the_other(ratio: float) -> None:
    red, blue = portrait("#ff0000", (40, 20), ratio), portrait("#0000ff", (40, 20), ratio)
    movers = {"a": Mover(box(50, 50), box(150, 50), red, blue)}
    assert colour_at(moved(movers, 0.1, ratio), 60, 50) == "#ff0000"
    assert colour_at(moved(movers, 0.95, ratio), 145, 50) == "#0000ff"


def test_what_comes_out_of_a_dot_grows(ratio: float) -> None:
    red = portrait("#ff0000", (40, 20), ratio)
    movers = {"a": Mover(box(50, 50, 4, 4), box(150, 50), None, red)}
    seen = moved(movers, 0.6, ratio)
    assert colour_at(seen, 110, 50) == "#ff0000"
    assert colour_at(seen, 92, 50) == _PAPER.name()
    assert colour_at(moved(movers, 1.0, ratio), 132, 50) == "#ff0000"


def test_what_is_a_dot_on_both_sides_is_not_seen_and_shifts_no_other(ratio: float) -> None:
    red = portrait("#ff0000", (40, 20), ratio)
    movers = {
        "dot": Mover(box(50, 150, 4, 4), box(250, 150, 4, 4), None, None),
        "a": Mover(box(50, 50), box(150, 50), red, red),
    }
    seen = moved(movers, 0.5, ratio)
    assert colour_at(seen, 100, 50) == "#ff0000"
    assert colour_at(seen, 150, 150) == _PAPER.name()


def test_a_line_follows_the_two_that_it_joins(ratio: float) -> None:
    red = portrait("#ff0000", (40, 20), ratio)
    movers = Movers(
        {
            "dot": Mover(box(0, 0, 4, 4), box(0, 0, 4, 4), None, None),
            "a": Mover(box(50, 50), box(150, 50), red, red),
            "b": Mover(box(50, 150), box(150, 150), red, red),
        }
    )
    whole(movers.prepare())
    a, b = movers.numbers["a"], movers.numbers["b"]
    threads = Threads([a, 3 + a, b, 3 + b], QPen(QColor("#0000ff"), 1.0))
    paper = QPixmap(300, 200)
    paper.fill(_PAPER)
    with QPainter(paper) as painter:
        threads.paint(painter, movers.middles(0.505), 1.0, _PAPER)
    assert colour_at(paper.toImage(), 100, 100) == "#0000ff"
    assert colour_at(paper.toImage(), 100, 170) == _PAPER.name()
