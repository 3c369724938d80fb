"""Reads an article: breaks its text up into named blocks and passages. No start waits for it."""

from collections.abc import Iterator, Sequence

from evmap.model import Span
from evmap.reading.articles import Article, Block, BlockKind, Passage, PassageKind, tidy_spans
from evmap.reading.blocks import RawBlock, blocks_in, is_wrapped
from evmap.reading.headings import mark_headings
from evmap.reading.sentences import split_sentences


def read_article(text: str, body: Sequence[Span]) -> Article:
    """Break an article into blocks and passages. What lies outside ``body`` is furniture. Takes linear time."""
    body = tidy_spans(body, len(text))
    blocks = tuple(_break_up(text, body))
    return Article(text, body, blocks, tuple(passage for block in blocks for passage in block.passages))


def _break_up(text: str, body: Sequence[Span]) -> Iterator[Block]:
    """The whole text in blocks, furniture too. ``body`` is in order and disjoint."""
    wrapped = is_wrapped(text)
    raw: list[RawBlock] = []
    is_body: list[bool] = []
    for start, end, inside in _segments(body, len(text)):
        found = blocks_in(text, start, end, wrapped)
        raw += found
        is_body += [inside] * len(found)
    return _named_blocks(text, raw, is_body)


def _segments(body: Sequence[Span], length: int) -> Iterator[tuple[int, int, bool]]:
    """The whole text in stretches, each with whether it is body."""
    at = 0
    for start, end in body:
        if at < start:
            yield at, start, False
        yield start, end, True
        at = end
    if at < length:
        yield at, length, False


def _named_blocks(text: str, raw: list[RawBlock], is_body: list[bool]) -> Iterator[Block]:
    body_blocks = [block for block, inside in zip(raw, is_body, strict=True) if inside]
    headings = iter(mark_headings(text, body_blocks))
    heading, number = "", 0
    for block, inside in zip(raw, is_body, strict=True):
        if not inside:
            yield Block(BlockKind.FURNITURE, block.start, block.end, 0, (), block.marker)
        elif next(headings):
            passage = Passage(PassageKind.HEADING, block.start, block.end, heading, 0)
            yield Block(BlockKind.HEADING, block.start, block.end, 0, (passage,), block.marker)
            heading = text[block.start : block.end]
        else:
            number += 1
            yield _paragraph(text, block, heading, number)


def _paragraph(text: str, block: RawBlock, heading: str, number: int) -> Block:
    """A paragraph or bullet with its sentences."""
    kind = PassageKind.BULLET if block.marker else PassageKind.SENTENCE
    sentences = split_sentences(text, block.start, block.end)
    passages = tuple(Passage(kind, start, end, heading, number) for start, end in sentences)
    block_kind = BlockKind.BULLET if block.marker else BlockKind.PARAGRAPH
    return Block(block_kind, block.start, block.end, number, passages, block.marker)
