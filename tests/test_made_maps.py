"""What made maps promise: they are whole maps, whose quotes stand word for word in a real article."""

from evmap import data
from evmap.graph.index import MapIndex
from tests.made_maps import generated_map


def test_each_quote_stands_in_its_article() -> None:
    index = MapIndex(generated_map(60))
    for link in index.links.values():
        for quote in link.quotes:
            article = (data.HOME / index.sources[quote.source].file).read_text(encoding="utf-8")
            assert [article[start:end] for start, end in quote.spans] == [quote.text]
