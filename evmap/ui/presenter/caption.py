"""The band below the class's map: the question, the sentence as large as it fits, how sure it is, the step's number."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evmap.ui.panels.plain import showable
from evmap.ui.panels.text_block import Run, TextBlock
from evmap.ui.presenter.saying import Saying
from evmap.ui.theme import Theme

LEAST_SHARE = 1 / 35
"""Quotes and names are at least so much of the screen's height, so that the last row reads them."""

_LARGEST_SHARE = 1 / 24
_HEADING, _ABOUT = 1 / 38, 1 / 46
BAND = 0.27
"""The share of the screen that the band takes."""

_LEADING = 1.24


class Caption(QWidget):
    """Writes what is said at this moment. Sizes follow from the height of the screen that it is part of."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._screen = 1080
        self._saying = Saying("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def saying(self) -> Saying:
        """What it says."""
        return self._saying

    @property
    def quote_px(self) -> float:
        """How high the type of the sentence is."""
        return self._fitted(self._saying)[0]

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type and colours."""
        self._theme = theme
        self.update()

    def quote_rect(self) -> QRectF:
        """Where the sentence stands."""
        heading = QFontMetricsF(self._theme.sans(self._screen * _HEADING, QFont.Weight.Bold)).height()
        width = self.width() - 2 * self._side()
        top = self._screen * 0.028 + heading
        return QRectF(self._side(), top, width, self._fitted(self._saying)[1].height(width))

    def about_rect(self) -> QRectF:
        """Where the line below it stands, with how sure it is and the number of the step."""
        height = QFontMetricsF(self._theme.sans(self._screen * _ABOUT)).height()
        width = self.width() - 2 * self._side()
        return QRectF(self._side(), self.height() - self._screen * _ABOUT * 1.75, width, height)

    def tell(self, saying: Saying) -> None:
        """Say something else."""
        if saying != self._saying:
            self._saying = saying
            quoted = f"“{saying.quote}”" if saying.quote else saying.instead
            self.setAccessibleName(" ".join(part for part in (saying.heading, quoted, saying.about) if part))
            self.update()

    def set_screen(self, height: int) -> None:
        """The screen is so high."""
        self._screen = max(height, 1)
        self.update()

    def band(self, saying: Saying, screen: int) -> int:
        """How high the band is for what is said, on a screen of a height; a very long sentence takes more."""
        if not (saying.heading or saying.quote or saying.instead):
            return 0
        self._screen = max(screen, 1)
        return max(round(screen * BAND), round(self._fitted(saying)[2]))

    def _fitted(self, saying: Saying) -> tuple[float, TextBlock, float]:
        """Size of the sentence, the sentence itself, and the height that all needs: as large as fits the band."""
        high, width = self._screen, max(self.width() - 2 * self._side(), 100)
        room = high * BAND - high * (_HEADING + _ABOUT) * 1.9 - high * 0.035
        px = high * _LARGEST_SHARE
        block = self._block(saying, px)
        while block.height(width) > room and px > high * LEAST_SHARE:
            px = max(px - 1.0, high * LEAST_SHARE)
            block = self._block(saying, px)
        return px, block, high * BAND - room + block.height(width)

    def _block(self, saying: Saying, px: float) -> TextBlock:
        theme = self._theme
        if not saying.quote:
            font = theme.sans(px, QFont.Weight.DemiBold)
            return TextBlock([Run(saying.instead, font, theme.colour("ink"))], leading=_LEADING)
        usual, bold = theme.serif(px), theme.serif(px, QFont.Weight.DemiBold)
        ink, text, at = theme.colour("ink"), saying.quote, 0
        runs = [Run("“", usual, ink)]
        for start, end in saying.bold:
            runs += [Run(text[at:start], usual, ink), Run(text[start:end], bold, ink)]
            at = end
        runs += [Run(text[at:], usual, ink), Run("”", usual, ink)]
        return TextBlock([run for run in runs if run.text], leading=_LEADING)

    def _side(self) -> float:
        return max(self.width() * 0.03, 16.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        theme, high, side = self._theme, self._screen, self._side()
        width = self.width() - 2 * side
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("panel"))
            painter.fillRect(QRectF(0, 0, self.width(), max(high / 270, 2.0)), theme.colour("accent"))
            px, block, _ = self._fitted(self._saying)
            self._line(painter, self._saying.heading, "accent", high * _HEADING, high * 0.02, width, bold=True)
            block.paint(painter, side, self.quote_rect().y(), width)
            painter.setFont(theme.sans(high * _ABOUT))
            painter.setPen(theme.colour("muted"))
            metrics = QFontMetricsF(painter.font())
            count = metrics.horizontalAdvance(self._saying.count)
            about = metrics.elidedText(showable(self._saying.about), Qt.TextElideMode.ElideMiddle, width - count - px)
            row = self.about_rect()
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft, about)
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, self._saying.count)

    def _line(
        self, painter: QPainter, text: str, role: str, px: float, y: float, width: float, *, bold: bool = False
    ) -> None:
        """One line of text."""
        painter.setFont(self._theme.sans(px, QFont.Weight.Bold if bold else QFont.Weight.Normal))
        painter.setPen(self._theme.colour(role))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(showable(text), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(self._side(), y, width, metrics.height()), Qt.AlignmentFlag.AlignLeft, shown)
