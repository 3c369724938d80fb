"""The start layout: a whole map in a tenth of a second, shown at once while a better one is searched."""

from evmap.layout.finish import finish
from evmap.layout.problem import problem_of
from evmap.layout.searching.large import large_positions
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.stress import start_positions
from evmap.model import ConceptMap, Places

_MANY = 400


def quick_places(concept_map: ConceptMap) -> Places:
    """Places by stress alone: no boxes overlap, related things are near, nothing is untangled.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    problem = problem_of(concept_map)
    few = problem.size < _MANY
    positions = start_positions(problem) if few else large_positions(problem, 0, lambda _share: None)
    return finish(problem, push_apart(positions, problem.half), detours=False)
