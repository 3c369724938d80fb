"""The reader: an article opened at a passage, in step with the map.

It stands beside the map where there is room, so that pointing at a sentence lights what stands on it; else in the map's
place, where the tip and the status line tell the same in words. The stage decides which.
"""

from PySide6.QtCore import QPoint, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QToolTip, QVBoxLayout, QWidget

from evmap.model import Span
from evmap.storage.faults import MapFaults
from evmap.ui.bridge import Bridge
from evmap.ui.panels.reader.marks import Marks
from evmap.ui.panels.reader.mention_steps import MentionSteps
from evmap.ui.panels.reader.source_button import SourceButton
from evmap.ui.panels.reader.text import ReaderText
from evmap.ui.panels.reader.view import ReaderView
from evmap.ui.parts.excerpt import cue_spans
from evmap.ui.theme import Theme
from evmap.ui.words.names import count, hedge_words, other_cues
from evmap.ui.words.plain import tip
from evmap.ui.words.sentences import sentence_lines
from evmap.workspace import Change, Reading, Workspace
from evmap.workspace.sentences import Sentence, chosen_spans, select_sentence, sentences_of

_NARROW = 520
_LOOK_MS = 90
"""So long a sentence is pointed at before the map lights up: crossing the page is no looking."""


class ReaderPanel(QWidget):
    """A bar with the way back, and the article.

    Attributes:
        view: the article's page.
        beside: the button that puts the reader beside the map, or in its place.
        furniture: the button that unfolds what belongs to the web page and not to the article.
        mentions: the steps from mention to mention of the selected concept.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._shown: tuple[str, bool, Theme] | None = None
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)
        self.setObjectName("reader")
        self.setAccessibleName("Article reader")
        self.view = ReaderView(theme, self)
        self.back = QPushButton("Back to the map")
        self.back.setToolTip("Esc")
        self.back.setAccessibleName("Back to the map")
        self.source = SourceButton(workspace)
        self.mentions = MentionSteps(workspace, theme, self)  # else it would be a window for a moment
        self.beside = QToolButton()
        self.furniture = QToolButton()
        self.furniture.setText("Page furniture")
        self.furniture.setAccessibleName("Page furniture")
        self.furniture.setCheckable(True)
        self._lay_out()
        self._connect()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)
        self._dress()
        self._show(workspace.reading)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme."""
        self._theme = theme
        self._dress()
        self.mentions.set_theme(theme)
        self._show(self._workspace.reading)

    def tell_place(self, *, beside: bool, can_choose: bool) -> None:
        """Say where the reader stands, and offer the other place if there is room for it."""
        words = "Read in the map’s place" if beside else "Read beside the map"
        self.beside.setAccessibleName(words)
        self.beside.setToolTip(f"{words} (Alt+5)")
        side = self._theme.px(18)
        self.beside.setIcon(self._theme.icon("reader-instead" if beside else "reader-beside", "ink", side))
        self.beside.setIconSize(QSize(side, side))
        self.beside.setVisible(can_choose)
        self._make_room()

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.source)
        row.addStretch(1)
        row.addWidget(self.mentions)
        row.addWidget(self.furniture)
        row.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.back.clicked.connect(self._workspace.return_to_map)
        self.furniture.toggled.connect(self._on_furniture)
        self.view.pointed.connect(self._on_pointed)
        self.view.pressed.connect(self._on_pressed)
        self.view.copy_wanted.connect(self._copy)
        self.view.tip_wanted.connect(self._show_tip)

    def _dress(self) -> None:
        self.back.setIcon(self._theme.icon("back", "ink", 18))
        self.back.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))

    # What follows the workspace.

    def _on_changed(self, change: Change) -> None:
        if change is Change.READING:
            if self._workspace.reading is None:
                self._looking.stop()
                self._workspace.glance_at(None)
            self._show(self._workspace.reading)
        elif change is Change.SELECTION and self._workspace.reading:
            self._mark(self._workspace.reading)
            self.mentions.tell()
            self._make_room()

    def _on_furniture(self) -> None:
        self._show(self._workspace.reading)

    def _show(self, reading: Reading | None) -> None:
        if reading is None or can_read(self._workspace, reading):
            return  # the window says what is wrong with the article and stays on the map
        wanted = (reading.source, self.furniture.isChecked(), self._theme)
        if wanted != self._shown:
            self._write(reading.source)
            self._shown = wanted
        self._mark(reading)
        self.mentions.tell()
        self.source.tell(reading.source)
        self._make_room()
        self.view.go_to(reading.spans[0][0] if reading.spans else None)

    def _write(self, source_id: str) -> None:
        source = self._workspace.index.sources[source_id]
        article = self._workspace.articles.article(source_id)
        if source_id not in self._sentences:
            self._sentences[source_id] = sentences_of(self._workspace, source_id)
        sentences = self._sentences[source_id]
        text = ReaderText(article, self._theme, source.title, with_furniture=self.furniture.isChecked())
        self.view.show_text(text, self._theme, [each.span for each in sentences], [each.sure for each in sentences])
        self.furniture.setVisible(text.furniture > 0)
        self.furniture.setToolTip(f"{count(text.furniture, 'part')} of the web page, not of the article")

    def _mark(self, reading: Reading) -> None:
        workspace, source = self._workspace, reading.source
        concept = workspace.selection.only_concept
        named = [each for each in workspace.articles.mentions(source) if each.concept == concept]
        hedges, others = self._cues(reading)
        self.view.mark(
            Marks(
                unquoted=tuple(each.span for each in self._here() if not each.judged),
                chosen=chosen_spans(workspace, source),
                named=tuple((each.start, each.end) for each in named),
                opened=reading.spans,
                others=others,
                hedges=hedges,
                kind=workspace.index.concepts[concept].kind if concept else "",
            )
        )

    def _here(self) -> tuple[Sentence, ...]:
        return self._sentences[self._shown[0]] if self._shown else ()

    def _cues(self, reading: Reading) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where the opened quote is less sure, and where its other cues stand."""
        quote = reading.quote
        if quote is None:
            return (), ()
        article = self._workspace.articles.article(reading.source)
        return cue_spans(article, quote, hedge_words(quote.cues)), cue_spans(article, quote, other_cues(quote.cues))

    # What follows the hand.

    def _on_pointed(self, number: int | None) -> None:
        self._looking.start()
        told = "" if number is None else ". ".join(sentence_lines(self._workspace, self._here()[number]))
        self.view.setAccessibleDescription(told)

    def _look(self) -> None:
        number = self.view.current
        sentence = self._here()[number] if number is not None else None
        light = sentence.light if sentence and self._workspace.reading else None
        self._workspace.glance_at(light or None)

    def _on_pressed(self, number: int) -> None:
        self._looking.stop()
        select_sentence(self._workspace, self._here()[number])

    def _copy(self, number: int) -> None:
        """Put a sentence on the clipboard, with where it stands."""
        if self._shown:
            text = self._workspace.citing.passage(self._shown[0], self._here()[number].span)
            QGuiApplication.clipboard().setText(text)

    def _show_tip(self, number: int, at: QPoint) -> None:
        lines = sentence_lines(self._workspace, self._here()[number])
        QToolTip.showText(at, "".join(map(tip, lines)), self.view)

    def _make_room(self) -> None:
        """In a narrow bar the way back has a shorter name, and what is only comfort goes."""
        taken = 0
        for tightness in range(3):  # as many words as fit
            narrow = tightness > 0 or self.width() < self._theme.px(_NARROW)
            self.back.setText("Back" if narrow else "Back to the map")
            self.mentions.set_short(narrow)
            self.mentions.told.setVisible(tightness < 2)
            self.furniture.setText("Furniture" if tightness > 1 else "Page furniture")
            shown = [self.back, self.mentions, self.furniture, self.beside]
            taken = sum(part.sizeHint().width() + 8 for part in shown if not part.isHidden()) + 28
            if taken <= self.width():
                break
        self.source.give(self.width() - taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._make_room()


def can_read(workspace: Workspace, reading: Reading) -> MapFaults | None:
    """Why an article cannot be opened, or nothing."""
    try:
        workspace.articles.article(reading.source)
    except MapFaults as faults:
        return faults
    return None
