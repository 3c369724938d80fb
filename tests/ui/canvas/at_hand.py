"""What a test does with a canvas: shows it, points, drags, turns the wheel, and looks at it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent, qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evmap.ui.canvas import Canvas
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.ui.canvas.hand_made import hand_made


def shown(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Canvas:
    canvas = Canvas(workspace, theme)
    canvas.set_reduced_motion(True)
    canvas.resize(900, 690)
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def spot(canvas: Canvas, concept: str) -> QPoint:
    """Where a concept's middle is on the screen."""
    x, y, w, h = hand_made()[1].concepts[concept]
    sx, sy = canvas.camera.to_screen((x + w / 2, y + h / 2), canvas.view_size())
    return QPoint(round(sx), round(sy))


def on_link(canvas: Canvas, link: str) -> QPoint:
    points = hand_made()[1].links[link].points
    middle = ((points[0][0] * 3 + points[1][0]) / 4, (points[0][1] * 3 + points[1][1]) / 4)
    sx, sy = canvas.camera.to_screen(middle, canvas.view_size())
    return QPoint(round(sx), round(sy))


def point_at(canvas: Canvas, at: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def drag(
    qtbot: QtBot,
    canvas: Canvas,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.mousePress(canvas, button, modifier, start)
    for at in (start + (end - start) / 2, end):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(canvas.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            button,
            modifier,
        )
        QApplication.sendEvent(canvas, event)
    QTest.mouseRelease(canvas, button, modifier, end)


def move_hand(canvas: Canvas, kind: QEvent.Type, at: QPointF) -> None:
    """Drag with the middle button, step by step."""
    middle = Qt.MouseButton.MiddleButton
    moving, over = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    button, held = (Qt.MouseButton.NoButton if each else middle for each in (moving, over))
    QApplication.sendEvent(canvas, QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier))


def look_alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures show the same; the dashes of a line may begin elsewhere."""
    small = [each.scaledToWidth(each.width() // 6, Qt.TransformationMode.SmoothTransformation) for each in (one, other)]
    spots = [(x, y) for x in range(small[0].width()) for y in range(small[0].height())]
    greys = [[int(qGray(each.pixel(x, y))) for x, y in spots] for each in small]
    differing = [1 for a, b in zip(*greys, strict=True) if abs(a - b) > 16]
    return len(differing) < len(spots) / 100


def turn_wheel(
    canvas: Canvas, at: QPoint, notches: float, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def picture(canvas: Canvas) -> QImage:
    return canvas.grab().toImage()
