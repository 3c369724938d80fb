"""Commands about reading: from mention to mention, and where the article stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.ui.settings import ReaderPlace

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class ReadingCommands:
    """Walks through the mentions, moves the reader."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace

    def read_articles(self) -> None:
        """Open the first article from its beginning; with one open, the next."""
        reading, sources = self._workspace.reading, [source.id for source in self._workspace.map.sources]
        if sources:
            at = sources.index(reading.source) + 1 if reading else 0
            self._workspace.read(sources[at % len(sources)], ())

    def next_mention(self) -> None:
        """Read the next place that names the selected concept."""
        self._read_mention(1)

    def previous_mention(self) -> None:
        """Read the place before that names the selected concept."""
        self._read_mention(-1)

    def switch_place(self) -> None:
        """Put the reader beside the map, or in its place, and remember that."""
        stage = self._window.stage
        place = ReaderPlace.INSTEAD if stage.shows_map else ReaderPlace.BESIDE
        self._window.settings.reader_place = place
        stage.set_place(place)
        self._window.refresh()

    def _read_mention(self, by: int) -> None:
        from evmap.workspace.mentioned import read_mention

        concept = self._workspace.selection.only_concept
        if not read_mention(self._workspace, by) and concept is not None:
            name = self._workspace.index.concepts[concept].name
            self._window.tell(f"No article names “{name}” in these words. Its passages are in the details.")
