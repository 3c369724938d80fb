"""Arrowheads that are copied from pictures stand where drawn ones would."""

import math

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication

from evmap.ui.canvas.geometry.routes import arrowhead
from evmap.ui.canvas.painting.batches import draw_lines, packed_line
from evmap.ui.canvas.painting.heads import HEADS, Heads


def _paper(ratio: float = 1.0) -> QImage:
    paper = QImage(round(60 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    paper.setDevicePixelRatio(ratio)
    paper.fill(Qt.GlobalColor.white)
    return paper


def _ink(paper: QImage) -> list[float]:
    """How much ink there is, and the middle of it, in pixels of the screen."""
    dark = [
        (x, y, (255 - QColor(paper.pixel(x, y)).lightness()) / 255)
        for x in range(paper.width())
        for y in range(paper.height())
    ]
    total = sum(weight for _, _, weight in dark)
    ratio = paper.devicePixelRatio()
    middle = (sum(each[axis] * each[2] for each in dark) / total / ratio for axis in (0, 1))
    return [total / ratio / ratio, *middle]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", list(HEADS))
def test_a_copied_head_stands_where_a_drawn_one_would(qapp: QApplication, size: str, ratio: float) -> None:
    heads = Heads(ratio)
    for turn in range(0, 360, 25):
        tip = (30.3, 29.6)
        before = (tip[0] - 40 * math.cos(math.radians(turn)), tip[1] - 40 * math.sin(math.radians(turn)))
        copied, drawn = _paper(ratio), _paper(ratio)
        with QPainter(copied) as painter:
            heads.draw(painter, [heads.head(before, tip, size)], QColor("black"), size)
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("black"))
            corners = arrowhead((before, tip), *HEADS[size])
            painter.drawConvexPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        assert _ink(copied) == pytest.approx(_ink(drawn), abs=0.6)


def test_packed_lines_are_drawn_like_others(qapp: QApplication) -> None:
    together, apart = _paper(), _paper()
    ends = [(5.0, 5.0, 50.0, 20.0), (10.0, 40.0, 44.5, 33.5)]
    with QPainter(together) as painter:
        draw_lines(painter, [packed_line(*each) for each in ends])
        draw_lines(painter, [])
    with QPainter(apart) as painter:
        for x, y, to_x, to_y in ends:
            painter.drawLine(QPointF(x, y), QPointF(to_x, to_y))
    assert together == apart
