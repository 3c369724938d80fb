"""Draws for a window in a process of its own: ``python -m evmap.ui.paper.worker``.

It reads a job as JSON from standard input, writes shares of the work as lines, fills the file that the job names, and
says at the end "drawn", or "problem" with what is wrong. The window puts the file in its place, or takes it away.
"""

import contextlib
import os
import sys
from pathlib import Path

import msgspec

from evmap.layout.worker import say
from evmap.workspace.paper import PaperError, PaperJob

DRAWN, PROBLEM = b"drawn ", b"problem "


def main() -> int:
    """Carry out the job on standard input."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        job = msgspec.json.decode(sys.stdin.buffer.read(), type=PaperJob)
        _draw(job)
        answer = DRAWN + b"true"
    except BrokenPipeError:
        return 1  # the window is gone
    except PaperError as problem:
        answer = _problem(f"{str(problem)[:1].upper()}{str(problem)[1:]}")
    except OSError as problem:
        answer = _problem(f"The file could not be written: {problem.strerror or problem}. Choose another place.")
    except Exception as problem:
        answer = _problem(str(problem) or type(problem).__name__)
    say(answer)
    return 0


def _draw(job: PaperJob) -> None:
    from evmap.ui.paper.drawing import draw_without_window

    data = draw_without_window(job.workspace, job.order, lambda share: say(f"{share:.4f}".encode()))
    with Path(job.out).open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _problem(why: str) -> bytes:
    return PROBLEM + msgspec.json.encode(why)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main())
