"""Concepts on their way: the pictures of all are on one page, and a moment copies them from it in a few calls of Qt."""

from array import array
from collections.abc import Mapping, Sequence
from enum import IntEnum

from msgspec import Struct
from PySide6.QtGui import QPainter

from evmap.layout.geometry import centre
from evmap.layout.pieces import Pieces, parts
from evmap.model import Rect
from evmap.ui.canvas.painting.batches import COPY, draw_copied, packed_copy
from evmap.ui.canvas.painting.page import Page, Portrait, put_on_page

_AS_GOOD_AS_ONE = 0.15
"""A picture that were to be scaled by no more is copied as it is, which is sharper and five times as fast."""

_SOME = 250
"""So many movers are made ready at a time."""

Middles = tuple[list[float], list[float]]
"""Where the middles of all movers are at a moment: all across, and all down."""


class _Kind(IntEnum):
    """What becomes of a mover's picture, in the order in which they are painted, from below.

    What comes out of a dot comes from below the box that it belonged to.
    """

    UNSEEN = 0
    GOES = 1
    COMES = 2
    CHANGES = 3
    STAYS = 4


class Mover(Struct, frozen=True):
    """A concept on its way: where it stood and stands on the screen, and its pictures there.

    What has no look of its own on one side, such as a dot, is drawn as on the other, as small as it was.
    """

    start: Rect
    end: Rect
    before: Portrait | None
    after: Portrait | None

    @property
    def kind(self) -> _Kind:
        """What becomes of its picture."""
        if self.before is None:
            return _Kind.UNSEEN if self.after is None else _Kind.COMES
        if self.after is None:
            return _Kind.GOES
        same = self.before is self.after or self.before.key == self.after.key
        return _Kind.STAYS if same else _Kind.CHANGES

    def at(self, done: float) -> Rect:
        """Where it is when so much of the way is done."""
        (ax, ay, aw, ah), (bx, by, bw, bh) = self.start, self.end
        return (ax + (bx - ax) * done, ay + (by - ay) * done, aw + (bw - aw) * done, ah + (bh - ah) * done)


class _Fade(Struct, frozen=True):
    """When the pictures of movers of a kind come or go, as shares of the way.

    Attributes:
        kind: of which movers.
        old: whether it is their pictures of before.
        coming: between which shares they come.
        going: between which shares they go.
    """

    kind: _Kind
    old: bool = False
    coming: tuple[float, float] | None = None
    going: tuple[float, float] | None = None

    def weight(self, done: float) -> float:
        """How much of them is seen."""
        come = ramp(done, *self.coming) if self.coming else 1.0
        gone = ramp(done, *self.going) if self.going else 0.0
        return come * (1.0 - gone)


_FADES = (
    _Fade(_Kind.GOES, old=True, going=(0.7, 1.0)),
    _Fade(_Kind.COMES, coming=(0.08, 0.5)),
    _Fade(_Kind.CHANGES, old=True, going=(0.55, 0.9)),
    _Fade(_Kind.CHANGES, coming=(0.15, 0.6)),
    _Fade(_Kind.STAYS),
)


class _Crowd:
    """Pictures that come or go alike, copied in one call; the numbers of their movers follow each other."""

    def __init__(self, fade: _Fade, first: int) -> None:
        self._fade, self._first = fade, first
        self._copies = array("d")
        self._scaled: list[tuple[int, float, float]] = []

    def __len__(self) -> int:
        return len(self._copies) // COPY

    def add(self, mover: Mover, page: Page) -> None:
        """One more."""
        portrait, rest = (mover.before, mover.start) if self._fade.old else (mover.after, mover.end)
        if portrait is None:
            return
        ratio = portrait.pixmap.devicePixelRatio()
        start, end = _times(mover.start, rest), _times(mover.end, rest)
        if start != 1.0 or end != 1.0:
            self._scaled.append((len(self), start / ratio, (end - start) / ratio))
        self._copies.frombytes(packed_copy(0, 0, *page.parts[portrait.key], ratio))

    def paint(self, painter: QPainter, page: Page, middles: Middles, done: float) -> None:
        """Paint all, when so much of the way is done."""
        weight = self._fade.weight(done)
        if weight <= 0.0:
            return
        copies, count = self._copies, len(self)
        for place, along in enumerate(middles):
            copies[place::COPY] = array("d", along[self._first : self._first + count])
        for number, scale, growth in self._scaled:
            copies[number * COPY + 6] = copies[number * COPY + 7] = scale + growth * done
        painter.setOpacity(weight)
        draw_copied(painter, copies, page.pixmap)


class Movers:
    """All that moves at a change, to be made ready before it is painted.

    Attributes:
        numbers: the number of each mover, by its id.
    """

    def __init__(self, movers: Mapping[str, Mover]) -> None:
        self._movers = movers
        self.numbers: dict[str, int] = {}
        self._xs: list[tuple[float, float]] = []
        self._ys: list[tuple[float, float]] = []
        self._crowds: list[_Crowd] = []
        self._page: Page | None = None

    def rects(self, done: float) -> dict[str, Rect]:
        """Where each is on the screen when so much of the way is done."""
        return {name: mover.at(done) for name, mover in self._movers.items()}

    def middles(self, done: float) -> Middles:
        """Where the middle of each is, by number."""
        return [x + way * done for x, way in self._xs], [y + way * done for y, way in self._ys]

    def paint(self, painter: QPainter, middles: Middles, done: float) -> None:
        """Paint all of them, when so much of the way is done."""
        if self._page is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for crowd in self._crowds:
            crowd.paint(painter, self._page, middles, done)
        painter.setOpacity(1.0)
        # With it, Qt takes twice as long to blend pictures that are not scaled at all.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    def prepare(self) -> Pieces[None]:
        """Make them ready, in pieces."""
        portraits: dict[int, Portrait] = {}
        # Those of a kind get numbers one after another, so that the places of all are copied at once.
        kinds: dict[_Kind, list[str]] = {kind: [] for kind in _Kind}
        for some in parts(list(self._movers), _SOME):
            yield
            for name in some:
                mover = self._movers[name]
                kinds[mover.kind].append(name)
                for each in (mover.before, mover.after):
                    if each is not None:
                        portraits[each.key] = each
        page = self._page = yield from put_on_page(portraits)
        for kind, names in kinds.items():
            yield from self._add(names, [_Crowd(fade, len(self._xs)) for fade in _FADES if fade.kind is kind], page)

    def _add(self, names: Sequence[str], crowds: Sequence[_Crowd], page: Page) -> Pieces[None]:
        """Add movers of a kind."""
        self._crowds += crowds
        for some in parts(names, _SOME):
            yield
            for number, name in enumerate(some, len(self._xs)):
                mover = self._movers[name]
                (x, y), (end_x, end_y) = centre(mover.start), centre(mover.end)
                self._xs.append((x, end_x - x))
                self._ys.append((y, end_y - y))
                self.numbers[name] = number
                for crowd in crowds:
                    crowd.add(mover, page)


def _times(rect: Rect, rest: Rect) -> float:
    """How many times as large a thing is, that fills one rectangle at rest, in another."""
    times = min(rect[2] / rest[2], rect[3] / rest[3]) if rest[2] > 0 and rest[3] > 0 else 0.0
    return 1.0 if abs(times - 1.0) < _AS_GOOD_AS_ONE else times


def ramp(t: float, low: float, high: float) -> float:
    """From 0 to 1 between two moments, softly."""
    share = min(max((t - low) / (high - low), 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)
