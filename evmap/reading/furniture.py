"""A proposal of what is article and what is page furniture in the text of a web page.

It goes from large to small: the end of the page (comments, sources, more from this site) is cut off, then boxes of
teasers and keyword lists in the middle, lines that are furniture by themselves, the menu above the article, and at last
sentences that ask for comments or shares and furniture run together with a line. All the rest is body. The wording that
gives furniture away is in :mod:`evmap.reading.furniture_words`; it is English, and in other languages all is body.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from evmap.model import Span
from evmap.reading.blocks import RawBlock, blocks_in, is_wrapped
from evmap.reading.furniture_words import Sign, glued, is_menu_item, is_meta, is_prompt, opens_prompt, sign_of
from evmap.reading.sentences import split_sentences
from evmap.reading.texts import trim

_PROSE_LENGTH = 60
_PROSE_WORDS = 8
_LONG_PROSE = 200
_COMMENTS_SHARE = 0.25
"""Comments may be four times as long as what they comment on; a count of comments above an article is no end."""
_LIST_ITEMS = 15
_STOPS = ".!?…:"
_CLOSERS = "\"'”’»)]* "


class _Piece(Struct, gc=False):
    """A block, or a part of one if furniture was run together with it.

    Attributes:
        outer: where it begins, bullet marker included.
        start: where its words begin.
        end: where its words end.
        line: its words.
        bullet: whether it has a marker.
        sign: what it says about itself.
        prose: its length if it is a sentence or more, else 0.
        spaced: whether a blank line stands before it.
    """

    outer: int
    start: int
    end: int
    line: str
    bullet: bool
    sign: Sign
    prose: int
    spaced: bool


def propose_body(text: str) -> tuple[Span, ...]:
    """The spans of a web page's text that are article, in order and without white space at their ends.

    A proposal for someone to look over; takes linear time. A text in which nothing looks like furniture is all body.
    """
    blocks = blocks_in(text, 0, len(text), is_wrapped(text))
    pieces = [piece for block in blocks for piece in _pieces(text, block)]
    end = _page_end(pieces)
    keep = [piece.sign is Sign.NONE for piece in pieces[:end]]
    _drop_lists(pieces, keep)
    _drop_related(pieces, keep)
    if any(piece.prose and kept for piece, kept in zip(pieces, keep, strict=False)):
        _drop_menu(pieces, keep)
        _drop_leftovers(pieces, keep)
    return _spans(text, pieces, keep)


def _pieces(text: str, block: RawBlock) -> Iterator[_Piece]:
    """A block as one piece, or as what is furniture before it, itself, and what is furniture behind it."""
    first, last = glued(text[block.start : block.end])
    edges = (block.start, block.start + first, block.start + last, block.end)
    for part, edge in enumerate(pairwise(edges)):
        start, end = trim(text, *edge)
        if start == end:
            continue
        line = text[start:end]
        sign = sign_of(line)
        if part != 1:
            sign = Sign.LINE if sign is Sign.NONE else sign
        elif sign is Sign.NONE and _all_prompts(text, start, end):
            sign = Sign.LINE
        prose = _prose(line) if sign is Sign.NONE else 0
        outer = block.outer if start == block.start else start
        yield _Piece(outer, start, end, line, bool(block.marker), sign, prose, block.spaced)


def _prose(line: str) -> int:
    """The length of a line that is a sentence or more, 0 for titles, labels and teasers that break off."""
    last = line.rstrip(_CLOSERS)[-1:]
    if len(line) < _PROSE_LENGTH or last not in _STOPS or _breaks_off(line):
        return 0
    return len(line) if len(line.split(None, _PROSE_WORDS)) >= _PROSE_WORDS else 0


def _breaks_off(line: str) -> bool:
    return line.endswith(("...", "…", "[...]", "[…]"))


def _all_prompts(text: str, start: int, end: int) -> bool:
    """Whether a block that begins with a prompt is one: more than half of its sentences are."""
    prompts = [prompt for _, prompt in _sentences(text, start, end)]
    return prompts[0] and sum(prompts) * 2 > len(prompts)


def _sentences(text: str, start: int, end: int) -> list[tuple[Span, bool]]:
    """The sentences of a block, each with whether it is a prompt or opens the prompt behind it."""
    found: list[tuple[Span, bool]] = []
    prompt = False
    for first, last in reversed(split_sentences(text, start, end)):
        sentence = text[first:last]
        prompt = is_prompt(sentence) or (prompt and opens_prompt(sentence))
        found.append(((first, last), prompt))
    return found[::-1]


def _page_end(pieces: Sequence[_Piece]) -> int:
    """How many pieces stand before comments, sources and other things that only end a page."""
    before = list(accumulate((piece.prose for piece in pieces), initial=0))
    end = len(pieces)
    for sign, share in ((Sign.COMMENTS, _COMMENTS_SHARE), (Sign.END, 1.0)):
        for i in range(end):
            if pieces[i].sign is sign and 0 < before[i] >= share * (before[end] - before[i]):
                end = i
                break
    return end


def _drop_lists(pieces: Sequence[_Piece], keep: list[bool]) -> None:
    """Drop what stands in a list of keywords or contents: bullets, or short lines."""
    i = 0
    while i < len(keep):
        if pieces[i].sign is not Sign.LIST:
            i += 1
            continue
        i += 1
        stop = min(len(keep), i + _LIST_ITEMS)
        bullets = i < stop and pieces[i].bullet
        while i < stop and not pieces[i].prose and (pieces[i].bullet if bullets else is_menu_item(pieces[i].line)):
            keep[i] = False
            i += 1


def _drop_related(pieces: Sequence[_Piece], keep: list[bool]) -> None:
    """Drop boxes of teasers, up to where the article goes on."""
    i = 0
    while i < len(keep):
        if pieces[i].sign is not Sign.RELATED:
            i += 1
            continue
        stop = _resumes(pieces, i, len(keep))
        keep[i:stop] = [False] * (stop - i)
        i = stop


def _resumes(pieces: Sequence[_Piece], box: int, end: int) -> int:
    """Where the article goes on after a box of teasers, or the next box begins; ``end`` if there is neither.

    It goes on at two paragraphs in a row, at one behind several bare titles, or at a long one if most is still to come.
    """
    next_box = next((i for i in range(box + 1, end) if pieces[i].sign is Sign.RELATED), end)
    if _are_cards(pieces[box + 1 : next_box]):
        return next_box
    titles = 0
    for i in range(box + 1, end):
        piece = pieces[i]
        if not piece.prose:
            titles += piece.sign is Sign.NONE
            continue
        follows = i + 1 < end and (pieces[i + 1].prose > 0 or pieces[i + 1].bullet)
        if follows or titles >= 2 or piece.prose >= _LONG_PROSE:
            return i - _has_own_heading(pieces, box, i)
        titles = 0
    return end


def _are_cards(pieces: Sequence[_Piece]) -> bool:
    """Whether paragraphs come one by one, each behind equally many titles, as in rows of teasers."""
    runs, run = [], 0
    for piece in pieces:
        if piece.prose or _breaks_off(piece.line):
            runs.append(run)
            run = 0
        elif piece.sign is Sign.NONE:
            run += 1
    return len(runs) >= 2 and runs[0] > 0 and len(set(runs)) == 1


def _has_own_heading(pieces: Sequence[_Piece], box: int, paragraph: int) -> bool:
    """Whether the line above a paragraph is its heading and no teaser: it is set apart from the titles above it."""
    heading = pieces[paragraph - 1]
    if paragraph - 1 <= box + 1 or heading.sign is not Sign.NONE or heading.bullet:
        return False
    return pieces[paragraph - 2].bullet or (heading.spaced and not pieces[paragraph - 2].spaced)


def _drop_menu(pieces: Sequence[_Piece], keep: list[bool]) -> None:
    """Above the first paragraph, drop rows of menu entries, the label above the title, and the window's title."""
    first = next(i for i, kept in enumerate(keep) if kept and pieces[i].prose)
    short = [i for i in range(first) if keep[i]]
    run: list[int] = []
    for i in [*short, -1]:
        if i >= 0 and is_menu_item(pieces[i].line):
            run.append(i)
            continue
        if len(run) >= 3:
            for entry in run:
                keep[entry] = False
        run = []
    for i, j in pairwise([i for i in short if keep[i]]):
        upper, lower = pieces[i].line, pieces[j].line
        is_label = len(upper.split()) <= 2 and len(lower.split()) >= 4
        is_window_title = upper.startswith((f"{lower} |", f"{lower} -", f"{lower} –", f"{lower} —"))
        if is_label or is_window_title:
            keep[i] = False


