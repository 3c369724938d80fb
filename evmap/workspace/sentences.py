"""What a reader meets sentence by sentence: how sure each is, what on the map stands on it, or why nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from evmap.graph.sureness import Sureness, judged_as
from evmap.model import Concept, Link, Quote, Span
from evmap.workspace.spotlight import Spotlight

if TYPE_CHECKING:
    from evmap.storage.left_out import WhyLeftOut
    from evmap.workspace.state import Workspace


class Sentence(Struct, frozen=True):
    """One sentence, bullet or heading of an article.

    Attributes:
        span: where it stands.
        judged: each judgement of it that the map holds; none if the map does not quote it.
        concepts: those that quote it or are named in it, and the ends of its links.
        links: those that quote it.
        why: why the map leaves it out, if it says so.
    """

    span: Span
    judged: tuple[Quote, ...]
    concepts: tuple[str, ...]
    links: tuple[str, ...]
    why: WhyLeftOut | None = None

    @property
    def sure(self) -> tuple[Sureness, ...]:
        """How sure it is of what it claims, part by part; nothing for a sentence that the map does not quote."""
        return judged_as(self.judged)

    @property
    def light(self) -> Spotlight:
        """What lights up on the map."""
        return Spotlight(concepts=self.concepts, links=self.links)


def sentences_of(workspace: Workspace, source: str) -> tuple[Sentence, ...]:
    """The sentences of one article, in order.

    Raises:
        MapFaults: the article's file cannot be read.
    """
    from evmap.storage.left_out import read_reasons

    article = workspace.articles.article(source)
    reasons = read_reasons(workspace.folder, {source: article})
    named: dict[Span, list[str]] = {}
    for mention in workspace.articles.mentions(source):
        passage = article.passage_at(mention.start)
        if passage:
            named.setdefault((passage.start, passage.end), []).append(mention.concept)
    spans = [(passage.start, passage.end) for passage in article.passages]
    return tuple(_sentence(workspace, source, span, named.get(span, []), reasons.get((source, span))) for span in spans)


def _sentence(workspace: Workspace, source: str, span: Span, named: list[str], why: WhyLeftOut | None) -> Sentence:
    quoted = workspace.quoting.at(source, (span,))
    links = [each.item for each in quoted if isinstance(each.item, Link)]
    concepts = [each.item.id for each in quoted if isinstance(each.item, Concept)]
    ends = [end for link in links for end in (link.subject, link.object)]
    return Sentence(
        span,
        tuple(dict.fromkeys(each.quote for each in quoted)),
        tuple(dict.fromkeys((*concepts, *ends, *named))),
        tuple(dict.fromkeys(link.id for link in links)),
        None if quoted else why,
    )


def select_sentence(workspace: Workspace, sentence: Sentence) -> None:
    """Choose what stands on a sentence: its one link, or all its links and concepts and none of their other links."""
    if len(sentence.links) == 1:
        workspace.select_link(sentence.links[0])
    elif sentence.links or len(sentence.concepts) != 1:
        workspace.select(sentence.concepts, sentence.links, alone=True)
    else:
        workspace.select_concept(sentence.concepts[0])


def chosen_spans(workspace: Workspace, source: str) -> tuple[Span, ...]:
    """Where an article speaks of what is selected: of links their quotes; of one concept all its passages.

    Of several concepts beside links only the links count, else one sentence's concepts would mark half the article.
    """
    index, chosen = workspace.index, workspace.selection
    quotes = [quote for each in chosen.links for quote in index.links[each].quotes]
    if not chosen.links:
        quotes += [quote for each in chosen.concepts for quote in index.concepts[each].quotes]
    if chosen.only_concept:
        quotes += [quote for link in index.links_of(chosen.only_concept) for quote in link.quotes]
    return tuple(sorted({span for quote in quotes if quote.source == source for span in quote.spans}))
