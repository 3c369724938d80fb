"""The stored big picture: written, read, checked, and part of what the program starts from."""

import pytest

from evmap.layout.big_picture import big_picture
from evmap.storage.big_picture import read_big_picture, write_big_picture
from evmap.storage.check import check
from evmap.storage.compiled import compile_map, read_compiled
from evmap.storage.faults import MapFaults
from evmap.storage.folder import load_folder
from evmap.storage.opening import open_map
from tests.storage.small_map import SmallMap


@pytest.fixture
def pictured(small: SmallMap) -> SmallMap:
    return small


def test_it_comes_back_as_it_was_written(small: SmallMap) -> None:
    opened = open_map(small.folder)
    assert opened.places
    picture = big_picture(opened.map, opened.places)
    write_big_picture(small.folder, picture)
    assert open_map(small.folder).big_picture == picture


def test_the_compiled_copy_holds_it_and_notices_when_it_changes(pictured: SmallMap) -> None:
    compile_map(pictured.folder)
    compiled = read_compiled(pictured.folder)
    assert compiled
    assert compiled.big_picture == open_map(pictured.folder).big_picture
    (pictured.folder / "big-picture.json").unlink()
    assert read_compiled(pictured.folder) is None


def test_a_missing_one_is_a_warning(pictured: SmallMap) -> None:
    (pictured.folder / "big-picture.json").unlink()
    faults, _ = check(pictured.folder)
    (only,) = faults
    assert "big-picture.json: warning: there is no big picture to begin with yet" in str(only)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"mice"', '"rats"', "there is no concept “rats” on the map"),
        ('"behind"', '"hidden"', "does not have the right form"),
        ("[200,0,80,40]", "[200,0,80,40", "is not JSON"),
        ("[200,0,80,40]", "[200,0,-80,40]", "the box of “vesicles” is no box"),
        ('"behind":{"vesicles"', '"behind":{"mice"', "mice hides concepts and is not shown"),
    ],
)
def test_one_that_does_not_fit_is_named_and_left_out(pictured: SmallMap, old: str, new: str, told: str) -> None:
    pictured.replace("big-picture.json", old, new)
    with pytest.raises(MapFaults) as caught:
        read_big_picture(pictured.folder, load_folder(pictured.folder).map)
    assert told in str(caught.value)
    assert open_map(pictured.folder).big_picture is None
