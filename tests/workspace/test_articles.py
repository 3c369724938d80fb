"""The articles behind a map: mentions, what is quoted, and a file that is gone."""

from pathlib import Path

import pytest

from evmap.layout.pieces import whole
from evmap.storage.faults import MapFaults
from evmap.workspace import Workspace
from tests.ui.small_map import FOUND, article_text, small_workspace


@pytest.fixture
def workspace() -> Workspace:
    return small_workspace()


def test_mentions_are_found_source_by_source(workspace: Workspace) -> None:
    text = article_text("cancer")
    found = {
        source.id: [text[each.start : each.end] for each in mentions if each.concept == "t-cell-exosomes"]
        for source in workspace.map.sources
        if (mentions := workspace.articles.mentions(source.id))
    }
    assert "T cell-derived exosomes" in found["cancer"]
    assert not any(texts for source, texts in found.items() if source != "cancer")


def test_coverage_counts_quoted_sentences(workspace: Workspace) -> None:
    coverage = workspace.articles.coverage("cancer")
    assert 0 < coverage.quoted < coverage.sentences
    at = article_text("cancer").index(FOUND)
    assert any(start <= at < end for start, end in workspace.articles.quoted_spans("cancer"))


def lost(folder: Path) -> Workspace:
    """A map whose one article is gone."""
    made = small_workspace()
    gone = made.map.sources[0].__class__("cancer", "Gone", False, "seeds/gone.txt", ((0, 5),))
    return Workspace(made.map.__class__("t", "q", (gone,), (), (), (), ()), made.places.__class__({}, {}), folder)


def test_an_article_that_is_gone_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(MapFaults, match=r"gone\.txt"):
        lost(tmp_path).articles.article("cancer")


def test_looking_ahead_passes_over_an_article_that_is_gone(tmp_path: Path) -> None:
    articles = lost(tmp_path).articles
    whole(articles.prepare())
    with pytest.raises(MapFaults):
        articles.mentions("cancer")


def test_what_was_found_ahead_is_what_is_found_when_asked(workspace: Workspace) -> None:
    ahead = small_workspace().articles
    pieces = ahead.prepare()
    next(pieces)
    assert ahead.mentions("cancer") == workspace.articles.mentions("cancer")  # in the middle of it
    whole(pieces)
    for source in workspace.map.sources:
        assert ahead.mentions(source.id) == workspace.articles.mentions(source.id)
