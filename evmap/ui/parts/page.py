"""What a page of the detail panel is: parts below each other, some of them named so that one can jump to them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Section:
    """A part of a page that its jump bar names."""

    title: str
    count: int
    start: QWidget


@dataclass(frozen=True)
class Page:
    """A page's widget; ``jump_room`` is where the jump bar belongs (its own height is kept free there).

    ``finish`` makes at once what the page would make in steps, for someone who wants to go far down on it.
    """

    widget: QWidget
    title: str
    sections: tuple[Section, ...] = ()
    jump_room: QWidget | None = field(default=None)
    finish: Callable[[], None] = field(default=lambda: None)
