"""Which passages a concept's page shows."""

from evmap.model import Certainty, Concept, Kind, Origin, Quote, Stage
from evmap.reading.articles import Article
from evmap.reading.breaking import read_article
from evmap.ui.panels.details.passages import QuotedPassage, passages_of
from tests.ui import small_map
from tests.ui.small_map import article_text, quote

_ARTICLES = {source.id: read_article(article_text(source.id), source.body) for source in small_map.small_map().sources}

_MODIFY = (
    "Modify vesicle cargo: Changing what these cellular messengers carry could help restore normal immune function"
)


def concept(*quotes: Quote) -> Concept:
    return Concept("c", "c", Kind.CELL, (), "", Origin.SOURCE, quotes)


def found(own: tuple[Quote, ...], *of_links: Quote) -> tuple[QuotedPassage, ...]:
    return passages_of(concept(*own), of_links, ("autoimmune", "cancer"), _ARTICLES.get)


def texts(passages: tuple[QuotedPassage, ...]) -> list[str]:
    return [passage.quote.text for passage in passages]


def test_its_own_come_first_then_those_of_its_links_in_the_order_of_the_articles() -> None:
    passages = found(
        (quote("cancer", small_map.ONLY),),
        quote("cancer", small_map.FOUND),
        quote("autoimmune", small_map.BIOMARKERS),
        quote("autoimmune", small_map.POSTAL),
    )
    assert texts(passages) == [small_map.ONLY, small_map.POSTAL, small_map.BIOMARKERS, small_map.FOUND]


def test_a_sentence_comes_once_with_every_judgement_of_it() -> None:
    own = quote("cancer", small_map.FOUND, stage=Stage.STUDY)
    other = quote("cancer", small_map.FOUND, stage=Stage.LAB_AND_ANIMALS, certainty=Certainty.HEDGED, cues=("found",))
    (passage,) = found((own,), other, other)
    assert passage.judged == (own, other)
    assert passage.quote.spans == own.spans
    assert passage.quote.cues == ("found",)


def test_parts_of_one_sentence_are_shown_as_one_passage() -> None:
    (passage,) = found((), quote("cancer", "It only attacks"), quote("cancer", "leaving everything else intact."))
    assert passage.quote.text == "It only attacks […] leaving everything else intact."
    (passage,) = found((), quote("cancer", "CD8+ T cells"), quote("cancer", "have the power to destroy tumor cells."))
    assert passage.quote.text == "CD8+ T cells — have the power to destroy tumor cells."


def test_a_lead_in_joins_no_bullets() -> None:
    lead, block = small_map.TREATMENTS, small_map.BLOCK
    passages = found((), quote("autoimmune", lead, block), quote("autoimmune", lead, _MODIFY))
    assert texts(passages) == [f"{lead} […] {block}", f"{lead} […] {_MODIFY}"]


def test_without_the_article_the_longer_quote_stands_for_its_part() -> None:
    whole, part = quote("cancer", small_map.FOUND), quote("cancer", small_map.ONLY)
    passages = passages_of(concept(whole), (part, whole), ("cancer",), lambda source: None)
    assert texts(passages) == [small_map.FOUND, small_map.ONLY]


def test_another_edition_of_the_article_puts_no_other_words_into_a_quote() -> None:
    other: Article = read_article("Quite another text. " * 900, ((0, 18_000),))
    one, two = quote("cancer", small_map.ONLY), quote("cancer", small_map.ONLY, stage=Stage.LAB)
    passages = passages_of(concept(one), (two,), ("cancer",), lambda source: other)
    assert texts(passages) == [small_map.ONLY]
