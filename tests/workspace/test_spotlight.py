"""What is lit follows what is chosen."""

import pytest

from evmap.workspace import Spotlight, Workspace
from tests.ui.small_map import small_workspace


@pytest.fixture
def small() -> Workspace:
    return small_workspace()


def test_nothing_chosen_lights_nothing(small: Workspace) -> None:
    assert not small.spotlight


def test_a_concept_lights_its_links(small: Workspace) -> None:
    concept = small.index.landmarks(1)[0].id
    small.select_concept(concept)
    assert small.spotlight.focus == (concept,)
    assert set(small.spotlight.links) == {link.id for link in small.index.links_of(concept)}
    small.clear_selection()
    assert small.spotlight == Spotlight()


def test_a_link_lights_itself(small: Workspace) -> None:
    link = small.map.links[0].id
    small.select_link(link)
    assert small.spotlight == Spotlight(links=(link,))
