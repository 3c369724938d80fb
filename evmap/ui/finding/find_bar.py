"""Finding in a window: what is typed goes to the workspace, its hits into the list, and the map follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence

from evmap.ui.bridge import Bridge
from evmap.ui.finding.drop import Drop
from evmap.ui.finding.field import FindField
from evmap.workspace import Change

if TYPE_CHECKING:
    from evmap.graph.search.hits import Found
    from evmap.ui.finding.found_rows import FoundRows
    from evmap.ui.main_window import MainWindow
    from evmap.ui.theme import Theme
    from evmap.workspace.finding import Finding

_AT_ONCE, _STEP = 0.03, 0.006
"""Seconds of indexing when the field is opened, enough for the shipped map; and between two frames after that."""
_SOON_MS, _SMALL = 400, 2000
"""A map of at most so many links is indexed so long after the first paint; a larger one when the field is opened."""


class FindBar(QObject):
    """Joins the field in the header, the list below it and the workspace's finding.

    The list folds away as soon as one goes to a hit, so that the map is seen; the field still tells which hit it is.

    Attributes:
        field: where one types.
        drop: the list of hits.
    """

    def __init__(self, window: MainWindow, keys: str) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._finding: Finding | None = None
        self._shown: FoundRows | None = None
        self._answered: Found | None = None
        self._owed = 0
        self._going = False
        self.field = FindField(window.theme, QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        self.drop = Drop("Results", window.theme, window)
        self.field.textEdited.connect(self._on_typed)
        self.field.stepped.connect(self._on_enter)
        self.field.moved.connect(self._on_moved)
        self.field.wanted.connect(self._unfold)
        self.field.left.connect(self._on_left)
        self.field.cleared.triggered.connect(self.close)
        self.drop.rows.chosen.connect(self._on_clicked)
        self._indexing = QTimer(self)
        self._indexing.timeout.connect(self._index_more)
        self._bridge = Bridge(self._workspace, self)
        self._bridge.changed.connect(self._on_changed)
        window.installEventFilter(self)
        if len(self._workspace.map.links) <= _SMALL:
            QTimer.singleShot(_SOON_MS, self, self._warm)

    @property
    def is_open(self) -> bool:
        """Whether there is something to close: words in the field, or the focus."""
        return bool(self.field.text()) or self.field.hasFocus() or self.drop.isVisible()

    @property
    def has_hits(self) -> bool:
        """Whether there are hits to walk through."""
        return self._finding is not None and len(self._finding.found) > 0

    def open(self) -> None:
        """Put the focus into the field, with what was looked for last, ready to be typed over."""
        asked = self._prepared().asked
        if not self.field.text() and asked:
            self.field.setText(asked)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._unfold()

    def close(self) -> None:
        """Put list and words away. What one went to stays chosen, and the keyboard is back on the map."""
        self.drop.hide()
        had_focus = self.field.hasFocus()
        self.field.clear()
        if had_focus:
            self._window.stage.at_work.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.refresh()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1)."""
        finding = self._prepared()
        if finding.current is None:
            return
        if not self.field.text():
            self.field.setText(finding.asked)
        self._go(by)

    def set_theme(self, theme: Theme) -> None:
        """Draw with another theme."""
        self.field.set_theme(theme)
        self.drop.set_theme(theme)
        self._answered = None
        if self.drop.isVisible():
            self._unfold()

    # What the field and the list ask for.

    def _on_typed(self, text: str) -> None:
        self._owed = 0
        self._prepared().ask(text)
        self._unfold()

    def _on_enter(self, by: int) -> None:
        row = self.drop.rows.current
        if self._shown and self.drop.isVisible() and row >= 0 and self._shown.rows[row].at < 0:
            self._take_word(self._shown.rows[row].text)
        elif self.has_hits:
            self._go(by)
        else:
            self._owed = by if not self._prepared().ready else 0  # gone as soon as there is an answer
            self._unfold()

    def _on_moved(self, by: int) -> None:
        if not self.drop.isVisible():
            self._unfold()
            return
        self._stand_on(self.drop.rows.row_from(self.drop.rows.current, by))

    def _on_clicked(self, row: int) -> None:
        assert self._shown
        shown = self._shown.rows[row]
        if shown.at < 0:
            self._take_word(shown.text)
        else:
            self._prepared().point(shown.at)
            self._go(0)

    def _on_left(self) -> None:
        if not self._going:
            self.drop.hide()
            self._window.refresh()

    def _take_word(self, word: str) -> None:
        """Look for a word that exists, in the place of what was typed."""
        self.field.setText(word)
        self._on_typed(word)

    # What it does.

    def _prepared(self) -> Finding:
        """The workspace's finding, with as much of the map known as may be without being noticed."""
        if self._finding is None:
            self._finding = self._workspace.finding
        if not self._finding.ready and not self._indexing.isActive() and not self._finding.prepare(_AT_ONCE):
            self._indexing.start(0)
        return self._finding

    def _warm(self) -> None:
        """Begin with the index before anyone asks."""
        self._finding = self._workspace.finding
        self._indexing.start(0)

    def _index_more(self) -> None:
        assert self._finding
        before = round(self._finding.share * 100)
        if self._finding.prepare(_STEP):
            self._indexing.stop()
            if self._owed and self.has_hits:
                self._go(self._owed)
            self._owed = 0
        elif self.drop.isVisible() and round(self._finding.share * 100) != before:
            self._show_rows()

    def _stand_on(self, row: int) -> None:
        """Make a row the current one, without going there."""
        if row < 0 or not self._shown:
            return
        self.drop.rows.set_current(row)
        shown = self._shown.rows[row]
        if shown.at >= 0:
            self._prepared().point(shown.at)
        else:
            self._announce(shown.text)

    def _go(self, by: int) -> None:
        """Go to a hit; the list folds away, and the focus stays where the next Enter is expected."""
        finding, stage, before = self._prepared(), self._window.stage, self._workspace.selection
        by_field = self.field.hasFocus()
        self._going = True
        if by_field and self._workspace.reading is None:
            stage.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # where one is when an opened article is closed
        seen = stage.shows_map
        finding.step(by, map_in_sight=seen) if by else finding.go(map_in_sight=seen)
        if self._workspace.selection == before and stage.views.currentWidget() is stage.canvas:
            stage.canvas.show_chosen()
        if self._workspace.following.looked_at is not None:
            self._window.commands.follow.show_page()
        if finding.unhid:
            self._window.status.say("A filter hid it: what hid it is shown again")
        self.drop.hide()
        if by_field:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._going = False
        self._window.refresh()

    def _unfold(self) -> None:
        """Show the list under the field."""
        finding = self._prepared()
        if self._answered is not finding.found:
            self._show_rows()
        self.drop.drop_under(self.field)
        self._mark_current()
        self._window.refresh()

    def _show_rows(self) -> None:
        from evmap.ui.finding.found_rows import FoundRows
        from evmap.ui.finding.rows import rows_of

        finding = self._prepared()
        rows = rows_of(finding.found, self.field.text(), share=finding.share)
        self._answered = finding.found if finding.ready else None
        self._shown = FoundRows(self._workspace, self._window.theme, rows, self._window.devicePixelRatioF())
        self.drop.show_rows(self._shown, len(rows))

    def _mark_current(self) -> None:
        finding, shown = self._prepared(), self._shown
        at = finding.current
        if at is None or shown is None:
            return
        row = next((number for number, row in enumerate(shown.rows) if row.at == at), -1)
        if row != self.drop.rows.current:
            self.drop.rows.set_current(row)

    # What follows the workspace.

    def _on_changed(self, change: Change) -> None:
        if change is not Change.FIND or self._finding is None:
            return
        finding = self._finding
        number = len(finding.found)
        if finding.current is not None:
            self.field.tell(f"{finding.current + 1} of {number}")
        else:
            self.field.tell("" if finding.found.is_empty else "Nothing found")
        if self.drop.isVisible():
            if finding.found is not self._answered:
                self._show_rows()
                self.drop.drop_under(self.field)
            self._mark_current()
        self._tell_current(finding)

    def _tell_current(self, finding: Finding) -> None:
        """Let a screen reader say which hit one is at."""
        from evmap.ui.finding.found_rows import hit_words

        if finding.current is None:
            words = self.field.tag if self.field.text() else ""
        else:
            words = f"{hit_words(self._workspace, finding.hit(finding.current))}. {self.field.tag}"
        self.field.setAccessibleDescription(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size: the list stays under its field."""
        if event.type() == QEvent.Type.Resize and self.drop.isVisible():
            QTimer.singleShot(0, self, self._follow_field)
        return super().eventFilter(watched, event)

    def _follow_field(self) -> None:
        if self.drop.isVisible():
            self.drop.drop_under(self.field)
