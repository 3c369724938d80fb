"""What is lit when something is chosen or pointed at, and where its names and phrases stand: geometry, no painting.

Names and phrases of lit things keep a constant size on the screen and get paper of their own. What is written at rest
where they stand gives way, so that text never stands on text. Nothing else moves.
"""

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from evmap.layout.boxes import PhraseBox, phrase_box
from evmap.layout.geometry import grown, overlap
from evmap.layout.pieces import Pieces, whole
from evmap.layout.selected_phrases import selected_phrases
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import Lines, RectGrid, contains
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.names import NamePlace, name_beside, name_boxes, placed_names
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import clipped
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.geometry.screen_sizes import LIT_PX
from evmap.workspace import Spotlight

LIT_FACE = "sans-semibold"
_ONE_LINE = 96.0
_CELL = 96.0
_A_PIECE = 32
"""So many lines are looked at at a time."""
_MOST_PHRASES, _MOST_NAMES = 110, 140
"""So many are looked for room for, those nearest to what is chosen first: no screen holds more, and it takes time."""


class Lit(Struct, frozen=True):
    """What is lit, by number.

    Attributes:
        focus: the chosen concepts.
        concepts: those and their neighbours.
        links: the lit links.
        names: names beside lit icons.
        phrases: each lit link's phrase where it found room.
        erased: what is written at rest and gives way.
        told: phrases that are told at rest too, and stay where they stand.
    """

    focus: tuple[int, ...]
    concepts: tuple[int, ...]
    links: tuple[int, ...]
    names: dict[int, NamePlace] = field(default_factory=dict)
    phrases: dict[int, tuple[Rect, PhraseBox]] = field(default_factory=dict)
    erased: tuple[Rect, ...] = ()
    told: dict[int, tuple[Rect, PhraseBox]] = field(default_factory=dict)


def neighbourhood(scene: Scene, concepts: Iterable[str], links: Iterable[str]) -> Lit:
    """What lies one link away from these concepts, and these links; unknown ids are left out.

    Names and phrases are not placed yet. It goes by numbers, so that it is quick enough for pointing at things.
    """
    focus = tuple(scene.concept_numbers[c] for c in concepts if c in scene.concept_numbers)
    lit_links = dict.fromkeys(scene.link_numbers[k] for k in links if k in scene.link_numbers)
    for number in focus:
        lit_links.update(dict.fromkeys(scene.touching[number]))
    return _with_ends(scene, focus, (), lit_links)


def lit_by(scene: Scene, spotlight: Spotlight) -> Lit:
    """What is lit of a scene, names and phrases not placed yet; what the scene lacks is left out."""
    focus = [scene.concept_numbers[c] for c in spotlight.focus if c in scene.concept_numbers]
    others = [scene.concept_numbers[c] for c in spotlight.concepts if c in scene.concept_numbers]
    links = [scene.link_numbers[k] for k in spotlight.links if k in scene.link_numbers]
    if scene.filtered:
        near = {scene.link_numbers[k] for k in spotlight.near if k in scene.link_numbers}
        links = [k for k in links if k not in near or k not in scene.filtered.links]
    return _with_ends(scene, tuple(focus), others, links)


def _with_ends(scene: Scene, focus: tuple[int, ...], others: Iterable[int], links: Iterable[int]) -> Lit:
    """Concepts and links, each once, and the ends of the links."""
    once = tuple(dict.fromkeys(links))
    ends = (end for k in once for end in (scene.links[k].subject, scene.links[k].object))
    return Lit(focus, tuple(dict.fromkeys((*focus, *others, *ends))), once)


def light(plan: Plan, lit: Lit, view: Rect) -> Lit:
    """Find places for the names and phrases of what is lit, within the part of the screen that is seen."""
    return whole(lighted(plan, lit, view))


def lighted(plan: Plan, lit: Lit, view: Rect) -> Pieces[Lit]:
    """Do what :func:`light` does, in pieces."""
    names = yield from _names(plan, lit, view)
    yield
    boxes = [plan.rects[i] for i in lit.concepts] + [place.rect for place in names.values()]
    told = _phrases_at_rest(plan, lit) if plan.scene.told else {}
    links = tuple(number for number in lit.links if number not in told)
    kept = [rect for rect, _ in told.values()]
    phrases = yield from _phrases(plan, replace(lit, links=links), boxes + kept, view)
    yield
    texts = [place.rect for place in names.values()] + kept + [rect for rect, _ in phrases.values()]
    erased = yield from _giving_way(plan, lit, texts, view)
    return Lit(lit.focus, lit.concepts, lit.links, names, phrases, erased, told)


def point(plan: Plan, lit: Lit, view: Rect) -> Lit:
    """What is told of a thing that is pointed at and not yet on the screen: an icon's name, a link's phrase."""
    names = {}
    if plan.far is not None:
        for i in lit.focus:
            if plan.is_icon(i) and i not in plan.names:
                name = plan.scene.concepts[i].name
                names[i] = name_beside(name, plan.rects[i], plan.far.taken, view, LIT_FACE, LIT_PX * plan.type_scale)
    phrases = {}
    if not lit.focus and plan.level is not Level.PHRASES:
        boxes = [plan.rects[i] for i in lit.concepts]
        written = [place.rect for place in plan.names.values()]  # nothing gives way to what is only pointed at
        phrases = whole(_phrases(plan, lit, boxes + written, view))
        left = tuple(number for number in lit.links if number not in phrases)
        phrases |= whole(_phrases(plan, replace(lit, links=left), boxes, view)) if left else {}
    return replace(lit, names=names, phrases=phrases)


