"""Draws the steps of a talk in a process of its own: ``python -m evmap.layout.step_worker``.

A thread would share the interpreter with the class's window, whose frames came six times as late beside it. It
does not give way to others, as the class waits for the step that is asked for.

It reads JSON lines: a ground to draw on, then steps, and may be given another ground at any time. It answers each
step with a line, ``step`` and the drawing as JSON after it, in the order of asking, and ends with its input.
"""

import contextlib
import sys

import msgspec

from evmap.layout.step_asking import STEP, Ground, Wanted
from evmap.layout.worker import say


def main() -> int:
    """Draw what the lines on standard input ask for."""
    from evmap.layout.step import step_places

    ground: Ground | None = None
    for line in sys.stdin.buffer:
        asked = msgspec.json.decode(line, type=Ground | Wanted)
        if isinstance(asked, Ground):
            ground = asked
        elif ground is not None:
            drawing = step_places(ground.map, ground.atlas, asked.concepts, asked.links, asked.room)
            say(STEP + msgspec.json.encode(drawing))
    return 0


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())
