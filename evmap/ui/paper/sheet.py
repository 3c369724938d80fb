"""The sheet round a picture of the map: focus question above, legend and sources below. Sizes are pixels."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from evmap.model import Rect, Source
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.paper.concepts import write
from evmap.ui.paper.legend import Legend, Row, Section, Sign
from evmap.ui.paper.pencil import Pencil, way
from evmap.ui.paper.type import BOLD, NORMAL, SEMIBOLD, Type, broken

_USUAL_WIDTH, _SMALLEST, _LARGEST = 1500.0, 0.82, 3.0
_EDGE, _ABOVE, _BELOW = 26.0, 20.0, 18.0
_QUESTION, _SUBTITLE, _TITLE, _TEXT = 23.0, 14.0, 12.5, 13.0
_LINE = 1.28
_ROW, _SIGN, _GAP, _COLUMN, _SECTION = 21.0, 30.0, 8.0, 24.0, 40.0
_ROWS = 4
_LEAST_SOURCES, _MOST_SOURCES = 250.0, 560.0


class _Block(Struct, frozen=True):
    """A section of the legend with its size and the width of each of its columns."""

    section: Section
    columns: tuple[tuple[Row, ...], ...]
    widths: tuple[float, ...]
    width: float
    height: float


class Sheet:
    """What stands round the map.

    Args:
        width: of the sheet.
        inks: the pens and colours.
        question: the focus question.
        subtitle: what is seen, in a few words.
        legend: what the signs mean.
        sources: the sources of the map.
    """

    def __init__(
        self, width: float, inks: Inks, question: str, subtitle: str, legend: Legend, sources: Sequence[Source]
    ) -> None:
        self._width, self._inks = width, inks
        self._question, self._subtitle, self._sources = question, subtitle, tuple(sources)
        self._legend = legend
        self._unit = min(max(width / _USUAL_WIDTH, _SMALLEST), _LARGEST) * inks.theme.scale
        self._room = width - 2 * _EDGE * self._unit

    @cached_property
    def header(self) -> float:
        """How high what stands above the map is."""
        lines = len(self._question_lines) * _QUESTION + len(self._subtitle_lines) * _SUBTITLE
        return _ABOVE * self._unit + lines * _LINE * self._unit

    @cached_property
    def footer(self) -> float:
        """How high what stands below the map is."""
        bands = self._bands
        return (2 * _BELOW + sum(_height(band) for band in bands) / self._unit + _BELOW * (len(bands) - 1)) * self._unit

    def draw_header(self, pencil: Pencil) -> None:
        """Draw what stands above the map, from 0 downwards."""
        x, y = _EDGE * self._unit, _ABOVE * self._unit
        with pencil.group("question", self._question):
            for lines, face, ink in (
                (self._question_lines, self._face(_QUESTION, BOLD), self._inks.ink),
                (self._subtitle_lines, self._face(_SUBTITLE), self._inks.muted),
            ):
                high = len(lines) * face.px * _LINE
                write(pencil, (x, y, self._room, high), lines, face, ink, side=1)
                y += high

    def draw_footer(self, pencil: Pencil, top: float) -> None:
        """Draw what stands below the map."""
        left = _EDGE * self._unit
        pencil.draw(way([(left, top), (self._width - left, top)]), self._inks.lane_pen)
        y = top + _BELOW * self._unit
        with pencil.group("legend", "Legend"):
            for band in self._bands:
                x = left
                for block in band:
                    self._draw_block(pencil, block, x, y)
                    x += block.width + _SECTION * self._unit
                y += _height(band) + _BELOW * self._unit

    @cached_property
    def _question_lines(self) -> tuple[str, ...]:
        return broken(self._question, self._face(_QUESTION, BOLD), self._room) if self._question.strip() else ()

    @cached_property
    def _subtitle_lines(self) -> tuple[str, ...]:
        return broken(self._subtitle, self._face(_SUBTITLE), self._room) if self._subtitle.strip() else ()

    def _face(self, px: float, weight: int = NORMAL) -> Type:
        return Type(px * self._unit, weight)

    # The legend in blocks, the blocks in bands.

    @cached_property
    def _bands(self) -> tuple[tuple[_Block, ...], ...]:
        """Blocks side by side, as many as fit; the sources take what is left of the last band."""
        bands: list[list[_Block]] = [[]]
        for section in self._legend.sections:
            block = self._block(section, _ROWS)
            if block.width > self._room:
                block = self._block(section, len(section.rows))
            if bands[-1] and self._used(bands[-1]) + block.width > self._room:
                bands.append([])
            bands[-1].append(block)
        if self._sources:
            rest = self._room - self._used(bands[-1])
            if bands[-1] and rest < _LEAST_SOURCES * self._unit:
                bands.append([])
                rest = self._room
            bands[-1].append(self._sources_block(min(rest, _MOST_SOURCES * self._unit)))
        return tuple(tuple(band) for band in bands if band)

    def _used(self, band: Sequence[_Block]) -> float:
        return sum(block.width + _SECTION * self._unit for block in band)

    def _block(self, section: Section, most: int) -> _Block:
        columns = tuple(section.rows[i : i + most] for i in range(0, len(section.rows), most))
        widths = tuple(max(self._row_width(row, section.sign) for row in column) for column in columns)
        title = self._face(_TITLE, SEMIBOLD).width(section.title)
        width = max(sum(widths) + _COLUMN * self._unit * (len(widths) - 1), title)
        rows = max(len(column) for column in columns)
        return _Block(section, columns, widths, width, (rows + 1) * _ROW * self._unit)

    def _row_width(self, row: Row, sign: float) -> float:
        words = self._words(row)
        number = self._face(_TEXT).width(row.number) + _GAP * self._unit if row.number else 0.0
        return sign * self._unit + self._face(_TEXT).width(words) + number

    def _words(self, row: Row) -> str:
        return " ".join(broken(row.words, self._face(_TEXT), 1e6))

    def _sources_block(self, width: float) -> _Block:
        rows: list[Row] = []
        for number, source in enumerate(self._sources, 1):
            room = width - _SIGN * self._unit
            for i, line in enumerate(broken(source.title, self._face(_TEXT), room)):
                rows.append(Row(_number_sign(self._inks, f"{number}." if i == 0 else ""), line, ""))
        return _Block(
            Section("Sources", tuple(rows)), (tuple(rows),), (width,), width, (len(rows) + 1) * _ROW * self._unit
        )

    def _draw_block(self, pencil: Pencil, block: _Block, left: float, top: float) -> None:
        unit, row_h = self._unit, _ROW * self._unit
        title = (left, top, block.width, row_h)
        write(pencil, title, (block.section.title,), self._face(_TITLE, SEMIBOLD), self._inks.muted, side=1)
        x = left
        for column, width in zip(block.columns, block.widths, strict=True):
            for i, row in enumerate(column, 1):
                self._draw_row(pencil, row, (x, top + i * row_h, width, row_h), block.section.sign * unit)
            x += width + _COLUMN * unit

    def _draw_row(self, pencil: Pencil, row: Row, place: Rect, sign: float) -> None:
        x, y, w, h = place
        face = self._face(_TEXT)
        row.sign(pencil, (x, y, sign - _GAP * self._unit, h), self._unit)
        words = self._words(row)
        write(pencil, (x + sign, y, w - sign, h), (words,), face, self._inks.ink, side=1)
        if row.number:
            after = x + sign + face.width(words) + _GAP * self._unit
            write(pencil, (after, y, w, h), (row.number,), face, self._inks.muted, side=1)


def _number_sign(inks: Inks, number: str) -> Sign:
    def sign(pencil: Pencil, box: Rect, unit: float) -> None:
        if number:
            write(pencil, box, (number,), Type(_TEXT * unit), inks.muted, side=1)

    return sign


def _height(band: Sequence[_Block]) -> float:
    return max(block.height for block in band)