def _drop_leftovers(pieces: Sequence[_Piece], keep: list[bool]) -> None:
    """Below the last paragraph or bullet, drop titles, names and teasers that nothing announced."""
    for i in range(len(keep) - 1, -1, -1):
        if not keep[i]:
            continue
        piece = pieces[i]
        is_teaser = _breaks_off(piece.line) and i > 0 and not pieces[i - 1].prose and not piece.bullet
        is_title = not piece.bullet and piece.line.rstrip(_CLOSERS)[-1:] not in _STOPS and len(piece.line.split()) <= 20
        if not (is_teaser or is_title or is_meta(piece.line)):
            return
        keep[i] = False


def _spans(text: str, pieces: Sequence[_Piece], keep: Sequence[bool]) -> tuple[Span, ...]:
    """The kept pieces without prompts among their sentences; neighbours with nothing cut between them are one span."""
    spans: list[Span] = []
    joins = False
    for piece, kept in zip(pieces, keep, strict=False):
        if not kept:
            joins = False
            continue
        parts = _without_prompts(text, piece)
        for start, end in parts:
            if joins and spans:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
            joins = False
        joins = bool(parts) and parts[-1][1] == piece.end
    return tuple(spans)


def _without_prompts(text: str, piece: _Piece) -> list[Span]:
    """A piece in parts, leaving out each sentence that is a prompt."""
    parts: list[Span] = []
    open_ = False
    for (start, end), prompt in _sentences(text, piece.start, piece.end):
        if prompt:
            open_ = False
        elif open_:
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((piece.outer if start == piece.start else start, end))
            open_ = True
    return parts
