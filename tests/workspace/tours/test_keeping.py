"""One's own tours between starts: written whole or not at all, damaged ones put aside, nothing lost."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from evmap import data
from evmap.model import Tour
from evmap.workspace.tours import TourFolder
from tests.workspace.talk.made_talks import shipped


@pytest.fixture
def folder(tmp_path: Path) -> TourFolder:
    return TourFolder(tmp_path / "tours", shipped(), data.SHIPPED_MAP)


@pytest.fixture
def again(tmp_path: Path) -> TourFolder:
    return TourFolder(tmp_path / "tours", shipped(), data.SHIPPED_MAP)


def mine(name: str = "mine") -> Tour:
    return replace(shipped().tours[0], id=name, title=f"My {name}")


def without_marks(tour: Tour) -> Tour:
    steps = tuple(replace(step, quote=replace(step.quote, marks=None)) for step in tour.steps if step.quote)
    return replace(tour, steps=steps)


def test_what_was_written_is_read_again(folder: TourFolder, again: TourFolder) -> None:
    folder.write((mine("a"), mine("b")))
    kept = again.read()
    assert kept.tours == (without_marks(mine("a")), without_marks(mine("b")))
    assert kept.problems == ()


def test_nothing_is_made_before_there_is_something_to_keep(folder: TourFolder) -> None:
    assert folder.read().tours == ()
    folder.write(())
    assert not folder.path.exists()


def test_the_file_of_a_deleted_tour_goes(folder: TourFolder, again: TourFolder) -> None:
    folder.write((mine("a"), mine("b")))
    folder.write((mine("b"),))
    assert [tour.id for tour in again.read().tours] == ["b"]


def test_a_damaged_file_is_named_once_and_put_aside(folder: TourFolder, again: TourFolder) -> None:
    folder.write((mine("a"), mine("b")))
    (folder.path / "a.json").write_text("{not a tour", encoding="utf-8")
    kept = again.read()
    assert [tour.id for tour in kept.tours] == ["b"]
    assert len(kept.problems) == 1
    assert "a.damaged" in kept.problems[0]
    assert (folder.path / "a.damaged").read_text(encoding="utf-8") == "{not a tour"
    assert again.read().problems == ()


def test_what_is_gone_from_the_map_is_named_and_the_rest_works(folder: TourFolder, again: TourFolder) -> None:
    first, *rest = mine().steps
    folder.write((replace(mine(), steps=(replace(first, focus=(*first.focus, "gone")), *rest)),))
    kept = again.read()
    assert len(kept.tours[0].steps) == len(mine().steps)
    assert kept.problems == ("My mine: Step 1 shows “gone”, which is not on this map.",)


def test_when_writing_fails_the_old_file_is_whole(
    folder: TourFolder, again: TourFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write((mine(),))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        folder.write((replace(mine(), title="Changed"),))
    assert [tour.title for tour in again.read().tours] == ["My mine"]
    assert [file.name for file in folder.path.iterdir()] == ["mine.json"]


def test_what_could_not_be_written_is_written_the_next_time(folder: TourFolder, again: TourFolder) -> None:
    folder.path.parent.mkdir()
    folder.path.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match=r"exists|directory"):
        folder.write((mine(),))
    folder.path.unlink()
    folder.write((mine(),))
    assert [tour.id for tour in again.read().tours] == ["mine"]


def test_two_maps_keep_their_tours_apart(folder: TourFolder, tmp_path: Path) -> None:
    other = TourFolder(tmp_path / "tours", shipped(), tmp_path)
    folder.write((mine(),))
    assert other.read().tours == ()
