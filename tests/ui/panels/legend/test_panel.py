"""Kinds, lines and sources with their counts."""

from pathlib import Path

import pytest

from evmap.ui.panels.legend.panel import LegendPanel
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.ui.conftest import Shown
from tests.ui.looking import button
from tests.ui.small_map import places_for, small_map


@pytest.fixture
def panel(small: Workspace, light: Theme, show: Shown) -> LegendPanel:
    made = LegendPanel(small, light)
    show(made, 200, 690)
    return made


def test_kinds_that_are_on_the_map_are_counted_in_order(panel: LegendPanel) -> None:
    lines = [row.words for row in panel.rows.values()]
    kinds = [line for line in lines if line.split(",")[0] in ("Cells", "Vesicles", "Therapies", "Analogies", "Cargo")]
    assert kinds == ["Cells, 1", "Vesicles, 3", "Therapies, 1", "Analogies, 2"]


def test_lines_are_counted_by_how_sure_the_source_is(panel: LegendPanel) -> None:
    said = [row.words for row in panel.rows.values()]
    for line in (
        "States it, 2",
        "Hedges it: could, may, 2",
        "Open: a question or the future, 0",
        "Draws a comparison or picture, 2",
        "Not in the sources, 2",
    ):
        assert line in said


def test_a_source_tells_its_coverage_and_opens_its_article(panel: LegendPanel, small: Workspace) -> None:
    row = button(panel, "Extracellular vesicles and autoimmune diseases")
    assert "4 of 24 sentences quoted" in row.accessibleDescription()
    assert "no headline" in row.toolTip()
    assert "The other 20 are left out, each for a reason." in row.toolTip()
    row.click()
    assert small.reading
    assert small.reading.source == "autoimmune"
    assert small.reading.spans == ()


def test_an_article_that_cannot_be_read_is_told(light: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = small_map()
    monkeypatch.setattr("evmap.data.HOME", tmp_path)
    panel = LegendPanel(Workspace(made, places_for(made), tmp_path / "map"), light)
    row = button(panel, "Extracellular vesicles and autoimmune diseases")
    assert "the article cannot be read" in row.accessibleDescription()
