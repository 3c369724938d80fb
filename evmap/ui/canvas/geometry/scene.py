"""What is to be drawn, from a map and its places: flat lists of concepts and links, and what touches what.

Built once for a layout, in map pixels, in plain Python, so that the first frame needs neither numpy nor Qt.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.graph.sureness import Sureness, sureness
from evmap.layout.boxes import ConceptBox, concept_box, is_hub, lines_for
from evmap.layout.dots import Dots
from evmap.layout.geometry import centre, rounded
from evmap.layout.pieces import Pieces, parts, whole
from evmap.model import ConceptMap, Kind, LinkPlace, Origin, Places, Point, Rect
from evmap.ui.canvas.geometry.boxes import union
from evmap.ui.canvas.geometry.finding import Whereabouts
from evmap.ui.canvas.geometry.phrases import Phrases

if TYPE_CHECKING:  # no start waits for the lanes
    from evmap.layout.lanes.view import Lane

_FEWEST_LINKS_OF_A_LANDMARK = 3
_MOST_LANDMARKS = 14
_HUES = {kind: f"kind.{kind.value}" for kind in Kind}
_OWN, _UNQUOTED = Origin.BACKGROUND, Sureness.BACKGROUND
_STEPS = 6
_SOME, _MANY = 200, 4000
"""So many concepts or links are taken at a time, or only noted."""


class SceneConcept(Struct, frozen=True, gc=False):
    """One concept and its place at 100 %. ``hue`` is the role of its colour, ``mark`` what a lens marks it with."""

    id: str
    name: str
    kind: Kind
    rect: Rect
    degree: int
    background: bool
    hue: str
    mark: str = ""

    @property
    def box(self) -> ConceptBox:
        """Its name in lines and the type they are set in; kept by the layout, and only reckoned for what is drawn."""
        return concept_box(self.name, self.kind, self.degree)

    @property
    def hub(self) -> bool:
        """Whether it is drawn larger, for its many links."""
        return is_hub(self.degree)

    @property
    def centre(self) -> Point:
        """The middle of its box."""
        return centre(self.rect)


class SceneLink(Struct, frozen=True, gc=False):
    """One link's route with rounded corners, and the place that its phrase was given. Ends are numbers of concepts.

    A faint one is there to be seen at the edge of the eye; its phrase is told when it is lit. ``hue`` is the role of
    its colour, ``mark`` what a lens marks it with, ``phrase_size`` how much larger than usual its phrase is written.
    """

    id: str
    subject: int
    object: int
    kind: Kind
    sureness: Sureness
    points: tuple[Point, ...]
    phrase: str
    phrase_place: Rect
    hue: str
    faint: bool = False
    mark: str = ""
    phrase_size: float = 1.0

    @property
    def phrase_lines(self) -> tuple[str, ...]:
        """Its phrase in as many lines as its place was made for."""
        return lines_for(self.phrase, self.phrase_place[3] / self.phrase_size)


class DotRow(Struct, frozen=True):
    """The dots below a box of the big picture: the concepts behind it, by id and hue, and where the dots stand.

    Those that are ``away`` are filtered.
    """

    behind: tuple[str, ...]
    hues: tuple[str, ...]
    dots: Dots
    bounds: Rect
    away: frozenset[str] = frozenset()


class Part(Struct, frozen=True):
    """Some concepts and links, by number."""

    concepts: frozenset[int] = frozenset()
    links: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.concepts or self.links)


NOTHING = Part()


class Scene(Struct, frozen=True):
    """Everything that can be drawn of one layout.

    Attributes:
        concepts: in the map's order; a concept without a place is left out, and so are its links.
        links: in the map's order.
        touching: for each concept the numbers of its links, but for those that are filtered.
        bounds: a rectangle round all of it.
        landmarks: the concepts that are named boxes even from far away, the best linked first.
        order: all concepts, the best linked first.
        whereabouts: finds what stands in a part of the map.
        phrases: which phrases are told at rest, and where.
        told: whether every name and phrase is told at every scale, as in the big picture and around a concept.
        filled: the concepts whose boxes are filled, where all is told.
        dots: for a concept that stands for others, the dots below its box.
        lanes: the lanes that everything stands in, from left to right, in that view.
        largest: the scale at which the whole is shown at most, where all is told.
        lines: how strong its lines are where all is told: "lit", or "step" for the last row of a class.
        tinted: whether lines have the colours of a lens at rest too.
        aspect: width over height of the canvas that it was laid out for; 0 where that does not matter.
        phrase_size: how much larger than usual phrases are written, beside the names.
        gone: what is filtered and not drawn.
        pale: what is filtered and drawn below a veil.
    """

    concepts: tuple[SceneConcept, ...]
    links: tuple[SceneLink, ...]
    touching: tuple[tuple[int, ...], ...]
    bounds: Rect
    landmarks: tuple[int, ...]
    order: tuple[int, ...]
    whereabouts: Whereabouts
    phrases: Phrases
    concept_numbers: Mapping[str, int]
    link_numbers: Mapping[str, int]
    told: bool = False
    filled: frozenset[int] = frozenset()
    dots: Mapping[int, DotRow] = {}
    lanes: "tuple[Lane, ...]" = ()
    largest: float = 1.6
    lines: str = "lit"
    tinted: bool = False
    aspect: float = 0.0
    phrase_size: float = 1.0
    gone: Part = NOTHING
    pale: Part = NOTHING

    @property
    def filtered(self) -> Part:
        """What is filtered, in whichever way."""
        return self.gone or self.pale

    def neighbours(self, number: int) -> tuple[int, ...]:
        """The concepts one link away."""
        ends = ((self.links[i].subject, self.links[i].object) for i in self.touching[number])
        return tuple(dict.fromkeys(b if a == number else a for a, b in ends if a != b))


def build_scene(
    concept_map: ConceptMap, places: Places, *, told: bool = False, faint: Collection[str] = frozenset()
) -> Scene:
    """The scene of a map whose concepts and links stand at these places.

    Args:
        concept_map: the map.
        places: where they stand.
        told: whether everything is told at every scale; then only links that have a place are shown.
        faint: the links that are only hinted at.
    """
    return whole(built_scene(MapIndex(concept_map), places, told=told, faint=faint))


def built_scene(
    index: MapIndex,
    places: Places,
    *,
    told: bool = False,
    faint: Collection[str] = frozenset(),
    steps: int = _STEPS,
    phrase_size: float = 1.0,
) -> Pieces[Scene]:
    """Do what :func:`build_scene` does, in pieces; corners are rounded in so many steps, phrases so much larger."""
    concepts = yield from _concepts(index, places)
    numbers = {concept.id: i for i, concept in enumerate(concepts)}
    links = yield from _links(index, places, concepts, numbers, faint, steps, phrase_size)
    if told:
        links = tuple(link for link in links if link.id in places.links)
    yield
    touching: list[list[int]] = [[] for _ in concepts]
    for i, link in enumerate(links):
        if i % _MANY == _MANY - 1:
            yield
        touching[link.subject].append(i)
        if link.object != link.subject:
            touching[link.object].append(i)
    yield
    order = tuple(sorted(range(len(concepts)), key=lambda i: -concepts[i].degree))
    bounds = yield from _bounds(concepts, links)
    yield
    link_numbers = {link.id: i for i, link in enumerate(links)}
    yield
    phrases = Phrases(concepts, links)
    return Scene(
        concepts=concepts,
        links=links,
        touching=tuple(tuple(mine) for mine in touching),
        bounds=bounds,
        landmarks=_landmarks(concepts, order),
        order=order,
        whereabouts=Whereabouts(bounds, concepts, links, phrases),
        phrases=phrases,
        concept_numbers=numbers,
        link_numbers=link_numbers,
        told=told,
        phrase_size=phrase_size,
    )


def _concepts(index: MapIndex, places: Places) -> Pieces[tuple[SceneConcept, ...]]:
    out: list[SceneConcept] = []
    for i, concept in enumerate(index.concepts.values()):
        if i % _SOME == _SOME - 1:
            yield
        rect = places.concepts.get(concept.id)
        if rect is None:
            continue
        background = concept.origin is _OWN
        hue = hue_of(concept.kind, background)
        degree = index.degree(concept.id)
        out.append(SceneConcept(concept.id, concept.name, concept.kind, rect, degree, background, hue))
    return tuple(out)


def _links(
    index: MapIndex,
    places: Places,
    concepts: Sequence[SceneConcept],
    numbers: Mapping[str, int],
    faint: Collection[str],
    steps: int,
    phrase_size: float,
) -> Pieces[tuple[SceneLink, ...]]:
    out: list[SceneLink] = []
    for i, link in enumerate(index.links.values()):
        if i % _SOME == 0:
            yield
        subject, end = numbers.get(link.subject), numbers.get(link.object)
        if subject is None or end is None:
            continue
        place = places.links.get(link.id) or _straight(concepts[subject], concepts[end])
        points = rounded(place.points, steps=steps)
        sure, kind = sureness(link), concepts[subject].kind
        out.append(
            SceneLink(
                link.id,
                subject,
                end,
                kind,
                sure,
                points,
                link.phrase,
                place.phrase,
                hue_of(kind, sure is _UNQUOTED),
                link.id in faint,
                phrase_size=phrase_size,
            )
        )
    return tuple(out)


def hue_of(kind: Kind, background: bool) -> str:
    """The role of a colour by kind; what is not in the sources is grey."""
    return "background" if background else _HUES[kind]


def _bounds(concepts: Sequence[SceneConcept], links: Sequence[SceneLink]) -> Pieces[Rect]:
    """A rectangle round all that may be painted: boxes, what lies of a route between them, and phrases."""
    rects = [concept.rect for concept in concepts]
    rects += [link.phrase_place for link in links if link.phrase_place[2] > 0]
    rects += [(x, y, 0.0, 0.0) for link in links if len(link.points) > 2 for x, y in link.points[1:-1]]
    bounds: Rect | None = None
    for some in parts(rects, _MANY):
        yield
        bounds = union([*some, bounds] if bounds else some)
    return bounds or (0.0, 0.0, 1.0, 1.0)


def _straight(start: SceneConcept, end: SceneConcept) -> LinkPlace:
    """A link without a place of its own: from middle to middle, under the boxes, its phrase not shown at rest."""
    return LinkPlace((start.centre, end.centre), (0.0, 0.0, 0.0, 0.0))


def _landmarks(concepts: Sequence[SceneConcept], order: Sequence[int]) -> tuple[int, ...]:
    """About one concept in twelve, so that a map without hubs has landmarks too; but never a crowd of them."""
    wanted = min(max(len(concepts) // 12, 1), _MOST_LANDMARKS)
    return tuple(i for i in order[:wanted] if concepts[i].degree >= _FEWEST_LINKS_OF_A_LANDMARK)
