"""The outline in the map's place: a bar with filter and order, and the tree, in step with what is selected.

It stands where the map was, as the reader does in a narrow window: long sentences want the width, and it is a way of
its own through the map, for a screen reader as for the eye. The reader can stand beside it, as it does beside the map.
"""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from evmap.ui.bridge import Bridge
from evmap.ui.outline.model import OutlineModel
from evmap.ui.outline.rows import Grouping, Row, What
from evmap.ui.outline.tree import OutlineTree
from evmap.ui.parts.cross import name_cross
from evmap.ui.theme import Theme
from evmap.ui.words.names import count
from evmap.workspace import Change, View, Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_OPENED = 400
"""Groups are open from the start if they hold no more concepts than this together."""

Flag = QItemSelectionModel.SelectionFlag


class OutlinePanel(QWidget):
    """The outline of one workspace.

    Attributes:
        tree: the rows.
        filter: the field that narrows them.

    Signals:
        menu_wanted(str, QPoint): the menu of a concept or link, or "" for none, is wanted at a point of the screen.
        left(): the map is wanted back.
    """

    menu_wanted = Signal(str, QPoint)
    left = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._in_step = False
        self._is_stale = False
        self.setObjectName("outline")
        self.model = OutlineModel(workspace, self)
        self.tree = OutlineTree(workspace, self.model, theme)
        self.filter = QLineEdit()
        self.by_letter = QToolButton()
        self.fold = QToolButton()
        self.back = QPushButton("Back to the map")
        self._title, self._counted, self._nothing = QLabel("Outline"), QLabel(), QLabel()
        self._clear = QPushButton("Clear the filter")
        self._pages = QStackedWidget()
        self._name_parts()
        self._lay_out()
        self._connect()
        self._dress()
        self._open_groups()
        self.follow()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self.tree.set_theme(theme)
        self._dress()

    def begin(self) -> None:
        """One comes to the outline: be in step with what is selected now."""
        if self._is_stale:
            self._rebuild()
        self.follow()
        if not self.tree.currentIndex().isValid():
            self.tree.selectionModel().setCurrentIndex(self.model.index(0, 0), Flag.NoUpdate)

    def follow(self) -> None:
        """Select the rows of what is selected, open what they are in, and bring the first into sight."""
        chosen, outline = self._workspace.selection, self.model.outline
        current = self.model.row(self.tree.currentIndex())
        near = current
        while near is not None and near.what is not What.CONCEPT:
            near = near.parent
        rows = [outline.concept_row(concept) for concept in chosen.concepts]
        rows += [outline.link_row(link, near.item if near else None) for link in chosen.links]
        selection = QItemSelection()
        indexes = [self._opened_to(row) for row in rows if row is not None]
        for index in indexes:
            selection.select(index, index)
        self._in_step = True
        model = self.tree.selectionModel()
        model.select(selection, Flag.ClearAndSelect | Flag.Rows)
        if indexes and self.tree.currentIndex() not in indexes:
            model.setCurrentIndex(indexes[0], Flag.NoUpdate)
            inside = self.tree.viewport().rect().contains(self.tree.visualRect(indexes[0]))
            if not inside:
                self.tree.scrollTo(indexes[0], QTreeView.ScrollHint.PositionAtCenter)
        self._in_step = False

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def close_all(self) -> None:
        """Close every row."""
        self.tree.collapseAll()
        row = self.model.row(self.tree.currentIndex())
        while row is not None and row.parent is not None:
            row = row.parent
        if row is not None:
            self.tree.selectionModel().setCurrentIndex(self.model.index_of(row), Flag.NoUpdate)

    def toggle_order(self) -> None:
        """By kind, or in the order of the alphabet."""
        self.by_letter.toggle()

    def _opened_to(self, row: Row) -> QModelIndex:
        """The index of a row, with all rows above it opened."""
        above, chain = row.parent, []
        while above is not None:
            chain.append(above)
            above = above.parent
        for each in reversed(chain):
            self.tree.expand(self.model.index_of(each))
        return self.model.index_of(row)

    # How it is made.

    def _name_parts(self) -> None:
        self.setAccessibleName("Outline of the map")
        self.filter.setPlaceholderText("Filter: words of a name or a sentence")
        self.filter.setAccessibleName("Filter the outline")
        self.filter.setClearButtonEnabled(True)
        name_cross(self.filter, "Clear the filter")
        self.by_letter.setText("A–Z")
        self.by_letter.setCheckable(True)
        self.by_letter.setProperty("look", "text")
        self.by_letter.setAccessibleName("In alphabetical order")
        self.by_letter.setToolTip("In alphabetical order, else by kind")
        self.fold.setText("Close all")
        self.fold.setProperty("look", "text")
        self.fold.setToolTip("Close every row")
        self.back.setAccessibleName("Back to the map")
        self.tree.setAccessibleDescription(
            "Concepts, their links as sentences, and the passages that say so. "
            "Right opens a row, Left closes it, Enter on a passage opens the article."
        )
        self._counted.setProperty("look", "muted")
        self._nothing.setProperty("look", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._counted, self._nothing):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("look", "bar")
        first, second = QHBoxLayout(), QHBoxLayout()
        for part in (self._title, self._counted):
            first.addWidget(part)
        first.addStretch(1)
        first.addWidget(self.back)
        second.addWidget(self.filter, 1)
        second.addWidget(self.by_letter)
        second.addWidget(self.fold)
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(16, 8, 14, 8)
        rows.setSpacing(8)
        for row in (first, second):
            row.setSpacing(10)
            rows.addLayout(row)
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.addStretch(1)
        inner.addWidget(self._nothing)
        inner.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(2)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._pages, 1)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.by_letter.toggled.connect(self._rebuild)
        self.fold.clicked.connect(self.close_all)
        self.back.clicked.connect(self.left)
        self._clear.clicked.connect(self.filter.clear)
        self.tree.selectionModel().selectionChanged.connect(self._on_selected)
        self.tree.clicked.connect(self._ends_path)
        self.tree.opened.connect(self._on_opened)
        self.tree.menu_wanted.connect(self._on_menu)
        self.tree.pointed_at.connect(self._on_pointed)
        for part in (self.filter, self.tree):
            part.installEventFilter(self)
        self._bridge = Bridge(self._workspace, self)
        self._bridge.changed.connect(self._on_changed)

    def _dress(self) -> None:
        theme = self._theme
        self._title.setFont(theme.sans(theme.px(15), 700))
        self.back.setIcon(theme.icon("back", "ink", 18))
        self.back.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._tell_count()

    # What follows changes.

    def _on_changed(self, change: Change) -> None:
        if change is Change.FILTERS:
            self._is_stale = True
        if not self._is_seen():
            return
        if change is Change.FILTERS:
            self._rebuild()
        elif change is Change.SELECTION and not self._in_step:
            self.follow()

    def _is_seen(self) -> bool:
        return self._workspace.viewing.view is View.OUTLINE

    def _on_filter(self) -> None:
        self._rebuild()

    def _rebuild(self) -> None:
        """Make the rows anew; what was open is open again."""
        self._is_stale = False
        opened = self._opened()
        self.model.show(Grouping.ALPHABET if self.by_letter.isChecked() else Grouping.KIND, self.filter.text())
        self.tree.forget()
        self._open_groups()
        for concept in opened:
            row = self.model.outline.concept_row(concept)
            if row is not None:
                self.tree.expand(self._opened_to(row))
        self._tell_count()
        self.follow()

    def _opened(self) -> list[str]:
        """The concepts that are open."""
        rows = self.model.made()
        return [row.item for row in rows if row.what is What.CONCEPT and self.tree.isExpanded(self.model.index_of(row))]

    def _open_groups(self) -> None:
        if self.model.outline.shown <= _MOST_OPENED:
            for row in self.model.outline.roots:
                if row.what is What.GROUP:
                    self.tree.expand(self.model.index_of(row))

    def _tell_count(self) -> None:
        shown, all_of_them = self.model.outline.shown, len(self._workspace.map.concepts)
        told = count(all_of_them, "concept")
        self._counted.setText(told if shown == all_of_them else f"{shown} of {told}")
        self._pages.setCurrentIndex(0 if shown or not all_of_them else 1)
        words = self.filter.text().strip()
        self._nothing.setText(
            f"No concept and no sentence has “{words}”." if words else "All concepts are hidden by filters."
        )
        self._clear.setVisible(bool(words))
        self._make_room()

    def _on_selected(self) -> None:
        """The rows that a person chose are what is selected; a passage stands for what quotes it."""
        if self._in_step:
            return
        rows = [self.model.row(index) for index in self.tree.selectionModel().selectedIndexes()]
        items = dict.fromkeys(row.item for row in rows if row is not None and row.item)
        index = self._workspace.index
        self._in_step = True
        try:
            self._workspace.select(
                [item for item in items if item in index.concepts], [item for item in items if item in index.links]
            )
        finally:
            self._in_step = False

    def _ends_path(self) -> bool:
        """While a path waits for its other end, a click on a concept or Enter chooses it; whether that was so."""
        row = self.model.row(self.tree.currentIndex())
        is_concept = row is not None and row.what is What.CONCEPT
        return row is not None and is_concept and self._workspace.following.complete(row.item)

    def _on_opened(self, row: Row) -> None:
        if row.quote is not None:
            self._workspace.read_quote(row.quote)

    def _on_pointed(self, item: str) -> None:
        self._workspace.point_at(item or None)

    def _on_menu(self, row: Row | None, at: QPoint) -> None:
        if row is None or row.quote is None:
            self.menu_wanted.emit(row.item if row else "", at)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, icon in (("Open the article here", "open-book"), ("Copy the quote and where it stands", "copy")):
            action = QAction(self._theme.icon(icon, "ink", 18), text, menu)
            action.triggered.connect(self._read_current if icon == "open-book" else self._copy_current)
            menu.addAction(action)
        menu.popup(at)

    def _read_current(self) -> None:
        row = self.model.row(self.tree.currentIndex())
        if row is not None:
            self._on_opened(row)

    def _copy_current(self) -> None:
        row = self.model.row(self.tree.currentIndex())
        if row is not None and row.quote is not None:
            QApplication.clipboard().setText(self._workspace.citing.quote(row.quote))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape clears the filter before it does anything else; Down goes from the filter into the rows."""
        if isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif event.type() == QEvent.Type.KeyPress:
                    self.filter.clear()
                return True
            if (
                watched is self.tree
                and event.type() == QEvent.Type.KeyPress
                and event.key() in _ENTER
                and self._ends_path()
            ):
                return True
            goes_down = event.key() == Qt.Key.Key_Down and event.type() == QEvent.Type.KeyPress
            if goes_down and watched is self.filter:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow bar the count goes, and the way back has a shorter name."""
        for words, counted in (("Back to the map", True), ("Back to the map", False), ("Back", False)):
            self.back.setText(words)
            self._counted.setVisible(counted)
            parts = [self._title, self.back, *([self._counted] if counted else [])]
            if sum(part.sizeHint().width() + 12 for part in parts) + 24 <= self.width():
                return
