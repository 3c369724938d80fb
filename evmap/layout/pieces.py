"""Work in pieces: a generator that yields wherever it may be interrupted, and gives its result at its end."""

from collections.abc import Generator, Iterator, Sequence
from typing import TypeVar

Result = TypeVar("Result")

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


def parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The same numbers, so many at a time."""
    return (numbers[i : i + size] for i in range(0, len(numbers), size))
