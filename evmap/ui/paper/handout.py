"""A tour on paper: a page for each step with its picture, notes and quotes, and at the end the list of sources."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QPageSize, QPainter

from evmap.model import Link, Quote, Step
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.paper.blocks import Block, Canvas, Gap, Paragraph, Rule, Together, height_of, paged
from evmap.ui.paper.pdf_words import as_written
from evmap.ui.paper.pencil import Pencil
from evmap.ui.paper.picture import FINE, new_pdf
from evmap.ui.paper.qt_pencil import QtPencil
from evmap.ui.paper.step_picture import StepPicture
from evmap.ui.paper.telling import Tell, silent
from evmap.ui.paper.type import BOLD, SEMIBOLD, Type, shortened
from evmap.ui.theme import load_theme
from evmap.ui.theme.fonts import load_fonts
from evmap.ui.words.names import NOT_IN_SOURCES, chips, count
from evmap.workspace import Workspace
from evmap.workspace.paper import PAGES, HandoutOrder, PaperError

_THEME = "projector"
"""White paper and the strongest ink: a hand-out is printed, and often copied."""

_POINTS_TO_MM = 72 / 25.4
_SIDE, _TOP, _BOTTOM, _RUNNING = 45.0, 40.0, 40.0, 20.0
_TITLE, _QUOTE, _TEXT, _SMALL = 18.0, 11.0, 9.5, 8.0
_TRIES = ((0.44, 1.0), (0.38, 1.0), (0.36, 0.92), (0.31, 0.86), (0.27, 0.8))
"""Shares of the page for the picture, and of the usual size for the type, until a step fits on its page."""

_ROUND_PICTURE = 6.0
_OWN_LINES, _LEAST_ROOM = 22.0, 90.0


def handout(workspace: Workspace, order: HandoutOrder, tell: Tell = silent) -> bytes:
    """The bytes of a hand-out as PDF. A step whose quotes do not fit on its page goes on on the next one.

    Args:
        workspace: the map, whose articles are read for headings and paragraphs.
        order: the tour and how it is printed.
        tell: is told how far the work is.

    Raises:
        PaperError: the tour has no steps.
    """
    if not order.tour.steps:
        raise PaperError(f"the tour “{order.tour.title}” has no steps")
    load_fonts()
    return _Handout(workspace, order, tell).made()


class _Handout:
    def __init__(self, workspace: Workspace, order: HandoutOrder, tell: Tell) -> None:
        self._workspace, self._order, self._tell = workspace, order, tell
        self._inks = Inks(load_theme(_THEME), 1.0)
        self._width, self._high = (side * _POINTS_TO_MM for side in PAGES[order.page])
        self._room = self._width - 2 * _SIDE
        self._depth = self._high - _TOP - _BOTTOM - 2 * _RUNNING

    def made(self) -> bytes:
        """Work out all pages, then draw them: each says how many there are."""
        steps = self._order.tour.steps
        pages: list[tuple[str, Sequence[Block]]] = []
        for number, step in enumerate(steps, 1):
            told = f"Step {number} of {len(steps)}"
            for i, page in enumerate(self._step_pages(step, is_first=number == 1)):
                pages.append((told if i == 0 else f"{told}, continued", page))
            self._tell(0.8 * number / len(steps))
        pages += [("Sources", page) for page in paged(list(self._sources()), self._room, self._depth)]
        return self._printed(pages)

    def _printed(self, pages: Sequence[tuple[str, Sequence[Block]]]) -> bytes:
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        page_size = QPageSize(QSizeF(self._width, self._high), QPageSize.Unit.Point, "", exact)
        writer = new_pdf(buffer, page_size, self._order.tour.title)
        with QPainter(writer) as painter:
            painter.scale(FINE / 72.0, FINE / 72.0)
            pencil = QtPencil(painter)
            for number, (told, blocks) in enumerate(pages, 1):
                if number > 1:
                    writer.newPage()
                self._print_page(pencil, told, blocks, f"{number} / {len(pages)}")
                self._tell(0.8 + 0.2 * number / len(pages))
        return as_written(bytes(store.data()), pencil.letters)

    def _print_page(self, pencil: Pencil, told: str, blocks: Sequence[Block], number: str) -> None:
        self._running(pencil, _TOP, self._order.tour.title, told)
        y = _TOP + _RUNNING
        for block in blocks:
            block.draw(pencil, _SIDE, y, self._room)
            y += block.height(self._room)
        on_map = self._workspace.map.title
        dated = f"{on_map}, the map of {self._order.date}" if self._order.date else on_map
        self._running(pencil, self._high - _BOTTOM, dated, number)

    def _running(self, pencil: Pencil, baseline: float, left: str, right: str) -> None:
        """The small line at the top or the bottom of a page."""
        face, colour = Type(_SMALL), self._inks.muted
        pencil.write((self._width - _SIDE, baseline), right, face, colour, -1)
        room = self._room - face.width(right) - 20.0
        pencil.write((_SIDE, baseline), shortened(left, face, room), face, colour)

    # The pages of a step.

    def _step_pages(self, step: Step, *, is_first: bool) -> list[list[Block]]:
        picture = StepPicture(self._workspace, step, self._inks, _TRIES[0][0] * self._depth / self._room)
        blocks: list[Block] = []
        for share, size in _TRIES:
            blocks = list(self._step_blocks(step, picture, share, size, is_first=is_first))
            left = self._depth - height_of(blocks, self._room)
            if left >= 0:
                return [[*blocks, *self._own_lines(left)]]
        return paged(blocks, self._room, self._depth)

    def _step_blocks(
        self, step: Step, picture: StepPicture, share: float, size: float, *, is_first: bool
    ) -> Iterator[Block]:
        tour = self._order.tour
        if is_first:
            yield Paragraph(": ".join(filter(None, (tour.title, tour.question))), Type(_TEXT + 1.5), self._inks.muted)
        yield Paragraph(step.title, Type(_TITLE, BOLD), self._inks.ink, above=2.0, leading=1.2)
        yield Gap(_ROUND_PICTURE)
        yield Canvas(share * self._depth, picture.paint)
        yield Gap(_ROUND_PICTURE)
        yield Canvas(picture.legend_height(self._room), picture.paint_legend)
        yield Rule(self._inks.theme.colour("faint"))
        if step.quote is not None:
            yield from self._quote(step.quote, _QUOTE * size, indent=0.0)
        if self._order.notes and step.notes.strip():
            yield self._heading("Notes", size)
            yield Paragraph(step.notes.strip(), Type(_TEXT * size), self._inks.ink, above=1.0)
        yield from self._links(step, size)

    def _links(self, step: Step, size: float) -> Iterator[Block]:
        links = self._workspace.index.links
        wanted = [links[each] for each in dict.fromkeys(step.links) if each in links]
        for i, link in enumerate(wanted):
            blocks = list(self._link(link, step.quote, size))
            heading = (self._heading("What the sources say", size),) if i == 0 else ()
            yield Together((*heading, *blocks[:2]))
            yield from blocks[2:]

    def _link(self, link: Link, told: Quote | None, size: float) -> Iterator[Block]:
        """A link as a sentence, and its quotes; one that stands above already is only named."""
        sentence = self._workspace.index.sentence(link)
        face = Type(_TEXT * size, SEMIBOLD)
        yield Paragraph(f"{sentence[:1].upper()}{sentence[1:]}.", face, self._inks.ink, above=5.0 * size)
        if not link.quotes:
            yield Paragraph(NOT_IN_SOURCES, Type(_SMALL * size), self._inks.muted, indent=12.0)
        for quote in link.quotes:
            if told is not None and (quote.source, quote.spans) == (told.source, told.spans):
                words = f"The sentence above. {self._judged(quote)}"
                yield Paragraph(words, Type(_SMALL * size), self._inks.muted, indent=12.0)
            else:
                yield from self._quote(quote, _TEXT * size, indent=12.0)

    def _quote(self, quote: Quote, px: float, indent: float) -> Iterator[Block]:
        """A quote, how sure it is and what it was tested on, and where it stands."""
        text = Paragraph(f"“{quote.text}”", Type(px, serif=True), self._inks.ink, above=2.0, indent=indent)
        small = Type(max(px * 0.84, 7.0))
        words = f"{self._judged(quote)}  —  {self._workspace.citing.place(quote).full}"
        yield text
        yield Paragraph(words, small, self._inks.muted, indent=indent)

    def _judged(self, quote: Quote) -> str:
        return " · ".join(chip.text for chip in chips(quote))

    def _heading(self, words: str, size: float) -> Paragraph:
        return Paragraph(words, Type(_SMALL * size, BOLD), self._inks.muted, above=8.0 * size)

    def _own_lines(self, left: float) -> Iterator[Block]:
        """Lines for a student's own notes, where the class's page has room for some."""
        if self._order.notes or left < _LEAST_ROOM:
            return
        yield self._heading("My notes", 1.0)
        rest = left - self._heading("My notes", 1.0).height(self._room)
        for _ in range(min(int(rest // _OWN_LINES), 6)):
            yield Rule(self._inks.theme.colour("faint"), above=_OWN_LINES, below=0.0)

    # The last page.

    def _sources(self) -> Iterator[Block]:
        on_map = self._workspace.map
        ink, muted, small = self._inks.ink, self._inks.muted, Type(_SMALL)
        yield Paragraph("Sources", Type(_TITLE, BOLD), ink, above=2.0, leading=1.2)
        for number, source in enumerate(on_map.sources, 1):
            label = f"{number}."
            title = Paragraph(source.title, Type(_TEXT, SEMIBOLD), ink, above=8.0, indent=18.0, label=label)
            described = "The file has no headline; this title is our description of it. " if source.untitled else ""
            yield Together((title, Paragraph(f"{described}{source.file}", small, muted, indent=18.0)))
        yield Rule(self._inks.theme.colour("faint"), above=16.0)
        dated = f", as it was on {self._order.date}" if self._order.date else ""
        size = f"{count(len(on_map.concepts), 'concept')}, {count(len(on_map.links), 'link')}"
        yield Paragraph(f"The map: {on_map.title}, {size}{dated}.", small, muted, above=4.0)
        yield Paragraph(
            "Quotes are word for word; […] stands where text was left out. The words below a quote say how sure it is "
            "and what it was tested on, as the source itself says.",
            small,
            muted,
            above=4.0,
        )
