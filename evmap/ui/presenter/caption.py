"""The band below the class's map: the question, the sentence as large as it fits, how sure it is, the step's number."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.presenter.lens_key import draw_key, key_width
from evmap.ui.presenter.saying import Saying
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable

LEAST_SHARE = 1 / 35
"""Quotes and names are at least so much of the screen's height, so that the last row reads them."""

_LARGEST_SHARE = 1 / 24
_HEADING, _ABOUT = 1 / 38, 1 / 46
BAND = 0.27
"""The share of the screen that the band takes."""

_KEY = 0.5
"""The share of the width that the key to the colours may take from a long question."""

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

    def about_width(self) -> float:
        """How wide it is to say how sure the sentence is, without where it stands."""
        return QFontMetricsF(self._theme.sans(self._screen * _ABOUT)).horizontalAdvance(showable(self._saying.about))

    def tell(self, saying: Saying) -> None:
        """Say something else."""
        if saying != self._saying:
            self._saying = saying
            quoted = f"“{saying.quote}”" if saying.quote else saying.instead
            key = ", ".join(entry.words for entry in saying.key)
            parts = (saying.heading, quoted, saying.about, saying.place, key and f"Colours: {key}")
            self.setAccessibleName(" ".join(part for part in parts if part))
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
            self._paint_heading(painter, QRectF(side, high * 0.02, width, 0))
            block.paint(painter, side, self.quote_rect().y(), width)
            self._paint_about(painter, px)

    def _paint_heading(self, painter: QPainter, row: QRectF) -> None:
        """The question, and at the right what the colours mean."""
        theme, high, key = self._theme, self._screen, self._saying.key
        heading = theme.sans(high * _HEADING, QFont.Weight.Bold)
        row.setHeight(QFontMetricsF(heading).height())
        if key:
            painter.setFont(theme.sans(high * _ABOUT))
            wanted = key_width(key, QFontMetricsF(painter.font()))
            left = row.width() - QFontMetricsF(heading).horizontalAdvance(self._saying.heading) - high * _HEADING
            room = min(wanted, max(left, row.width() * _KEY))
            draw_key(painter, key, QRectF(row.right() - room, row.y(), room, row.height()), theme)
            row.setWidth(row.width() - room - high * _HEADING)
        painter.setFont(heading)
        painter.setPen(theme.colour("accent"))
        shown = QFontMetricsF(heading).elidedText(
            showable(self._saying.heading), Qt.TextElideMode.ElideRight, row.width()
        )
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_about(self, painter: QPainter, px: float) -> None:
        """How sure the sentence is, in full, and where it stands as far as there is room; the step's number."""
        said, row = self._saying, self.about_rect()
        painter.setFont(self._theme.sans(self._screen * _ABOUT))
        painter.setPen(self._theme.colour("muted"))
        metrics = QFontMetricsF(painter.font())
        about = showable(f"{said.about} · " if said.about and said.place else said.about)
        left = row.width() - metrics.horizontalAdvance(said.count) - px - metrics.horizontalAdvance(about)
        place = metrics.elidedText(showable(said.place), Qt.TextElideMode.ElideMiddle, max(left, 0.0))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, about + place)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, said.count)
