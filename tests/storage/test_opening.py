"""Opening a map: the shipped one from its compiled copy, a folder, an exported file."""

from pathlib import Path

import pytest

from evmap import data
from evmap.exchange.map_json import to_json
from evmap.storage.compiled import compile_map, read_compiled
from evmap.storage.faults import MapFaults
from evmap.storage.folder import load_folder
from evmap.storage.opening import open_map
from tests.storage.small_map import SmallMap


@pytest.fixture
def shipped(small: SmallMap, monkeypatch: pytest.MonkeyPatch) -> SmallMap:
    """The small map, compiled, in the place of the shipped one."""
    monkeypatch.setattr(data, "SHIPPED_MAP", small.folder)
    compile_map(small.folder)
    return small


def test_a_folder_opens_with_its_places(small: SmallMap) -> None:
    opened = open_map(small.folder)
    assert opened.map == load_folder(small.folder).map
    assert opened.folder == small.folder
    assert opened.places is not None
    assert opened.places.concepts["vesicles"] == (200, 0, 80, 40)
    assert open_map(small.folder / "map.toml").map == opened.map


def test_places_that_do_not_fit_are_left_for_a_new_layout(small: SmallMap) -> None:
    small.replace("places.json", '"mice":', '"rats":')
    assert open_map(small.folder).places is None
    (small.folder / "places.json").unlink()
    assert open_map(small.folder).places is None


def test_compiled_map_is_the_same_map(shipped: SmallMap) -> None:
    compiled = read_compiled(shipped.folder)
    assert compiled is not None
    assert compiled.map == load_folder(shipped.folder).map
    assert open_map() == open_map(shipped.folder)


@pytest.mark.parametrize("name", ["map.toml", "concepts/all.toml", "places.json", "articles/hope.txt"])
def test_compiled_map_is_out_of_date_when_anything_changes(shipped: SmallMap, name: str) -> None:
    shipped.append(name, " \n")
    assert read_compiled(shipped.folder) is None
    assert open_map().map == load_folder(shipped.folder).map


def test_compiled_map_is_out_of_date_when_a_file_comes_or_goes(shipped: SmallMap) -> None:
    shipped.write("links/more.toml", "")
    assert read_compiled(shipped.folder) is None
    (shipped.folder / "links/more.toml").unlink()
    assert read_compiled(shipped.folder) is not None
    (shipped.folder / "articles/hope.txt").unlink()
    assert read_compiled(shipped.folder) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"fingerprint": "x"}', "\x00"])
def test_a_broken_compiled_map_is_no_trouble(shipped: SmallMap, text: str) -> None:
    shipped.write("compiled.json", text)
    assert open_map().map == load_folder(shipped.folder).map


def test_only_the_shipped_map_is_opened_from_its_compiled_copy(small: SmallMap) -> None:
    compile_map(small.folder)
    changed = small.read("compiled.json").replace('"title":"Small map"', '"title":"Not checked"')
    small.write("compiled.json", changed)
    assert open_map(small.folder).map.title == "Small map"


def test_a_map_with_faults_is_neither_opened_nor_compiled(small: SmallMap) -> None:
    small.replace("links/all.toml", 'to = "mice"', 'to = "mouse"')
    for act in (open_map, compile_map):
        with pytest.raises(MapFaults, match="there is no concept “mouse”"):
            act(small.folder)
    assert not (small.folder / "compiled.json").exists()


def test_an_exported_map_opens_beside_its_articles(small: SmallMap) -> None:
    opened = open_map(small.folder)
    small.write("out.json", to_json(opened.map, opened.places))
    again = open_map(small.folder / "out.json")
    assert again.places == opened.places
    assert again.folder == small.folder
    assert [link.quotes[0].text for link in again.map.links if link.quotes] == [
        "Cells release vesicles.",
        "Vesicles could heal mice.",
    ]


@pytest.mark.parametrize("name", ["nothing", "nothing.json", "", "nul\0", "map.toml/x"])
def test_what_is_not_there_is_told_in_one_line(small: SmallMap, name: str) -> None:
    path = small.folder / name if name else Path()
    with pytest.raises(MapFaults) as caught:
        open_map(path)
    assert len(caught.value.faults) == 1
    assert "\n" not in str(caught.value)
