"""Finding during a talk: a field and a short list over the window; what is gone to is explored, the place is kept."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from evmap.graph.search.hits import Hit, HitKind
from evmap.ui.presenter.dressing import dress
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable
from evmap.workspace import Workspace

_MOST = 9
_PIECE = 0.02


class TalkFind(QFrame):
    """Opens at the top of a window and is gone with Esc, with Enter, or when the focus leaves it."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._hits: list[Hit] = []
        dress(self, theme)
        self.setProperty("look", "card")
        self.setAutoFillBackground(True)
        self.field = QLineEdit()
        self.field.setAccessibleName("Find a concept, a link or a passage")
        self.field.setPlaceholderText("Find a concept, a link or a passage")
        self.results = QListWidget()
        self.results.setAccessibleName("Results")
        self.results.setWordWrap(True)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.results)
        font = theme.sans(max(parent.height() / 42, 15.0))
        self.field.setFont(font)
        self.results.setFont(font)
        self.field.textEdited.connect(self._ask)
        self.results.itemClicked.connect(self._go)
        self.field.installEventFilter(self)
        self._learning = QTimer(self)
        self._learning.setInterval(0)
        self._learning.timeout.connect(self._learn)
        self._learning.start()

    def open(self) -> None:
        """Show it at the top of its window."""
        parent = self.parentWidget()
        assert parent
        self.setGeometry(parent.width() // 5, parent.height() // 30, parent.width() * 3 // 5, parent.height() // 2)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask(self.field.text())

    def _learn(self) -> None:
        if self._workspace.finding.prepare(_PIECE):
            self._learning.stop()
            self._ask(self.field.text())

    def _ask(self, text: str) -> None:
        finding = self._workspace.finding
        finding.ask(text)
        found = [finding.hit(number) for number in range(min(len(finding.found), 40))]
        self._hits = [hit for hit in found if self._chosen(hit) != ((), ())][:_MOST]
        self.results.clear()
        for hit in self._hits:
            self.results.addItem(
                QListWidgetItem(showable(hit.text if hit.kind is not HitKind.PASSAGE else f"“{hit.text}”"))
            )
        if self._hits:
            self.results.setCurrentRow(0)
        elif text.strip():
            near = finding.found.nearest
            words = f"Nothing found. Near: {', '.join(near)}" if near else "Nothing found"
            self.results.addItem(QListWidgetItem(showable(words)))

    def _chosen(self, hit: Hit) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The concepts and links that going to a hit chooses; none for a passage that the map does not quote."""
        if hit.kind is HitKind.CONCEPT:
            return (hit.id,), ()
        if hit.kind is HitKind.LINK:
            return (), (hit.id,)
        concepts, links = self._workspace.quoting.touched(hit.id, (hit.place,))
        return (() if links else tuple(concepts)), tuple(links)

    def _go(self) -> None:
        row = self.results.currentRow()
        if 0 <= row < len(self._hits):
            concepts, links = self._chosen(self._hits[row])
            self._close()
            self._workspace.select(concepts, links)

    def _close(self) -> None:
        self._learning.stop()
        parent = self.parentWidget()
        self.hide()
        self.deleteLater()
        if parent:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes, Enter goes, Up and Down choose in the list; all other keys are the field's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()  # here, because a field hands Enter on, and the talk would take it for its own
                return True
            step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
            if step and self._hits:
                row = min(max(self.results.currentRow() + step, 0), len(self._hits) - 1)
                self.results.setCurrentRow(row)
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._close)
        return super().eventFilter(watched, event)
