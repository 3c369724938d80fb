"""The small map, fresh for each test."""

from pathlib import Path

import pytest

from tests.storage.small_map import SmallMap


@pytest.fixture
def small(tmp_path: Path) -> SmallMap:
    return SmallMap(tmp_path)
