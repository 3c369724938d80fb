"""How the window is brought into a state, as a person would: the few ways that many states begin with."""

from collections.abc import Callable
from dataclasses import dataclass

from evmap.model import Link
from evmap.ui.main_window import MainWindow
from evmap.workspace import Workspace


@dataclass(frozen=True, slots=True)
class State:
    """One state: the name of its pictures, and how to bring a freshly opened window into it."""

    name: str
    reach: Callable[[MainWindow], None]


def first_look(window: MainWindow) -> None:
    """Nothing was done yet."""


def atlas(window: MainWindow) -> None:
    window.commands.views.show_atlas()


def hub(window: MainWindow) -> None:
    window.workspace.select_concept(largest_hub(window.workspace))


def text_large(window: MainWindow) -> None:
    window.commands.looks.change_text_size(225)


def large(reach: Callable[[MainWindow], None], window: MainWindow) -> None:
    text_large(window)
    reach(window)


def largest_hub(workspace: Workspace) -> str:
    return max(workspace.index.concepts, key=workspace.index.degree)


def marked_link(workspace: Workspace) -> Link:
    """A link whose quote names subject, phrase and object, so that all three marks are in the picture."""
    marked = (
        link
        for link in workspace.index.links.values()
        for quote in link.quotes
        if quote.marks and quote.marks.subject and quote.marks.phrase and quote.marks.object
    )
    return next(marked, next(link for link in workspace.index.links.values() if link.quotes))
