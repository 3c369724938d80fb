"""What stands on a page, from top to bottom: paragraphs, rules, pictures. Sizes are points, 72 to the inch."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Protocol

from msgspec import Struct
from PySide6.QtGui import QColor, QPen

from evmap.ui.paper.pencil import Pencil, way
from evmap.ui.paper.type import Type, broken


class Block(Protocol):
    """Something that stands on a page and may be broken between pages."""

    def height(self, width: float) -> float:
        """How high it is at a width."""

    def parts(self, width: float) -> "Sequence[Block]":
        """The pieces that it may be broken into."""

    def draw(self, pencil: Pencil, x: float, y: float, width: float) -> None:
        """Draw it with its top left corner at a point."""


class Paragraph(Struct, frozen=True):
    """A text in one type. Line ends in it are kept.

    Attributes:
        text: the words.
        face: their type.
        colour: their colour.
        above: room above the first line.
        indent: how far it stands from the left edge.
        leading: from line to line, in sizes of the type.
        label: what stands left of the first line, in the indent.
    """

    text: str
    face: Type
    colour: QColor
    above: float = 0.0
    indent: float = 0.0
    leading: float = 1.32
    label: str = ""

    def lines(self, width: float) -> tuple[str, ...]:
        """The lines at a width."""
        rows = self.text.splitlines() or [""]
        return tuple(line for row in rows for line in broken(row, self.face, width - self.indent))

    def height(self, width: float) -> float:
        """As many lines as it takes."""
        return self.above + len(self.lines(width)) * self.face.px * self.leading

    def parts(self, width: float) -> Sequence[Block]:
        """One line each; the first two and the last two stay together."""
        lines = self.lines(width)
        if len(lines) < 4:
            return (self,)
        cuts = [0, 2, *range(3, len(lines) - 1), len(lines)]
        pieces = ["\n".join(lines[a:b]) for a, b in pairwise(cuts)]
        return tuple(
            Paragraph(
                piece, self.face, self.colour, self.above if i == 0 else 0.0, self.indent, self.leading,
                self.label if i == 0 else "",
            )
            for i, piece in enumerate(pieces)
        )  # fmt: skip

    def draw(self, pencil: Pencil, x: float, y: float, width: float) -> None:
        """Write it line by line."""
        pitch = self.face.px * self.leading
        top = y + self.above
        if self.label:
            pencil.write((x, self.face.baseline(top, pitch)), self.label, self.face, self.colour)
        for i, line in enumerate(self.lines(width)):
            pencil.write((x + self.indent, self.face.baseline(top + i * pitch, pitch)), line, self.face, self.colour)


class Rule(Struct, frozen=True):
    """A fine line across the page."""

    colour: QColor
    above: float = 8.0
    below: float = 4.0

    def height(self, _width: float) -> float:
        """The room round it."""
        return self.above + self.below

    def parts(self, _width: float) -> Sequence[Block]:
        """It is never broken."""
        return (self,)

    def draw(self, pencil: Pencil, x: float, y: float, width: float) -> None:
        """Draw it."""
        pencil.draw(way([(x, y + self.above), (x + width, y + self.above)]), QPen(self.colour, 0.6))


class Gap(Struct, frozen=True):
    """Nothing, so high."""

    high: float

    def height(self, _width: float) -> float:
        """Its height."""
        return self.high

    def parts(self, _width: float) -> Sequence[Block]:
        """It is never broken."""
        return (self,)

    def draw(self, pencil: Pencil, x: float, y: float, width: float) -> None:
        """There is nothing to draw."""


class Canvas(Struct, frozen=True):
    """A picture of a height."""

    high: float
    paint: Callable[[Pencil, float, float, float, float], None]

    def height(self, _width: float) -> float:
        """Its height."""
        return self.high

    def parts(self, _width: float) -> Sequence[Block]:
        """It is never broken."""
        return (self,)

    def draw(self, pencil: Pencil, x: float, y: float, width: float) -> None:
        """Draw it."""
        self.paint(pencil, x, y, width, self.high)


class Together(Struct, frozen=True):
    """Blocks that are not to be parted, such as a heading and what follows it."""

    blocks: tuple[Block, ...]

    def height(self, width: float) -> float:
        """All of them."""
        return sum(block.height(width) for block in self.blocks)

    def parts(self, _width: float) -> Sequence[Block]:
        """It is never broken."""
        return (self,)

    def draw(self, pencil: Pencil, x: float, y: float, width: float) -> None:
        """Draw one below the other."""
        for block in self.blocks:
            block.draw(pencil, x, y, width)
            y += block.height(width)


def height_of(blocks: Sequence[Block], width: float) -> float:
    """How high blocks are below each other."""
    return sum(block.height(width) for block in blocks)


def paged(blocks: Sequence[Block], width: float, high: float) -> list[list[Block]]:
    """Blocks on as many pages as they take; what is higher than a page has one of its own."""
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        pieces = (block,) if used + block.height(width) <= high else block.parts(width)
        for piece in pieces:
            needed = piece.height(width)
            if pages[-1] and used + needed > high:
                pages.append([])
                used = 0.0
            pages[-1].append(piece)
            used += needed
    return pages
