"""Small maps for layout tests, made from pairs of numbers."""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from evmap.model import Concept, ConceptMap, Kind, Link, Origin

KINDS = tuple(Kind)


def concept(number: int, name: str | None = None, kind: Kind | None = None) -> Concept:
    return Concept(
        id=f"c{number}",
        name=f"concept {number}" if name is None else name,
        kind=kind or KINDS[number % len(KINDS)],
        aliases=(),
        summary="",
        origin=Origin.SOURCE,
        quotes=(),
    )


def link(number: int, start: int, end: int, phrase: str = "leads to") -> Link:
    return Link(f"l{number}", f"c{start}", phrase, f"c{end}", Origin.SOURCE, "", ())


def make_map(
    size: int, pairs: Iterable[tuple[int, int]], names: Sequence[str] = (), phrases: Sequence[str] = ()
) -> ConceptMap:
    """A map of ``size`` concepts c0, c1, … and links l0, l1, … between pairs of their numbers."""
    concepts = tuple(concept(i, names[i] if i < len(names) else None) for i in range(size))
    links = tuple(link(i, a, b, phrases[i] if i < len(phrases) else "leads to") for i, (a, b) in enumerate(pairs))
    return ConceptMap("A map", "Why?", (), concepts, links, (), ())


def star(rays: int) -> ConceptMap:
    """One hub and its neighbours."""
    return make_map(rays + 1, [(0, i) for i in range(1, rays + 1)])


@st.composite
def maps(draw: st.DrawFn, most: int = 14) -> ConceptMap:
    """Any map: disconnected, empty, with hubs, several links between the same two, odd and long texts."""
    size = draw(st.integers(0, most))
    texts = st.one_of(st.text(max_size=12), st.just("a very long name that goes on and on " * 4), st.just("W" * 90))
    names = draw(st.lists(texts, min_size=size, max_size=size))
    ends = st.integers(0, max(0, size - 1))
    pairs = [
        pair for pair in draw(st.lists(st.tuples(ends, ends), max_size=2 * most if size else 0)) if pair[0] != pair[1]
    ]
    phrases = draw(st.lists(texts, min_size=len(pairs), max_size=len(pairs)))
    return make_map(size, pairs, names, phrases)
