"""The panel at the left: the lens that colours the map, its groups and those of the other lenses, and the sources.

The legend is the control of the filters: each row hides its group, or shows it again.
"""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from evmap.model import Source
from evmap.ui.bridge import Bridge
from evmap.ui.hues import hues, marks
from evmap.ui.panels.legend.lens_switch import LensSwitch
from evmap.ui.panels.legend.rows import FoldButton, Group, LegendRow, RowWords, Wish
from evmap.ui.panels.legend.signs import sign_of
from evmap.ui.parts.blocks import BlockButton, Edges, Look
from evmap.ui.parts.pieces import column, heading, prose
from evmap.ui.theme import Theme
from evmap.ui.tours.section import TourSection
from evmap.ui.words.groups import EFFECTS, HEADINGS, RULES, group_words
from evmap.ui.words.names import count
from evmap.ui.words.plain import tip
from evmap.workspace import Change, Lens, Workspace
from evmap.workspace.filters import Filters, Hidden
from evmap.workspace.lenses import Sorted

_EDGE, _RIGHT = 13, 7  # beside the right one there may be a scroll bar
_FOLDED = (Lens.STAGE, Lens.SOURCE)
"""These sections are unfolded when they are asked for, looked through or filtered by."""


class LegendPanel(QScrollArea):
    """The lens, the groups with their counts, and the sources. A source opens its article.

    Attributes:
        switch: which lens is in use.
        rows: the row of each group that is on the map, by lens.
        tours: the tours, below the groups.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._unfolded = set(Lens) - set(_FOLDED)
        self._last_switch: tuple[Group, Filters] | None = None
        self.rows: dict[Group, LegendRow] = {}
        self.setObjectName("legend")
        self.setAccessibleName("Legend")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(_EDGE, 6, _RIGHT, _EDGE)
        self._layout.setSpacing(0)
        self._top = heading(theme, "Colours show")
        self.switch = LensSwitch(workspace, theme)
        self._groups, self._sources = QWidget(), QWidget()
        self.tours = TourSection(workspace, theme)
        for part in (self._top, self.switch, self._groups, self.tours, self._sources):
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self.setWidget(body)
        self._build()
        self._build_sources()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme."""
        self._theme = theme
        top = heading(theme, "Colours show")
        self._layout.replaceWidget(self._top, top)
        self._top.hide()
        self._top.deleteLater()
        self._top = top
        self.switch.set_theme(theme)
        self.tours.set_theme(theme)
        self._build()
        self._build_sources()

    def _on_changed(self, change: Change) -> None:
        if change is Change.LENS:
            self.switch.refresh()
            self._build()
        elif change is Change.FILTERS:
            folded = {lens for lens in Lens if self._workspace.asking.filters.of(lens)} - self._unfolded
            if folded:
                self._unfolded |= folded
                self._build()
            else:
                self._tell()

    def _build(self) -> None:
        asking = self._workspace.asking
        groups, layout = column(gap=0)
        self.rows = {}
        for lens in sorted(Lens, key=lambda each: each is not asking.lens):
            self._add_section(layout, lens)
        self._groups = self._put_for(self._groups, groups)
        self._tell()

    def _build_sources(self) -> None:
        sources, layout = column(gap=0)
        if self._workspace.map.sources:
            layout.addWidget(heading(self._theme, "Sources"))
        for source in self._workspace.map.sources:
            layout.addWidget(self._source_row(source))
        self._sources = self._put_for(self._sources, sources)

    def _put_for(self, before: QWidget, after: QWidget) -> QWidget:
        """Let a part of the panel stand in the place of another."""
        self._layout.replaceWidget(before, after)
        before.hide()
        before.deleteLater()
        return after

    def _add_section(self, layout: QVBoxLayout, lens: Lens) -> None:
        asking = self._workspace.asking
        in_use = lens is asking.lens
        unfolded = lens in self._unfolded or in_use
        if not self._workspace.map.concepts:
            return
        layout.addWidget(self._heading(lens, unfolded, can_fold=lens in _FOLDED and not in_use))
        if not unfolded:
            return  # what it would sort a large map for is not seen
        found = asking.sorted_by(lens)
        present = tuple(group for group in found.groups if self._is_told(lens, group))
        colours, signs = hues(found), marks(found)
        for group in present:
            sign = sign_of(self._theme, lens, group, colours[group], signs[group], in_use=in_use)
            row = LegendRow(self._theme, (lens, group), self._words(lens, group), *sign)
            row.wanted.connect(self._on_wanted)
            self.rows[(lens, group)] = row
            layout.addWidget(row)

    def _is_told(self, lens: Lens, group: str) -> bool:
        """Whether a group has a row: what is on the map, and every way in which a line can be drawn."""
        return lens is Lens.CERTAINTY or group in self._workspace.asking.sorted_by(lens).present

    def _heading(self, lens: Lens, unfolded: bool, *, can_fold: bool) -> QWidget:
        shown: QWidget
        if can_fold:
            shown = button = FoldButton(HEADINGS[lens], unfolded, self._theme, lens)
            button.clicked.connect(self._on_fold)
        else:
            shown = heading(self._theme, HEADINGS[lens])
        shown.setToolTip(tip(f"{HEADINGS[lens]} {RULES[lens]} {EFFECTS[lens]}"))
        return shown

    def _on_fold(self) -> None:
        button = self.sender()
        if not isinstance(button, FoldButton):
            return
        lens = button.lens
        self._unfolded ^= {lens}
        self._build()
        again = next((each for each in self._groups.findChildren(FoldButton) if each.lens is lens), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, lens: Lens, group: str) -> RowWords:
        words = group_words(self._workspace, lens, group)
        things = "concepts" if lens is Lens.KIND else "links"
        found = self._workspace.asking.sorted_by(lens)
        concepts, links = found.concept_counts.get(group, 0), found.link_counts.get(group, 0)
        about = f"{words}: {count(concepts, 'concept')}, {count(links, 'link')}. "
        about += "Click to hide or show, Ctrl+click or double-click to show only this. "
        return RowWords(words, things, tip(f"{about}{RULES[lens]} {EFFECTS[lens]}"))

    def _on_wanted(self, group: Group, wish: Wish) -> None:
        """Filter as a row says."""
        asking, (lens, name) = self._workspace.asking, group
        filters = asking.filters
        if wish is Wish.SWITCH:
            self._last_switch = (group, filters)
            asking.filter(filters.toggled(lens, name))
            return
        again = wish is Wish.ONLY_AFTER_ALL and self._last_switch is not None and self._last_switch[0] == group
        if again and self._last_switch:
            filters = self._last_switch[1]
        with self._workspace.history.step(again=again):
            asking.filter(filters.only(lens, name, asking.sorted_by(lens).present))

    def _tell(self) -> None:
        """Say of every row whether its group is shown, and how much of it."""
        asking = self._workspace.asking
        hidden, filters = asking.hidden, asking.filters
        counts = {lens: _shown_of_all(lens, asking.sorted_by(lens), hidden) for lens in {each for each, _ in self.rows}}
        for (lens, group), row in self.rows.items():
            shown, total = counts[lens]
            row.tell(group not in filters.of(lens), shown.get(group, 0), total.get(group, 0))

    def _source_row(self, source: Source) -> BlockButton:
        theme, workspace = self._theme, self._workspace
        coverage = self._coverage(source)
        blocks = [
            prose(theme, source.title, 13, leading=1.28),
            prose(theme, coverage, 12, "muted", leading=1.28),
        ]
        row = BlockButton(blocks, theme, look=Look.ROW, gap=1, edges=Edges(0, 5, 0, 5))
        row.setAccessibleName(source.title)
        rest = self._rest(source)
        row.setAccessibleDescription(f"{coverage}. {rest}Press Enter to read the article.")
        described = "The file has no headline; this title is our description of it. " if source.untitled else ""
        row.setToolTip(tip(f"{described}{rest}Read the article"))
        row.clicked.connect(lambda: workspace.read(source.id, ()))
        return row

    def _rest(self, source: Source) -> str:
        """What became of the sentences that are not quoted, where that was checked."""
        from evmap.storage.faults import MapFaults

        try:
            coverage = self._workspace.articles.coverage(source.id)
        except MapFaults:
            return ""
        rest = coverage.sentences - coverage.quoted
        if not (rest and self._workspace.every_sentence_placed):
            return ""
        return f"The other {rest} {'is' if rest == 1 else 'are'} left out, {'' if rest == 1 else 'each '}for a reason. "

    def _coverage(self, source: Source) -> str:
        from evmap.storage.faults import MapFaults

        try:
            coverage = self._workspace.articles.coverage(source.id)
        except MapFaults:
            return "the article cannot be read"
        return f"{coverage.quoted} of {count(coverage.sentences, 'sentence')} quoted"


def _shown_of_all(lens: Lens, found: Sorted, hidden: Hidden) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many of each group are shown, and how many there are: concepts by kind, else links."""
    by_kind = lens is Lens.KIND
    total = found.concept_counts if by_kind else found.link_counts
    by_item, gone = (found.concepts, hidden.concepts) if by_kind else (found.links, hidden.links)
    away = Counter(by_item[item] for item in gone)
    return {group: number - away[group] for group, number in total.items()}, total
