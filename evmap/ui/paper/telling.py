"""How work on paper tells how far it is."""

from collections.abc import Callable

Tell = Callable[[float], None]
"""Is told the share of the work that is done."""


def silent(_share: float) -> None:
    """Tells nobody."""


class Counting:
    """Counts pieces of work and tells the share of them, a hundred times at most.

    Args:
        pieces: how many there are.
        tell: is told.
        most: the share of all the work that they are.
    """

    def __init__(self, pieces: int, tell: Tell, most: float = 1.0) -> None:
        self._pieces, self._tell, self._most = max(pieces, 1), tell, most
        self._done = 0

    def __call__(self) -> None:
        """One more piece is done."""
        self._done += 1
        if self._done % max(self._pieces // 100, 1) == 0:
            self._tell(min(self._done / self._pieces, 1.0) * self._most)
