"""The index of the shipped map and its articles, made once."""

import pytest

from evmap.graph.search.index import SearchIndex
from evmap.workspace.opening import open_workspace


@pytest.fixture(scope="session")
def shipped() -> SearchIndex:
    workspace = open_workspace()
    index = SearchIndex(workspace.index)
    shares = list(index.fill(workspace.articles.article))
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.1 < 0.9 < shares[-1] <= 1
    return index