def _names(plan: Plan, lit: Lit, view: Rect) -> Pieces[dict[int, NamePlace]]:
    """Names beside lit icons: where they stand at rest if they do, else wherever there is room among what is lit."""
    icons = {i: plan.rects[i] for i in lit.concepts if plan.is_icon(i)}
    if not icons:
        return {}
    taken = RectGrid(_CELL)
    for i in lit.concepts:
        taken.add(plan.rects[i])
    seen = [i for i in icons if overlap(icons[i], view)]
    wanted = sorted(seen, key=lambda i: (i not in lit.focus, i not in plan.names))[:_MOST_NAMES]
    names = [(i, plan.scene.concepts[i].name) for i in wanted]
    others = _Others(plan, lit, view)
    placed = {i: place for i in wanted if (place := _as_at_rest(plan, i, taken, view)) is not None}
    missing = [each for each in names if each[0] not in placed]
    yield
    in_list, px = bool(plan.scene.lanes), LIT_PX * plan.type_scale
    found = yield from placed_names(missing, icons, taken, others, within=view, face=LIT_FACE, px=px, in_list=in_list)
    return placed | found


class _Others:
    """The boxes and icons that are not lit."""

    def __init__(self, plan: Plan, lit: Lit, view: Rect) -> None:
        self._standing, self._lit = plan.standing_in(view), frozenset(lit.concepts)

    def hits(self, rect: Rect, gap: float = 0.0) -> bool:
        """Whether a rectangle touches any of them or comes nearer than a gap."""
        return self._standing.hits(rect, gap, self._lit)


def _as_at_rest(plan: Plan, number: int, taken: RectGrid, view: Rect) -> NamePlace | None:
    """A name where it stands at rest, in its lit type, if that fits."""
    place = plan.names.get(number)
    if place is None:
        return None
    for box in name_boxes(plan.scene.concepts[number].name, LIT_FACE, LIT_PX * plan.type_scale):
        if box.lines != place.lines:
            continue
        x, y, w, h = place.rect
        left = x + (w - box.w) * (0.5 - place.side / 2)
        rect = (left, y + (h - box.h) / 2, box.w, box.h)
        if contains(view, rect) and not taken.hits(rect):
            taken.add(rect)
            return NamePlace(rect, box.lines, place.side)
    return None


def _phrases(plan: Plan, lit: Lit, boxes: list[Rect], view: Rect) -> Pieces[dict[int, tuple[Rect, PhraseBox]]]:
    inner = grown(view, -8.0)
    routes: dict[str, tuple[Point, ...]] = {}
    sizes: dict[str, PhraseBox] = {}
    for at, number in enumerate(lit.links, 1):
        if at % _A_PIECE == 0:
            yield
        if len(routes) == _MOST_PHRASES:
            break
        route = clipped(plan.route(number), inner)
        if len(route) >= 2:
            link = plan.scene.links[number]
            routes[link.id], sizes[link.id] = route, _phrase_size(link.phrase, plan.type_scale)
    placed = yield from selected_phrases(
        routes, {k: (box.w, box.h) for k, box in sizes.items()}, boxes, _Others(plan, lit, view).hits
    )
    numbers = plan.scene.link_numbers
    return {numbers[k]: (rect, sizes[k]) for k, rect in placed.items() if rect is not None}


def _phrases_at_rest(plan: Plan, lit: Lit) -> dict[int, tuple[Rect, PhraseBox]]:
    """Where every phrase is told anyway, lit ones stay where they stand."""
    links = {number: plan.scene.links[number] for number in lit.links}
    return {
        number: (plan.phrase_rect(number), phrase_box(link.phrase, len(link.phrase_lines)))
        for number, link in links.items()
        if plan.phrase_rect(number)[2] > 0 and not link.faint
    }


def _phrase_size(phrase: str, type_scale: float) -> PhraseBox:
    one = phrase_box(phrase, 1)
    box = one if one.w <= _ONE_LINE else phrase_box(phrase, 2)
    if type_scale == 1.0:
        return box
    return replace(box, w=box.w * type_scale, h=box.h * type_scale)


def _giving_way(plan: Plan, lit: Lit, texts: list[Rect], view: Rect) -> Pieces[tuple[Rect, ...]]:
    """Names and phrases at rest that lit text replaces, or that lit text or a lit line would touch."""
    names = yield from _names_giving_way(plan, lit, texts)
    phrases = (yield from _phrases_giving_way(plan, lit, texts, view)) if plan.level is Level.PHRASES else ()
    return (*names, *phrases)


def _names_giving_way(plan: Plan, lit: Lit, texts: list[Rect]) -> Pieces[tuple[Rect, ...]]:
    """Looked for where something is lit: at rest there are more names than that."""
    names = plan.names
    if not names:
        return ()
    away = {number for number in lit.concepts if number in names}
    for text in texts:
        away.update(plan.written.numbers(text))
    for at, link in enumerate(lit.links, 1):
        if at % _A_PIECE == 0:
            yield
        away |= plan.written.crossed(plan.route(link))
    return tuple(names[number].rect for number in away)


def _phrases_giving_way(plan: Plan, lit: Lit, texts: list[Rect], view: Rect) -> Pieces[tuple[Rect, ...]]:
    lit_links, written, lines = set(lit.links), RectGrid(_CELL), Lines(_CELL)
    for at, number in enumerate(lit.links, 1):
        if at % _A_PIECE == 0:
            yield
        lines.add(plan.route(number))
    for text in texts:
        written.add(text)
    away: list[Rect] = []
    for at, k in enumerate(plan.links_in(view), 1):
        if at % _A_PIECE == 0:
            yield
        rect = plan.phrase_rect(k)
        if rect[2] <= 0 or plan.scene.links[k].faint:
            continue
        if k in lit_links or written.hits(rect) or lines.hits(rect):
            away.append(rect)
    return tuple(away)
