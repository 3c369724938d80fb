"""From a path to a workspace."""

from pathlib import Path

import msgspec
import pytest

from evmap.exchange.map_json import to_json
from evmap.storage.faults import MapFaults
from evmap.workspace.opening import open_workspace
from tests.ui.small_map import small_map


def test_the_shipped_map_opens_with_a_place_for_everything() -> None:
    workspace = open_workspace()
    assert set(workspace.places.concepts) == set(workspace.index.concepts)
    assert set(workspace.places.links) == set(workspace.index.links)
    assert workspace.every_sentence_placed


def test_an_exported_map_without_places_is_laid_out(tmp_path: Path) -> None:
    file = tmp_path / "map.json"
    file.write_bytes(to_json(small_map(), None))
    workspace = open_workspace(file)
    assert set(workspace.places.concepts) == {concept.id for concept in small_map().concepts}
    assert not workspace.every_sentence_placed


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(MapFaults, match="nothing-here"):
        open_workspace(tmp_path / "nothing-here.json")


def test_a_link_from_a_concept_to_itself_is_told(tmp_path: Path) -> None:
    made = small_map()
    looped = msgspec.structs.replace(made.links[0], object=made.links[0].subject)
    file = tmp_path / "map.json"
    file.write_bytes(to_json(msgspec.structs.replace(made, links=(looped,)), None))
    with pytest.raises(MapFaults, match="t-cell-exosomes"):
        open_workspace(file)
