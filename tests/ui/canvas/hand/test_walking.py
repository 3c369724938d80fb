"""Walking from concept to concept by the arrow keys."""

import pytest

from evmap.ui.canvas.geometry.scene import Scene, build_scene
from evmap.ui.canvas.hand.walking import end_towards, neighbour_towards
from tests.ui.canvas.hand_made import hand_made

LEFT, RIGHT, UP, DOWN = (-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)


@pytest.fixture
def village() -> Scene:
    return build_scene(*hand_made())


def test_each_arrow_goes_to_the_neighbour_that_way(village: Scene) -> None:
    assert neighbour_towards(village, "exosomes", RIGHT) == "cells"
    assert neighbour_towards(village, "exosomes", DOWN) == "therapy"
    assert neighbour_towards(village, "therapy", UP) == "exosomes"


def test_there_may_be_no_neighbour_that_way(village: Scene) -> None:
    assert neighbour_towards(village, "exosomes", LEFT) is None
    assert neighbour_towards(village, "exosomes", UP) is None


def test_from_a_link_one_goes_to_its_end_that_way(village: Scene) -> None:
    assert end_towards(village, "stated", LEFT) == "exosomes"
    assert end_towards(village, "stated", RIGHT) == "cells"
