"""Lays a map out in a process of its own: ``python -m evmap.layout.worker``.

A thread would share the interpreter with the window (frames up to three times as late were measured) and could only
be stopped between two steps, seconds apart on a large map. A process can be ended at any moment.

It reads the map as JSON from standard input and writes lines: shares of the work that are done, and at the end either
``places`` or ``problem`` with JSON after it.
"""

import contextlib
import os
import sys
import time

import msgspec

from evmap.model import ConceptMap

PLACES, PROBLEM = b"places ", b"problem "
_EVERY = 0.05


def request(concept_map: ConceptMap) -> bytes:
    """What the process wants to read."""
    return msgspec.json.encode(concept_map)


def main() -> int:
    """Lay out the map on standard input."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(5)  # the window comes first
    try:
        concept_map = msgspec.json.decode(sys.stdin.buffer.read(), type=ConceptMap)
        answer = PLACES + _lay_out(concept_map)
    except BrokenPipeError:
        return 1  # the window is gone
    except Exception as problem:
        answer = PROBLEM + msgspec.json.encode(str(problem) or type(problem).__name__)
    say(answer)
    return 0


def say(line: bytes) -> None:
    """Write a line that is read at once."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _lay_out(concept_map: ConceptMap) -> bytes:
    from evmap.layout.pipeline import lay_out

    told = 0.0

    def tell(share: float) -> None:
        nonlocal told
        if time.monotonic() - told >= _EVERY:
            told = time.monotonic()
            say(f"{share:.4f}".encode())

    return msgspec.json.encode(lay_out(concept_map, progress=tell))


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())
