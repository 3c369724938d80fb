"""Work in pieces: a generator that yields wherever it may be interrupted, and gives its result at its end."""

from collections.abc import Generator, Iterator, Sequence
from typing import TypeVar

Result = TypeVar("Result")
Item = TypeVar("Item")

Pieces = Generator[None, None, Result]
"""No piece takes longer than a few milliseconds."""


def whole(pieces: Pieces[Result]) -> Result:
    """Do all the pieces at once."""
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            result: Result = end.value
            return result


def parts(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    """The same things, so many at a time."""
    return (items[i : i + size] for i in range(0, len(items), size))
