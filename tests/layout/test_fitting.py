"""Places that do not fit a map are named."""

import math

from evmap.layout.fitting import check_places
from evmap.layout.searching.quick import quick_places
from evmap.model import LinkPlace, Places
from tests.layout.making import make_map, star


def test_places_of_the_same_map_fit() -> None:
    assert check_places(star(4), quick_places(star(4))) == []


def test_what_is_missing_and_what_is_unknown_is_named() -> None:
    faults = check_places(star(4), quick_places(star(3)))
    assert len(faults) == 2
    assert "lack concept “c4”" in faults[0]
    assert "lack link “l3”" in faults[1]
    faults = check_places(star(3), quick_places(star(4)))
    assert [("concept “c4”" in fault, "link “l3”" in fault) for fault in faults] == [(True, False), (False, True)]


def test_numbers_that_are_none_are_named() -> None:
    places = Places({"c0": (0, 0, math.nan, 20), "c1": (0, 0, 0, 20)}, {"l0": LinkPlace(((0, 0),), (0, 0, 1, 1))})
    assert len(check_places(make_map(2, [(0, 1)]), places)) == 3
