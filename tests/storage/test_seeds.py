"""Finding the article of a source: in the map's folder, beside it, or among those that came with the program."""

from pathlib import Path

import pytest

from evmap import data
from evmap.model import Source
from evmap.storage.faults import MapFaults
from evmap.storage.seeds import source_text


def source(file: str) -> Source:
    return Source(id="a", title="A", untitled=False, file=file, body=())


def test_article_in_the_folder_goes_before_one_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    (folder / "seeds").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("beside")
    assert source_text(source("seeds/a.txt"), folder) == "beside"
    (folder / "seeds" / "a.txt").write_text("inside")
    assert source_text(source("seeds/a.txt"), folder) == "inside"


def test_articles_that_came_with_the_program_are_found_from_anywhere(tmp_path: Path) -> None:
    article = min(data.SEEDS.glob("*.txt"))
    assert source_text(source(f"seeds/{article.name}"), tmp_path).encode() == article.read_bytes()


def test_text_is_unchanged(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffone\r\ntwo\rthree\u2028\x00".encode())
    assert source_text(source("a.txt"), tmp_path) == "\ufeffone\r\ntwo\rthree\u2028\x00"


@pytest.mark.parametrize(
    "file",
    ["", "/etc/passwd", "../a.txt", "seeds/../../a.txt", "C:\\a.txt", "seeds\\..\\a.txt", "\\\\host\\a", "C:a.txt"],
)
def test_a_file_that_leads_elsewhere_is_refused(tmp_path: Path, file: str) -> None:
    (tmp_path / "a.txt").write_text("secret")
    (tmp_path / "map").mkdir()
    with pytest.raises(MapFaults, match="leads out of the map's folder"):
        source_text(source(file), tmp_path / "map")


@pytest.mark.parametrize("file", ["nothing.txt", "nul\0.txt", "n" * 5000])
def test_an_article_that_is_not_there_is_told(tmp_path: Path, file: str) -> None:
    with pytest.raises(MapFaults) as caught:
        source_text(source(file), tmp_path)
    assert len(str(caught.value)) < 6000
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)
