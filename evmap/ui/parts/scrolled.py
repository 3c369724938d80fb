"""A dialog's content at its full size where the screen has the room; else it scrolls, and nothing is cut off."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget

_FRAME, _AROUND_BUTTONS = 56, 48
"""What of a dialog is beside its content, and around the buttons below it."""


def scrolled(body: QWidget, name: str, on: QWidget) -> QScrollArea:
    """Content in a scroll area that is as large as it, as far as the screen that a widget is on allows."""
    for part in (body, *body.findChildren(QWidget)):
        part.ensurePolished()  # the style sheet's fonts decide how large it is
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.setAccessibleName(name)
    fit(area, on)
    return area


def fit(area: QScrollArea, on: QWidget) -> None:
    """Make a scroll area as large as what is in it now, as far as the screen allows."""
    body, bar, most = area.widget(), area.verticalScrollBar().sizeHint().width(), most_room(on)
    size = body.sizeHint() if body else QSize()
    wide = size.width() + (bar + 8 if size.height() > most.height() else 0)
    area.setMinimumSize(min(wide, most.width()), min(size.height(), most.height()))
    area.setMaximumSize(most)


def most_room(on: QWidget) -> QSize:
    """How large a dialog's content can be on the screen that a widget is on."""
    room, line = on.screen().availableGeometry(), on.fontMetrics().height()
    return QSize(int(room.width() * 0.94) - _FRAME, int(room.height() * 0.86) - _AROUND_BUTTONS - int(2.5 * line))
