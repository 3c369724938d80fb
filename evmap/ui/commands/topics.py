"""Commands about what the details show besides the selection, and about taking words along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from evmap.workspace import Topic

if TYPE_CHECKING:
    from evmap.exchange.citing import Form
    from evmap.ui.main_window import MainWindow


class TopicCommands:
    """Opens pages, copies."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace

    def show_care(self) -> None:
        """Show what to read with care, or what is selected again."""
        self._switch(Topic.CARE)

    def show_gaps(self) -> None:
        """Show what is not in the sources, or what is selected again."""
        self._switch(Topic.GAPS)

    def copy_sentence(self) -> None:
        """Put what is selected on the clipboard, as sentences with numbered quotes."""
        from evmap.exchange.citing import Form

        self._copy(Form.PLAIN)

    def copy_markdown(self) -> None:
        """Put what is selected on the clipboard, as Markdown."""
        from evmap.exchange.citing import Form

        self._copy(Form.MARKDOWN)

    def _switch(self, topic: Topic) -> None:
        window, was_open = self._window, self._window.settings.details
        if not was_open:
            window.show_details(True)
        is_shown = was_open and self._workspace.topic is topic
        self._workspace.show_topic(Topic.SELECTION if is_shown else topic)
        window.details.take_focus()
        window.refresh()

    def _copy(self, form: Form) -> None:
        workspace, chosen = self._workspace, self._workspace.selection
        search = workspace.following.looked_at
        if search is not None and search.path is not None:
            from evmap.ui.panels.details.path_page import copied_path

            QApplication.clipboard().setText(copied_path(workspace, search.path, markdown=form == "markdown"))
            return
        concepts = [workspace.index.concepts[each] for each in chosen.concepts]
        links = [workspace.index.links[each] for each in chosen.links]
        QApplication.clipboard().setText(workspace.citing.things(concepts, links, form))
