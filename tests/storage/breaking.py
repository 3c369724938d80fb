"""One thing broken in the small map, and every line that the check then says."""

from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from evmap.storage.check import check
from tests.storage.small_map import SmallMap

MAP = "map.toml"
CONCEPTS = "concepts/all.toml"
LINKS = "links/all.toml"
LEFT_OUT = "left-out.toml"
TENSIONS = "tensions.toml"
TOUR = "tours/1-first.toml"
PLACES = "places.json"


class Broken(NamedTuple):
    """What is changed in a file, and what is told of it: all of it, faults first."""

    file: str
    old: str
    new: str
    told: list[str]


def broken(what: str, file: str, old: str, new: str, *told: str) -> ParameterSet:
    return pytest.param(Broken(file, old, new, list(told)), id=what)


def told_of(small: SmallMap) -> list[str]:
    """Every fault and warning of the map, with file names from its folder."""
    faults, _ = check(small.folder)
    return [str(fault).replace(f"{small.folder}/", "") for fault in faults]


def assert_told(small: SmallMap, case: Broken) -> None:
    text = small.read(case.file)
    assert case.old in text
    small.write(case.file, text.replace(case.old, case.new, 1))
    assert told_of(small) == case.told
