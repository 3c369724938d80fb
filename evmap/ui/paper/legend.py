"""The legend of a picture: the groups of its lens, kinds and lines that are drawn, each with its sign and number."""

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtGui import QPen

from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness
from evmap.graph.voices import NONE, SEVERAL
from evmap.model import Kind, Rect
from evmap.ui.canvas.geometry.routes import arrowhead, shortened
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.heads import HEADS
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.hues import hues, marks
from evmap.ui.paper.concepts import draw_mark
from evmap.ui.paper.pencil import Pencil, shape, way
from evmap.ui.words.names import KIND_MANY, STAGES, SURENESS
from evmap.workspace import Lens, Workspace
from evmap.workspace.lenses import Sorted

_LINE_SIGN = 52.0
_QUESTIONS = {
    Lens.CERTAINTY: "How sure is the source?",
    Lens.STAGE: "What was it tested on?",
    Lens.SOURCE: "Who says it?",
}
_STAGE_WORDS = {
    **{stage.value: words for stage, words in STAGES.items()},
    Rung.BACKGROUND.value: SURENESS[Sureness.BACKGROUND],
}

Sign = Callable[[Pencil, Rect, float], None]
"""Draws a sign into a box, so many times as large as usual."""


class Row(Struct, frozen=True):
    """One line of the legend: its sign, what it means, and how many there are."""

    sign: Sign
    words: str
    number: str


class Section(Struct, frozen=True):
    """Some lines under a title; ``sign`` is the width of their signs at the usual size."""

    title: str
    rows: tuple[Row, ...]
    sign: float = 30.0


class Legend:
    """What the signs of one scene mean.

    Args:
        scene: what is drawn, seen through its lens.
        workspace: the map.
        inks: the pens and colours.
    """

    def __init__(self, scene: Scene, workspace: Workspace, inks: Inks) -> None:
        self._scene, self._workspace, self._inks = scene, workspace, inks
        gone = scene.gone
        self._concepts = [each for i, each in enumerate(scene.concepts) if i not in gone.concepts]
        self._links = [each for i, each in enumerate(scene.links) if i not in gone.links]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its parts, without the sources."""
        lens = self._workspace.asking.lens
        parts = [self._kinds(in_colour=lens is Lens.KIND)]
        if lens is not Lens.KIND:
            parts.insert(0, self._groups(self._workspace.asking.sorted_by(lens)))
        if lens is not Lens.CERTAINTY:
            parts.append(self._lines())
        return tuple(part for part in parts if part.rows)

    def _kinds(self, *, in_colour: bool) -> Section:
        numbers = Counter(concept.kind for concept in self._concepts)
        rows = (
            Row(self._kind_sign(kind, in_colour), KIND_MANY[kind], str(numbers[kind])) for kind in Kind if numbers[kind]
        )
        return Section("Kinds", tuple(rows))

    def _kind_sign(self, kind: Kind, in_colour: bool) -> Sign:
        colour = self._inks.theme.colour(f"kind.{kind}") if in_colour else self._inks.muted

        def sign(pencil: Pencil, box: Rect, unit: float) -> None:
            side = 18.0 * unit
            pencil.icon(f"kind-{kind}", colour, (box[0], box[1] + (box[3] - side) / 2, side, side))

        return sign

    def _lines(self) -> Section:
        numbers = Counter(link.sureness for link in self._links)
        rows = (
            Row(self._line_sign(sure, self._line_colour(sure)), SURENESS[sure], str(numbers[sure]))
            for sure in Sureness
            if numbers[sure]
        )
        return Section(_QUESTIONS[Lens.CERTAINTY], tuple(rows), _LINE_SIGN)

    def _line_colour(self, sure: Sureness) -> str:
        return "background" if sure is Sureness.BACKGROUND else "line"

    def _line_sign(self, sure: Sureness, hue: str) -> Sign:
        def sign(pencil: Pencil, box: Rect, unit: float) -> None:
            draw_line(pencil, self._inks, box, sure, hue, unit)

        return sign

    def _groups(self, found: Sorted) -> Section:
        hue, mark = hues(found), marks(found)
        concepts = Counter(found.concepts[each.id] for each in self._concepts)
        links = Counter(found.links[each.id] for each in self._links)
        words = self._group_words(found.lens)
        rows = (
            Row(
                self._group_sign(found.lens, group, hue[group], mark[group]),
                words[group],
                _both(concepts, links, group),
            )
            for group in found.groups
            if concepts[group] or links[group]
        )
        sign = _LINE_SIGN if found.lens is Lens.CERTAINTY else 30.0
        return Section(f"{_QUESTIONS[found.lens]} Concepts + links", tuple(rows), sign)

    def _group_words(self, lens: Lens) -> Mapping[str, str]:
        if lens is Lens.CERTAINTY:
            return {sure.value: words for sure, words in SURENESS.items()}
        if lens is Lens.STAGE:
            return _STAGE_WORDS
        titles = {source.id: source.title for source in self._workspace.map.sources}
        return titles | {SEVERAL: "Several of them", NONE: SURENESS[Sureness.BACKGROUND]}

    def _group_sign(self, lens: Lens, group: str, hue: str, mark: str) -> Sign:
        """A badge; by certainty, on the line that it marks."""

        def sign(pencil: Pencil, box: Rect, unit: float) -> None:
            side = 14.0 * unit
            middle = box[1] + box[3] / 2
            if lens is Lens.CERTAINTY:
                draw_line(pencil, self._inks, box, Sureness(group), hue, unit)
                side = 11.0 * unit
            draw_mark(pencil, self._inks.theme, (box[0] + side / 2 + 1, middle), side, hue, mark)

        return sign


def _both(concepts: Counter[str], links: Counter[str], group: str) -> str:
    return f"{concepts[group]} + {links[group]}"


def draw_line(pencil: Pencil, inks: Inks, box: Rect, sure: Sureness, hue: str, unit: float) -> None:
    """Draw a piece of a line across a box, as the map draws one that is followed."""
    y = box[1] + box[3] / 2
    route = ((box[0], y), (box[0] + box[2] - 3.0 * unit, y))
    length, half = (each * 0.75 * unit for each in HEADS["lit"])
    pen = QPen(inks.story_pens[(hue, sure)])
    pen.setWidthF(pen.widthF() * unit)
    head = arrowhead(route, length, half)
    if sure is Sureness.BACKGROUND:
        pencil.draw(way(route), pen)
        pencil.draw(way(head), inks.plain(pen))
    else:
        pencil.draw(way(shortened(route, 0, length * 0.7)), pen)
        pencil.draw(shape(head), None, pen.color())
