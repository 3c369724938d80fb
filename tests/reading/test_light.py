"""The room is on the way to the first window, so it must not bring its machinery along."""

import subprocess
import sys

from evmap.data import HOME

SCRIPT = """
import sys, evmap.reading.articles, evmap.reading.mentions
print(*(name for name in sys.modules if name.startswith("evmap.reading.")))
"""


def test_importing_the_room_loads_no_rules() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], cwd=HOME, capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {"evmap.reading.articles", "evmap.reading.mentions"}
