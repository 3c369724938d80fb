"""The reader: an article in the middle of the window, opened at a passage. It takes the map's place and gives it back.

It stands where the map was, not beside it: a line of text wants the width, the details stay at hand at the right, and
the map under it is not resized, so that one comes back to exactly what one left.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from evmap.model import Span
from evmap.storage.faults import MapFaults
from evmap.ui.bridge import Bridge
from evmap.ui.panels.excerpt import cue_spans
from evmap.ui.panels.plain import showable
from evmap.ui.panels.reader_text import ReaderText
from evmap.ui.panels.reader_view import ReaderView
from evmap.ui.panels.words import count, hedge_words, other_cues
from evmap.ui.theme import Theme
from evmap.workspace import Change, Reading, Workspace

_NARROW = 380


class ReaderPanel(QWidget):
    """A bar with the way back, and the article.

    Attributes:
        view: the article's page.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._shown: tuple[str, bool, Theme] | None = None
        self.setObjectName("reader")
        self.setAccessibleName("Article reader")
        self.view = ReaderView(theme, self)
        self.back = QPushButton("Back to the map")
        self.back.setToolTip("Esc")
        self.back.setAccessibleName("Back to the map")
        self.back.clicked.connect(workspace.return_to_map)
        self.furniture = QToolButton()
        self.furniture.setText("Page furniture")
        self.furniture.setCheckable(True)
        self.furniture.toggled.connect(self._on_furniture)
        self._note = QLabel()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("look", "muted")
        self._lay_out()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)
        self._dress()
        self._show(workspace.reading)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme."""
        self._theme = theme
        self._dress()
        self._show(self._workspace.reading)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._note)
        row.addStretch(1)
        row.addWidget(self.furniture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _dress(self) -> None:
        self.back.setIcon(self._theme.icon("back", "ink", 18))
        self.back.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))

    def _on_changed(self, change: Change) -> None:
        if change is Change.READING:
            self._show(self._workspace.reading)

    def _on_furniture(self) -> None:
        self._show(self._workspace.reading)

    def _show(self, reading: Reading | None) -> None:
        if reading is None or can_read(self._workspace, reading):
            return  # the window says what is wrong with the article and stays on the map
        wanted = (reading.source, self.furniture.isChecked(), self._theme)
        if wanted != self._shown:
            self._write(reading.source)
            self._shown = wanted
        opened = reading.spans
        hedges, others = self._cues(reading)
        self.view.mark(self._workspace.quoted_spans(reading.source), opened, hedges, others)
        self.view.go_to(opened[0][0] if opened else 0)

    def _write(self, source_id: str) -> None:
        source = self._workspace.index.sources[source_id]
        article = self._workspace.article(source_id)
        text = ReaderText(article, self._theme, source.title, with_furniture=self.furniture.isChecked())
        self.view.show_text(text, self._theme)
        self.furniture.setVisible(text.furniture > 0)
        self.furniture.setToolTip(f"{count(text.furniture, 'part')} of the web page, not of the article")
        untitled = "The file has no headline: this title is our description" if source.untitled else ""
        self._note.setText(showable(untitled or "Sentences that the map quotes are dotted"))
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow bar the way back has a shorter name, and the note goes where it has no room."""
        self.back.setText("Back to the map" if self.width() >= self._theme.px(_NARROW) else "Back")
        parts = [self.back, *([] if self.furniture.isHidden() else [self.furniture]), self._note]
        self._note.setVisible(sum(part.sizeHint().width() + 12 for part in parts) + 16 <= self.width())

    def _cues(self, reading: Reading) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where the opened quote is less sure, and where its other cues stand."""
        quote = reading.quote
        if quote is None:
            return (), ()
        article = self._workspace.article(reading.source)
        return cue_spans(article, quote, hedge_words(quote.cues)), cue_spans(article, quote, other_cues(quote.cues))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._make_room()


def can_read(workspace: Workspace, reading: Reading) -> MapFaults | None:
    """Why an article cannot be opened, or nothing."""
    try:
        workspace.article(reading.source)
    except MapFaults as faults:
        return faults
    return None
