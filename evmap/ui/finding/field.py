"""The field in the header: a magnifying glass, what is looked for, and which of how many hits one is at."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from evmap.ui.finding.lead_field import LeadField
from evmap.ui.parts.cross import name_cross
from evmap.ui.theme import Theme

PLACEHOLDER = "Find a concept, a link or a passage"
_SHORT_PLACEHOLDER = "Find"
_CLOSE = 18
"""The room for the cross beside the tag."""


class FindField(LeadField):
    """Leads the list of hits.

    Attributes:
        cleared: the cross at the right, while there are words.
    """

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(PLACEHOLDER, parent)
        self._keys = keys
        self._tag = ""
        self.cleared = self.addAction(QIcon(), FindField.ActionPosition.TrailingPosition)
        self.cleared.setToolTip("Close (Esc)")
        name_cross(self, "Close")
        self.textChanged.connect(self._make_room)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours and sizes."""
        self._theme = theme
        self._font = theme.sans(theme.px(13))
        self.cleared.setIcon(theme.icon("close", "muted", 16))
        self._glass = theme.pixmap("search", "muted", theme.px(18), self.devicePixelRatioF())
        self._make_room()

    @property
    def tag(self) -> str:
        """What stands at the right: the keys that lead here, or which hit one is at."""
        return self._tag if self.text() else "" if self.hasFocus() else self._keys

    def tell(self, tag: str) -> None:
        """Say at the right which hit one is at, or that there is none."""
        self._tag = tag
        self._make_room()

    def _make_room(self) -> None:
        """Keep the words off the sign at the left and the tag at the right."""
        glass, tag = self._theme.px(26), self._tag_width()
        self.cleared.setVisible(bool(self.text()))
        self.setTextMargins(glass, 0, tag + 10 if tag else 0, 0)
        room = self.width() - glass - tag - 50
        fits = self.fontMetrics().horizontalAdvance(PLACEHOLDER) <= room
        self.setPlaceholderText(PLACEHOLDER if fits else _SHORT_PLACEHOLDER)
        self.update()

    def _tag_width(self) -> int:
        return QFontMetrics(self._font).horizontalAdvance(self.tag) if self.tag else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint glass and tag into the field."""
        super().paintEvent(event)
        side = self._theme.px(18)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(14, (self.height() - side) // 2, self._glass)
            if self.tag:
                self._paint_tag(painter)

    def _paint_tag(self, painter: QPainter) -> None:
        theme, wide = self._theme, self._tag_width()
        aside = _CLOSE if self.text() else 0
        box = QRect(self.width() - wide - 16 - aside, 0, wide + 1, self.height())
        painter.setFont(self._font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.tag)
        if not self.text():  # a key looks like a key
            high = self.fontMetrics().height() + 2
            painter.setPen(theme.colour("faint"))
            painter.drawRoundedRect(box.x() - 7, (self.height() - high) // 2, wide + 14, high, 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys that lead here need not be told now."""
        super().focusInEvent(event)
        self._make_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Now they are told again."""
        super().focusOutEvent(event)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow field asks in fewer words."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style needs other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()
