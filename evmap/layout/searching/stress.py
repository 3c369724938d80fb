"""Where concepts would stand if distance on paper were distance along links: the start of every layout."""

import numpy as np

from evmap.layout.problem import Array, Floats, Ints, Problem

_ROUNDS = 60  # of stress majorisation; later ones hardly move anything
_PARTS_APART = 2.0  # steps between parts of a map that no link joins, beyond the reach of a part


def hop_distances(size: int, pairs: Ints, lengths: Floats | None = None, sources: Array | None = None) -> Floats:
    """Steps along links between concepts, or the way along links of given lengths (from ``sources`` only, if given).

    Separate parts stand a little further apart than the middle of the map is from its rim, so that they are drawn
    beside each other instead of being flung away.
    """
    if lengths is not None:
        hops = _ways(size, pairs, lengths)
    else:
        hops = _steps(size, pairs, np.arange(size) if sources is None else sources)
    far = ~np.isfinite(hops)
    if far.any():
        reach = hops[~far].max() if (~far).any() else 0.0
        hops[far] = reach / 2 + _PARTS_APART
    return hops


def _steps(size: int, pairs: Ints, sources: Array) -> Floats:
    """The number of links between concepts, found ring by ring from all sources at once; infinite if there is no way.

    scipy does the same, but importing it takes longer than the whole start layout.
    """
    ends = np.concatenate([pairs, pairs[:, ::-1]])
    ends = ends[np.argsort(ends[:, 1], kind="stable")]
    reached, begins = np.unique(ends[:, 1], return_index=True)
    hops = np.full((size, len(sources)), np.inf)
    hops[sources, np.arange(len(sources))] = 0.0
    ring = np.zeros(hops.shape, dtype=bool)
    ring[sources, np.arange(len(sources))] = True
    step = 0
    while len(reached) and ring.any():
        step += 1
        next_to = np.zeros_like(ring)
        next_to[reached] = np.logical_or.reduceat(ring[ends[:, 0]], begins, axis=0)
        ring = next_to & ~np.isfinite(hops)
        hops[ring] = step
    result: Floats = hops.T
    return result


def _ways(size: int, pairs: Ints, lengths: Floats) -> Floats:
    """The shortest ways along links of given lengths, with every concept as a stop on the way in turn (Floyd)."""
    ways = np.full((size, size), np.inf)
    # Of several links between the same two the last one's length counts.
    ways[pairs[:, 0], pairs[:, 1]] = lengths
    ways[pairs[:, 1], pairs[:, 0]] = lengths
    np.fill_diagonal(ways, 0.0)
    for stop in range(size):
        np.minimum(ways, ways[:, stop, None] + ways[stop], out=ways)
    return ways


def stress_layout(hops: Floats, rounds: int = _ROUNDS) -> Floats:
    """Positions whose distances follow the hop distances: classical scaling, then stress majorisation."""
    size = len(hops)
    if size < 3:
        return np.array([(float(i), 0.0) for i in range(size)]).reshape(-1, 2)
    positions = _classical(hops)
    with np.errstate(divide="ignore"):
        weights = hops**-2.0
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / size) - 1.0 / size
    pull = weights * hops
    for _ in range(rounds):
        x, y = positions.T
        distance = np.hypot(x[:, None] - x, y[:, None] - y)
        ratio = pull / np.maximum(distance, 1e-9)
        # Majorisation: solve L x = B(x) x, where B has -pull/distance off its diagonal.
        moved: Floats = inverse @ (ratio.sum(axis=1)[:, None] * positions - ratio @ positions)
        if np.abs(moved - positions).max() < 1e-3:
            return moved
        positions = moved
    return positions


def fit_frame(positions: Floats, frame: Floats) -> Floats:
    """Turn the largest spread along x and stretch the positions onto a frame round the origin."""
    if len(positions) < 2:
        return np.zeros_like(positions)
    centred = positions - positions.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    # Eigenvectors come with either sign: fix it, so that the same map never appears mirrored.
    turned *= np.where(np.abs(turned.min(axis=0)) > turned.max(axis=0), -1.0, 1.0)
    low, high = turned.min(axis=0), turned.max(axis=0)
    spread = high - low
    stretched = (turned - (low + high) / 2) / np.where(spread > 1e-9, spread / 2, 1.0)
    result: Floats = stretched * frame * 0.94
    return result


def start_positions(problem: Problem) -> Floats:
    """The stress layout of a map, fitted to its frame."""
    hops = hop_distances(problem.size, problem.pairs, problem.lengths)
    return fit_frame(stress_layout(hops), problem.frame)


def _classical(hops: Floats) -> Floats:
    """Classical multidimensional scaling onto two axes, with a speck of order where points would coincide."""
    size = len(hops)
    centring = np.eye(size) - 1.0 / size
    _, vectors = np.linalg.eigh(-0.5 * centring @ hops**2 @ centring)
    positions = vectors[:, [-1, -2]] * np.sqrt(size)
    turns = np.arange(size) * 2.399963  # the golden angle: no two the same, no pattern
    speck = 0.02 * np.column_stack([np.cos(turns), np.sin(turns)]) * np.sqrt(np.arange(1, size + 1))[:, None]
    result: Floats = positions + speck
    return result
