"""What tests of single panels need beside the fixtures of all of ui."""

import pytest

from evmap.ui.theme import Theme, load_theme


@pytest.fixture
def dark() -> Theme:
    return load_theme("dark")
