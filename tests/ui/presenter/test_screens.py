"""Which screen the class sees; and a talk on simulated screens, in processes of their own with those screens."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def screen(name: str, x: int, width: int, height: int, dpr: float = 1.0) -> dict[str, object]:
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": dpr}


CONFIGURATIONS = {
    "laptop and projector": [screen("Laptop", 0, 1366, 768), screen("Projector", 1366, 1920, 1080)],
    "mixed scale factors": [screen("Laptop", 0, 1366, 768, 2), screen("Projector", 1366, 1280, 720)],
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_a_talk_on_two_screens(name: str, tmp_path: Path) -> None:
    """The tests of ``on_two_screens.py``, in a process that has these screens."""
    configuration = tmp_path / "screens.json"
    configuration.write_text(json.dumps({"screens": CONFIGURATIONS[name]}), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/presenter/on_two_screens.py"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={configuration}"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
