"""The tangled heart of a map: what is left when leaves, and what then are leaves, are taken off.

Leaves can hang from their one neighbour without a crossing. Untangling without them is quicker, and hubs move freely.
"""

from dataclasses import replace

import numpy as np

from evmap.layout.problem import Bools, Floats, Ints, Problem


def core_rows(problem: Problem) -> Ints:
    """The concepts that stay when those with one neighbour are taken off again and again; all if that takes all."""
    neighbours: list[set[int]] = [set() for _ in range(problem.size)]
    for a, b in problem.pairs.tolist():
        neighbours[a].add(b)
        neighbours[b].add(a)
    bare = [row for row in range(problem.size) if len(neighbours[row]) <= 1]
    gone: set[int] = set()
    while bare:
        row = bare.pop()
        gone.add(row)
        for other in neighbours[row]:
            neighbours[other].discard(row)
            if len(neighbours[other]) == 1 and other not in gone:
                bare.append(other)
    kept = [row for row in range(problem.size) if row not in gone]
    return np.array(kept if len(kept) > 3 else range(problem.size), dtype=np.int64)


def part_of(problem: Problem, rows: Ints) -> Problem:
    """The same problem with some of its concepts and the links between them."""
    number = np.full(problem.size, -1, dtype=np.int64)
    number[rows] = np.arange(len(rows))
    inside: Bools = np.all(number[problem.pairs] >= 0, axis=1)
    return replace(
        problem,
        concepts=tuple(problem.concepts[row] for row in rows),
        half=problem.half[rows],
        links=tuple(link for link, there in zip(problem.links, inside.tolist(), strict=True) if there),
        pairs=number[problem.pairs[inside]],
        group=problem.group[inside],
        slot=problem.slot[inside],
        bow=problem.bow[inside],
        phrases=problem.phrases[inside],
        lengths=problem.lengths[inside],
    )


def hang(problem: Problem, rows: Ints, positions: Floats, rng: np.random.Generator) -> Floats:
    """Positions for all concepts when some are placed: each of the others near the one that it hangs from."""
    placed = np.zeros(problem.size, dtype=bool)
    placed[rows] = True
    whole = np.zeros((problem.size, 2))
    whole[rows] = positions
    step = 0.2 * problem.frame[1]
    while not placed.all():
        before = placed.sum()
        for a, b in problem.pairs.tolist():
            if placed[a] != placed[b]:
                new, host = (b, a) if placed[a] else (a, b)
                whole[new] = whole[host] + rng.normal(size=2) * step
                placed[new] = True
        if placed.sum() == before:  # a part that hangs from nothing
            loose = int(np.flatnonzero(~placed)[0])
            whole[loose] = rng.uniform(-1, 1, 2) * problem.frame
            placed[loose] = True
    return whole
