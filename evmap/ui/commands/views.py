"""Commands about what is seen of the map: which view, how near, which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.workspace import View

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class ViewCommands:
    """Shows the map in one way or another."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace
        self._canvas = window.canvas

    def zoom_in(self) -> None:
        """See the map larger."""
        self._canvas.zoom_in()

    def zoom_out(self) -> None:
        """See more of the map."""
        self._canvas.zoom_out()

    def zoom_to_actual(self) -> None:
        """See the map at 100 %."""
        self._canvas.zoom_to(1.0)

    def fit_map(self) -> None:
        """See all of this view."""
        self._canvas.fit_map()

    def fit_selection(self) -> None:
        """See what is selected as large as it fits."""
        self._canvas.fit_selection()

    def show_start(self) -> None:
        """See the map as at the start: the big picture, whole, nothing of it filtered."""
        with self._workspace.history.step():
            self._workspace.asking.clear()
            self.show_big_picture()

    def show_big_picture(self) -> None:
        """See the key concepts, whole."""
        self._workspace.show_view(View.BIG_PICTURE)
        if self._canvas.eye.at_rest:
            self._canvas.fit_map()
        self._window.refresh()

    def show_atlas(self) -> None:
        """See every concept at its place."""
        self._workspace.show_view(View.ATLAS)
        self._window.refresh()

    def show_lanes(self) -> None:
        """See kinds as columns, from cells to therapies."""
        self._workspace.show_view(View.LANES)
        self._window.refresh()

    def show_outline(self) -> None:
        """Read the map as a tree of concepts, sentences and passages."""
        self._workspace.show_view(View.OUTLINE)
        self._window.refresh()

    def leave_outline(self) -> None:
        """See the map again as it was left."""
        left = self._canvas.viewing
        self._workspace.show_view(left.view, left.centre)

    def filter_outline(self) -> None:
        """Put the keyboard into the outline's filter."""
        if self._window.stage.outline:
            self._window.stage.outline.focus_filter()

    def close_rows(self) -> None:
        """Close every row of the outline."""
        if self._window.stage.outline:
            self._window.stage.outline.close_all()

    def order_outline(self) -> None:
        """The outline by kind, or in the order of the alphabet."""
        if self._window.stage.outline:
            self._window.stage.outline.toggle_order()

    def go_around(self) -> None:
        """See the neighbours of the selected concept around it."""
        concept = self._workspace.selection.only_concept
        if concept is not None:
            self._workspace.show_view(View.AROUND, concept)
        self._window.refresh()
