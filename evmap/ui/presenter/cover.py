"""What lies over the class's map at times: one colour, a frozen picture, a question, the notes."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.presenter.caption import BAND
from evmap.ui.theme import Theme
from evmap.workspace.talk import Blank


class Cover(QWidget):
    """Hides the map from the class: one colour, or the picture that it had when it was frozen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._still: QPixmap | None = None
        self._blank = Blank.NOTHING
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @property
    def still(self) -> QPixmap | None:
        """The frozen picture, if there is one."""
        return self._still

    def show_state(self, blank: Blank, still: QPixmap | None) -> None:
        """Hide the map so, or show it again."""
        self._blank, self._still = blank, still
        self.setVisible(blank is not Blank.NOTHING or still is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            if self._blank is Blank.NOTHING and self._still is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(self.rect(), self._still)
            else:
                white = self._blank is Blank.WHITE
                painter.fillRect(self.rect(), Qt.GlobalColor.white if white else Qt.GlobalColor.black)


class Card(QWidget):
    """A few words on a card in the middle or at the bottom of a window: a question to the teacher, a number, the notes.

    It takes no mouse and no keys: every key is the talk's.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, low: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low = low
        self._blocks: list[TextBlock] = []
        self._words: tuple[str, str] = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(part for part in self._words if part)

    def tell(self, strong: str, rest: str = "") -> None:
        """Say something, or nothing and be gone."""
        self._words = (strong, rest)
        self.setAccessibleName(self.words)
        self.setVisible(bool(strong or rest))
        self.place()

    def place(self) -> None:
        """Stand where the parent has room."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        high, wide, theme = parent.height(), parent.width(), self._theme
        px = max(high / 40, 15.0)
        bold, usual, ink = theme.sans(px, QFont.Weight.Bold), theme.sans(px), theme.colour("ink")
        pairs = [pair for pair in zip(self._words, (bold, usual), strict=True) if pair[0]]
        self._blocks = [TextBlock([Run(words, font, ink)], leading=1.35) for words, font in pairs]
        most = wide * (0.9 if self._low else 0.6)
        inner = min(max((block.natural_width() + 2 for block in self._blocks), default=0.0), most)
        pad = px * 1.1
        w, h = inner + 2 * pad, min(sum(block.height(inner) for block in self._blocks) + 2 * pad, high * 0.6)
        if self._low:  # all over the sentence, so that no words show from under others
            h = max(h, high * BAND)
            self.setGeometry(0, round(high - h), wide, round(h))
        else:
            self.setGeometry(round((wide - w) / 2), round((high - h) / 2), round(w), round(h))
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        pad = max((self.parentWidget() or self).height() / 40, 15.0) * 1.1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour("edge"))
            painter.setBrush(self._theme.colour("panel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
            y = pad
            for block in self._blocks:
                block.paint(painter, pad, y, self.width() - 2 * pad)
                y += block.height(self.width() - 2 * pad)
