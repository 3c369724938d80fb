"""What a newcomer does first works: the README's commands, and a wheel in another folder that opens the map."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

OPEN_THE_MAP = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from evmap import app
import evmap

real_exec = QApplication.exec
def look_and_leave():
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle())
    print("FROM", evmap.__file__)
    print("TITLE", window.windowTitle())
    print("PAINTED", not window.grab().isNull())
    QApplication.quit()
QApplication.exec = staticmethod(lambda: (QTimer.singleShot(200, look_and_leave), real_exec())[1])
sys.exit(app.run(None))
"""


def readme_commands() -> list[str]:
    """The lines in the README's first two shell blocks."""
    blocks = (ROOT / "README.md").read_text(encoding="utf-8").split("```sh\n")[1:3]
    return [block.split("\n```")[0] for block in blocks]


@pytest.fixture(scope="module")
def wheel_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a freshly built wheel, alone in a folder that is not the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
        timeout=100,
    )
    home = tmp_path_factory.mktemp("installed")
    (wheel,) = out.glob("evmap-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    return home


def run_installed(home: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python on the unpacked wheel, with a home folder of its own."""
    environment = {**os.environ, "PYTHONPATH": str(home), "QT_QPA_PLATFORM": "offscreen", "HOME": str(cwd)}
    environment["XDG_CONFIG_HOME"] = str(cwd / "config")
    return subprocess.run(
        [sys.executable, *arguments], check=False, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60
    )


def test_ci_runs_the_readmes_test_command() -> None:
    _, test_command = readme_commands()
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert test_command.replace("pip install ", "pip install -q ") in script


def test_the_readme_names_every_system_library_that_ci_installs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    libraries = script.split('libraries="')[1].split('"')[0].split()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert libraries
    assert [name for name in libraries if name not in readme] == []


def test_a_wheel_holds_the_articles_byte_for_byte(wheel_home: Path) -> None:
    shipped = sorted((ROOT / "seeds").glob("*.txt"))
    assert len(shipped) == 2
    for article in shipped:
        assert (wheel_home / "evmap" / "seeds" / article.name).read_bytes() == article.read_bytes()


def test_a_wheel_checks_its_own_map(wheel_home: Path, tmp_path: Path) -> None:
    result = run_installed(wheel_home, "-m", "evmap", "check", cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "100 %" in result.stdout


def test_a_wheel_opens_the_map(wheel_home: Path, tmp_path: Path) -> None:
    result = run_installed(wheel_home, "-c", OPEN_THE_MAP, cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"FROM {wheel_home}" in result.stdout
    assert "TITLE Extracellular vesicles" in result.stdout
    assert "PAINTED True" in result.stdout


def test_without_arguments_the_module_and_the_command_are_the_same_program(tmp_path: Path) -> None:
    module = run_installed(ROOT, "-m", "evmap", "--version", cwd=tmp_path)
    function = run_installed(ROOT, "-c", "from evmap.cli import main; main(['--version'])", cwd=tmp_path)
    assert module.returncode == 0
    assert module.stdout == function.stdout != ""
