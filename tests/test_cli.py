"""The command line, run as a person runs it: what it prints, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evmap import __version__
from evmap.storage.folder import load_folder
from tests.storage.small_map import SmallMap

ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}


@pytest.fixture
def small(tmp_path: Path) -> SmallMap:
    return SmallMap(tmp_path)


def evmap(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "evmap", *map(str, arguments)]
    environment = ENVIRONMENT | {"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment, timeout=60)


def imported_by(*arguments: str | Path) -> set[str]:
    """The modules that are imported when the command line has run."""
    run = f"main({[str(argument) for argument in arguments]!r})"
    code = f"import sys; from evmap.cli import main; {run}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    return set(done.stderr.split())


def test_version() -> None:
    done = evmap("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"evmap {__version__}\n", "")


def test_version_imports_nothing_that_takes_time() -> None:
    slow = {"PySide6", "numpy", "scipy", "networkx", "msgspec", "argparse", "pathlib", "re", "enum", "evmap.model"}
    bare = set(
        subprocess.run(
            [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert not (imported_by("--version") - bare) & slow


def test_help_names_every_command() -> None:
    done = evmap("--help")
    assert done.returncode == 0
    assert all(f"evmap {command}" in done.stdout for command in ("check", "export", "handout", "layout"))
    for command in ("check", "export", "handout", "layout", "compile"):
        assert evmap(command, "--help").returncode == 0


def test_check_of_a_sound_map_counts_what_is_on_it(small: SmallMap) -> None:
    done = evmap("check", small.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "3 concepts: 1 cell, 1 vesicle, 0 cargo, 0 disease, 0 therapy, 1 body, 0 process, 0 outcome, "
        "0 evidence, 0 analogy",
        "3 links: 1 stated, 1 hedged, 0 open, 1 background",
        "  nature: 2 claim, 0 comparison, 0 analogy",
        "  stage: 0 none, 0 humans not yet, 1 general, 0 study, 0 lab, 1 animals, 0 lab and animals",
        "1 tension, 1 tour",
        "first: 2 of 6 passages quoted, 4 left out, 100 %",
        "second: 3 of 4 passages quoted, 1 left out, 100 %",
        "no faults, no warnings",
    ]


def test_check_tells_faults_with_their_lines_and_still_counts(small: SmallMap) -> None:
    small.replace("links/all.toml", 'to = "mice"', 'to = "mouse"')
    small.replace("left-out.toml", 'text = "Cells eat."', 'text = "Cells sit."')
    done = evmap("check", "map", cwd=small.folder.parent)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines[:3]] == [
        "map/articles/cells.txt:5",
        "map/left-out.toml:13",
        "map/links/all.toml:20",
    ]
    assert lines[-3:] == [
        "first: 2 of 6 passages quoted, 3 left out, 83 %",
        "second: 3 of 4 passages quoted, 1 left out, 100 %",
        "3 faults, no warnings",
    ]


def test_warnings_alone_are_no_failure(small: SmallMap) -> None:
    small.replace("links/all.toml", 'cues = ["could"]\n', "")
    done = evmap("check", small.folder)
    assert done.returncode == 0
    assert done.stdout.endswith("no faults, 1 warning\n")


def test_check_without_a_folder_checks_the_shipped_map() -> None:
    assert "autoimmune: " in evmap("check").stdout


def test_check_says_when_the_compiled_copy_is_old(small: SmallMap) -> None:
    assert evmap("compile", small.folder).returncode == 0
    assert "compiled.json" not in evmap("check", small.folder).stdout
    small.append("links/all.toml", "\n")
    assert "compiled.json: warning: is older than the map; run evmap compile" in evmap("check", small.folder).stdout


def test_export_writes_the_map(small: SmallMap, tmp_path: Path) -> None:
    done = evmap("export", tmp_path / "out.json", "--map", small.folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    whole = json.loads((tmp_path / "out.json").read_bytes())
    assert [concept["id"] for concept in whole["concepts"]] == ["cells", "vesicles", "mice"]
    assert whole["layout"]["atlas"]["concepts"]["cells"] == [0, 0, 80, 40]


def test_an_exported_map_can_be_exported_again(small: SmallMap) -> None:
    first, second = small.folder / "first.json", small.folder / "second.json"
    evmap("export", first, "--map", small.folder)
    assert evmap("export", second, "--map", first).returncode == 0
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("name", ["out.gif", "out", "out.json.txt"])
def test_export_in_an_unknown_form_is_wrong_use(small: SmallMap, tmp_path: Path, name: str) -> None:
    done = evmap("export", tmp_path / name, "--map", small.folder)
    assert done.returncode == 2
    assert done.stderr.startswith("evmap export: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_export_draws_pictures_without_a_display(small: SmallMap, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    done = evmap("export", out, "--map", small.folder, "--view", "atlas", "--size", "800x600", "--theme", "dark")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_bytes().startswith({"svg": b"<?xml", "pdf": b"%PDF-", "png": b"\x89PNG"}[ending])
    assert [each.name for each in tmp_path.glob("*out*")] == [out.name]


def test_handout_prints_a_tour(small: SmallMap, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    done = evmap("handout", "1", out, "--map", small.folder, "--paper", "letter", "--class")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_bytes().startswith(b"%PDF-")
    wrong = evmap("handout", "none", out, "--map", small.folder)
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert evmap("handout", "1", tmp_path / "out.doc", "--map", small.folder).returncode == 2


def test_export_of_a_view_that_is_not_there_is_wrong_use(small: SmallMap, tmp_path: Path) -> None:
    done = evmap("export", tmp_path / "out.svg", "--map", small.folder, "--around", "nobody")
    assert done.returncode == 2
    assert done.stderr == "evmap export: no concept of this map has the id or name “nobody”\n"
    assert not (tmp_path / "out.svg").exists()


def test_export_to_where_nothing_can_be_written_is_told(small: SmallMap, tmp_path: Path) -> None:
    done = evmap("export", tmp_path / "missing" / "out.json", "--map", small.folder)
    assert done.returncode == 1
    assert done.stderr.endswith("out.json: cannot be written (no such file or directory); choose another place\n")


def test_export_of_a_map_with_faults_tells_them(small: SmallMap, tmp_path: Path) -> None:
    small.replace("links/all.toml", 'to = "mice"', 'to = "mouse"')
    done = evmap("export", tmp_path / "out.json", "--map", small.folder)
    assert done.returncode == 1
    assert done.stderr.startswith(small.told("links/all.toml", 'to = "mouse"'))
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["a", "b"],
        ["check", "a", "b"],
        ["export"],
        ["export", "a.json", "--map"],
        ["layout", "--effort", "x"],
        ["export", "a.png", "--size", "5x5"],
        ["export", "a.png", "--size", "large"],
        ["export", "a.svg", "--view", "globe"],
    ],
)
def test_wrong_use_is_told(arguments: list[str]) -> None:
    done = evmap(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: evmap")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["./check"], ["nothing/map.json"], ["check", "nothing"], ["compile", "nothing"]]
)
def test_what_is_not_there_is_one_line_and_a_fault(tmp_path: Path, arguments: list[str]) -> None:
    done = evmap(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    told = (done.stdout + done.stderr).splitlines()
    assert told[0].endswith("check its name and place")
    assert told[1:] in ([], ["1 fault, no warnings"])


def test_a_file_that_is_not_there_is_told_without_a_window(tmp_path: Path) -> None:
    assert not {"PySide6", "numpy", "evmap.app"} & imported_by(tmp_path / "nothing")


def test_check_and_export_never_import_the_window(small: SmallMap, tmp_path: Path) -> None:
    commands: list[list[str | Path]] = [["check", small.folder], ["export", tmp_path / "a.json", "--map", small.folder]]
    for arguments in commands:
        assert not {"PySide6", "numpy", "networkx", "evmap.app"} & imported_by(*arguments)


def test_compile_writes_the_compiled_copy(small: SmallMap) -> None:
    assert evmap("compile", small.folder).returncode == 0
    whole = json.loads((small.folder / "compiled.json").read_bytes())
    assert list(whole) == ["fingerprint", "map", "places", "big_picture"]


def test_layout_writes_places_for_everything(small: SmallMap) -> None:
    (small.folder / "places.json").unlink()
    assert evmap("layout", small.folder, "--effort", "quick").returncode == 0
    places = json.loads((small.folder / "places.json").read_bytes())
    assert list(places["concepts"]) == [concept.id for concept in load_folder(small.folder).map.concepts]
    assert evmap("check", small.folder).stdout.endswith("no faults, no warnings\n")


def test_a_reader_that_leaves_early_is_no_trouble(small: SmallMap) -> None:
    small.append("links/all.toml", "[[link]]\n" * 900)
    with subprocess.Popen(
        [sys.executable, "-m", "evmap", "check", str(small.folder)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parent.parent, env=ENVIRONMENT,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_output_that_is_closed_or_full_is_no_trouble(small: SmallMap) -> None:
    for redirection in (">&-", ">/dev/full"):
        command = f"'{sys.executable}' -m evmap check '{small.folder}' {redirection}"
        done = subprocess.run(
            command, shell=True, capture_output=True, cwd=Path(__file__).parent.parent, env=ENVIRONMENT, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_names_that_no_terminal_can_show_are_printed_all_the_same(small: SmallMap) -> None:
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "ascii"}
    small.replace("links/all.toml", 'to = "mice"', 'to = "mice é 🧬"')
    command = [sys.executable, "-m", "evmap", "check", str(small.folder)]
    done = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parent.parent, env=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"mice \\xe9 \\U0001f9ec" in done.stdout
