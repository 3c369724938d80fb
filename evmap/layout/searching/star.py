"""One concept with its links as a search asks about it: arrays of what never changes while it moves."""

import numpy as np

from evmap.layout.problem import Array, Floats, Ints, Problem


class Star:
    """What never changes about one concept's surroundings."""

    def __init__(self, problem: Problem, concept: int, touching: Array, around: list[Ints]) -> None:
        pairs, group = problem.pairs, problem.group
        self.pairs = touching
        self.starts = pairs[touching, 0] == concept
        self.others: Ints = np.where(self.starts, pairs[touching, 1], pairs[touching, 0])
        mine = (pairs == concept).any(axis=1)
        theirs = (pairs[None] == self.others[:, None, None]).any(axis=2)
        self.foreign = (~mine).astype(float)  # E: links that do not touch the concept
        self.cross = (~(mine[None] | theirs)).astype(float)  # D x E: links that share no end
        self.clear = np.ones((len(touching), problem.size))  # D x N: boxes that are not the link's own
        self.clear[:, concept] = 0.0
        self.clear[np.arange(len(touching)), self.others] = 0.0
        self.first, self.second = np.triu_indices(len(touching), 1)
        # Links that join the same two concepts are bowed apart later: here they lie on each other for no fault.
        self.apart = (group[touching][self.first] != group[touching][self.second]).astype(float)
        self.not_me = np.ones(problem.size)
        self.not_me[concept] = 0.0
        self.fan, self.fan_real = _fans(concept, self.others, around)


def _fans(concept: int, others: Ints, around: list[Ints]) -> tuple[Ints, Floats]:
    """For each neighbour its other neighbours, padded to one length (D x M), and which of them are real."""
    fans = [around[other][around[other] != concept] for other in others]
    width = max((len(fan) for fan in fans), default=0)
    table = np.zeros((len(others), width), dtype=np.int64)
    real = np.zeros((len(others), width))
    for row, fan in enumerate(fans):
        table[row, : len(fan)] = fan
        real[row, : len(fan)] = 1.0
    return table, real
