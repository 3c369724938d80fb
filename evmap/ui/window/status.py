"""The status line: how much is on the map, what is pointed at, and how large one sees it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from evmap.ui.bridge import Bridge
from evmap.ui.parts.elided import ElidedLabel
from evmap.ui.theme import Theme
from evmap.ui.words.names import HIDDEN, count
from evmap.ui.words.plain import showable
from evmap.ui.words.views import view_words
from evmap.workspace import Change, View, Workspace

HEIGHT = 30
_VIEW, _POINTED = 90, 140
"""So much room the name of the view has in any case, and what is pointed at beside the counts."""


class StatusLine(QFrame):
    """Counts at the left, what is pointed at in the middle, the view and the zoom at the right."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scale, self._is_in_sight = 1.0, True
        self.setProperty("look", "status")
        self.setAccessibleName("Status")
        self._counts = ElidedLabel("", "muted", theme, 13)
        self._pointed = ElidedLabel("", "muted", theme, 13)
        self._pointed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pointed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._view, self._zoom = ElidedLabel("", "muted", theme, 13), ElidedLabel("", "muted", theme, 13)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(28)
        row.addWidget(self._counts)
        row.addWidget(self._pointed, 1)
        row.addWidget(self._view)
        row.addWidget(self._zoom)
        self.set_theme(theme)
        self.tell_counts("")
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    @property
    def _labels(self) -> tuple[ElidedLabel, ...]:
        return self._counts, self._pointed, self._view, self._zoom

    @property
    def text(self) -> str:
        """All that it says."""
        return "   ".join(label.text() for label in self._labels if not label.isHidden())

    def tell_counts(self, coverage: str) -> None:
        """Say how much is on the map; ``coverage`` is about the sources, empty if nothing is known."""
        self._coverage = coverage
        on_map, asking = self._workspace.map, self._workspace.asking
        sources = count(len(on_map.sources), "source") + (f", {coverage}" if coverage else "")
        concepts, links = count(len(on_map.concepts), "concept"), count(len(on_map.links), "link")
        if asking.filtering:  # else not even what filters are is imported
            hidden = asking.hidden
            concepts = f"{len(on_map.concepts) - len(hidden.concepts)} of {concepts}"
            links = f"{len(on_map.links) - len(hidden.links)} of {links}"
        parts = (concepts, links, sources)
        self._counts.setText("     ".join(parts))

    def tell_zoom(self, scale: float) -> None:
        """Say how large the map is seen."""
        self._scale = scale
        self._tell_view()

    def tell_in_sight(self, shown: bool) -> None:
        """Say whether the map is in sight; where the reader has its place, no view and no zoom is told."""
        if shown != self._is_in_sight:
            self._is_in_sight = shown
            self._tell_view()

    def _tell_view(self) -> None:
        viewing = self._workspace.viewing
        self._view.setText(showable(view_words(self._workspace.index, viewing)) if self._is_in_sight else "Reader")
        self._zoom.setText(f"{round(self._scale * 100)} %")
        self._zoom.setVisible(self._is_in_sight and viewing.view is not View.OUTLINE)
        self._keep_view_whole()

    def _keep_view_whole(self) -> None:
        """A number that is shortened says nothing: all else gives way first, and a view is named unless it is long."""
        self._view.setMinimumWidth(min(self._view.sizeHint().width(), self._theme.px(_VIEW)))
        self._zoom.setMinimumWidth(self._zoom.sizeHint().width())

    def say(self, text: str) -> None:
        """Say something in passing, until something is pointed at."""
        self._pointed.setText(showable(text))
        self._give_way()

    def _give_way(self) -> None:
        """Where there is little room, the counts are shortened for what is pointed at."""
        least = self._theme.px(_POINTED) if self._counts.isVisibleTo(self) else 0
        self._pointed.setMinimumWidth(min(self._pointed.sizeHint().width(), least) if self._pointed.text() else 0)

    def lead(self, widget: QWidget) -> None:
        """Give a widget the place of the counts; they are told while it has nothing to say."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(0, widget)

    def show_counts(self, shown: bool) -> None:
        """Whether it is told how much is on the map."""
        self._counts.setVisible(shown)
        self._give_way()

    def hold(self, widget: QWidget) -> None:
        """Give a widget a place of its own beside the zoom."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self._view), widget)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's sizes."""
        self.setFixedHeight(theme.px(HEIGHT))
        for label in self._labels:
            label.set_theme(theme)
        self._theme = theme
        self._keep_view_whole()

    def _on_changed(self, change: Change) -> None:
        if change in (Change.HOVER, Change.SPOTLIGHT, Change.SELECTION, Change.PATH):
            self.say(self._pointed_at())
        elif change is Change.VIEW:
            self._tell_view()
        elif change is Change.FILTERS:
            self.tell_counts(self._coverage)

    def _pointed_at(self) -> str:
        index, item, glance = self._workspace.index, self._workspace.hovered, self._workspace.glance
        if item is None and glance:
            return "; ".join(index.sentence(index.links[each]) for each in glance.links)
        if item is None:
            start = self._workspace.following.start
            return f"Path from {index.concepts[start].name}: find the other end, or select it, then P" if start else ""
        note = f" ({HIDDEN})" if self._workspace.asking.hides(item) else ""
        if item in index.links:
            return index.sentence(index.links[item]) + note
        return index.concepts[item].summary + note if item in index.concepts else ""
