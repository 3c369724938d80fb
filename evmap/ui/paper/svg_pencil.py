"""Writes a picture as SVG: groups with ids and titles, real text, the fonts it is set in, and no script.

Qt's own SVG writer knows neither groups nor ids, and names fonts without bringing them along.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QRawFont

from evmap import data
from evmap.model import Point, Rect
from evmap.ui.paper.type import BOLD, NORMAL, SEMIBOLD, Type
from evmap.ui.theme.fonts import SANS, SERIF
from evmap.ui.theme.icons import svg_of
from evmap.ui.words.plain import showable

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CAPS = {Qt.PenCapStyle.FlatCap: "butt", Qt.PenCapStyle.RoundCap: "round", Qt.PenCapStyle.SquareCap: "square"}
_ANCHORS = {1: "", 0: ' text-anchor="middle"', -1: ' text-anchor="end"'}
_JOINS = {Qt.PenJoinStyle.RoundJoin: "round", Qt.PenJoinStyle.BevelJoin: "bevel"}


class _Face(Struct, frozen=True):
    serif: bool
    weight: int
    italic: bool


_FILES = {
    _Face(False, NORMAL, False): "AtkinsonHyperlegibleNext-Regular.ttf",
    _Face(False, NORMAL, True): "AtkinsonHyperlegibleNext-Italic.ttf",
    _Face(False, SEMIBOLD, False): "AtkinsonHyperlegibleNext-SemiBold.ttf",
    _Face(False, SEMIBOLD, True): "AtkinsonHyperlegibleNext-SemiBoldItalic.ttf",
    _Face(False, BOLD, False): "AtkinsonHyperlegibleNext-Bold.ttf",
    _Face(True, NORMAL, False): "SourceSerif4-Regular.ttf",
    _Face(True, NORMAL, True): "SourceSerif4-It.ttf",
    _Face(True, SEMIBOLD, False): "SourceSerif4-Semibold.ttf",
}


class SvgPencil:
    """A pencil that writes. Ids of groups are given once each, as in any document."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._faces: dict[_Face, None] = {}
        self._ids: set[str] = set()
        self._clips = 0

    def whole(self, width: float, height: float, title: str, description: str) -> bytes:
        """All that was drawn as the bytes of a file."""
        fonts = "\n".join(_font_rule(face) for face in self._faces)
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}" '
            f'viewBox="0 0 {_n(width)} {_n(height)}" role="img">\n'
            f"<title>{_text(title)}</title>\n<desc>{_text(description)}</desc>\n"
            f"<defs><style>\n{fonts}\n</style></defs>\n"
        )
        return (head + "\n".join(self._lines) + "\n</svg>\n").encode()

    @contextmanager
    def group(self, name: str, title: str = "") -> Iterator[None]:
        """A group with an id, and a title that viewers show as a tip."""
        new = name not in self._ids
        self._ids.add(name)
        told = f"<title>{_text(title)}</title>" if title else ""
        with self._element(f"<g id={_attribute(name)}>" if new else "<g>", told):
            yield

    @contextmanager
    def moved(self, dx: float, dy: float, scale: float = 1.0) -> Iterator[None]:
        """A group with a transformation."""
        scaled = f" scale({_n(scale)})" if scale != 1.0 else ""
        with self._element(f'<g transform="translate({_n(dx)} {_n(dy)}){scaled}">'):
            yield

    @contextmanager
    def clipped(self, rect: Rect) -> Iterator[None]:
        """A group with a clip."""
        self._clips += 1
        clip = f"clip{self._clips}"
        self._lines.append(f'<clipPath id="{clip}"><rect {_box(rect)}/></clipPath>')
        with self._element(f'<g clip-path="url(#{clip})">'):
            yield

    @contextmanager
    def faded(self, share: float) -> Iterator[None]:
        """A group of which only a share is seen."""
        with self._element(f'<g opacity="{_n(share)}">' if share < 1 else "<g>"):
            yield

    @contextmanager
    def _element(self, begin: str, told: str = "") -> Iterator[None]:
        self._lines.append(begin + told)
        yield
        self._lines.append("</g>")

    def fill(self, rect: Rect, colour: QColor) -> None:
        """A rectangle."""
        self._lines.append(f"<rect {_box(rect)}{_paint('fill', colour)}/>")

    def draw(self, path: QPainterPath, pen: QPen | None = None, fill: QColor | None = None) -> None:
        """A path."""
        if not path.isEmpty():
            self._lines.append(f'<path d="{path_data(path)}"{_paint("fill", fill)}{_stroke(pen)}/>')

    def write(self, at: Point, text: str, face: Type, colour: QColor, side: int = 1) -> None:
        """A line of text. It says how long it is, so that it fits its place in a viewer that lacks the fonts too."""
        if not text.strip():
            return
        family = self._family(text, face)
        slant = ' font-style="italic"' if face.italic else ""
        anchor = _ANCHORS[side]
        self._lines.append(
            f'<text x="{_n(at[0])}" y="{_n(at[1])}"{anchor} font-family="{family}" '
            f'font-size="{_n(face.px)}" font-weight="{face.weight}"{slant} textLength="{_n(face.width(text))}" '
            f'lengthAdjust="spacingAndGlyphs" xml:space="preserve"{_paint("fill", colour)}>{_text(text)}</text>'
        )

    def icon(self, name: str, colour: QColor, rect: Rect) -> None:
        """An icon: what its file draws, in its place."""
        head, _, inner = svg_of(name).partition(">")
        drawn = inner.rpartition("</svg>")[0].replace("currentColor", colour.name())
        side = float(head.partition('viewBox="')[2].partition('"')[0].split()[2])
        kept = " ".join(re.findall(r'(?:fill|stroke|stroke-[a-z]+)="[^"]*"', head)).replace(
            "currentColor", colour.name()
        )
        place = f"translate({_n(rect[0])} {_n(rect[1])}) scale({_n(rect[2] / side)})"
        self._lines.append(f'<g transform="{place}" {kept}>{drawn.strip()}</g>')

    def _family(self, text: str, face: Type) -> str:
        """The families that a text is set in, which are to be brought along; the serif has letters that sans lacks."""
        wanted = _Face(face.serif, face.weight, face.italic)
        self._faces[wanted if wanted in _FILES else _Face(face.serif, NORMAL, face.italic)] = None
        if face.serif:
            return f"'{SERIF}', serif"
        if any(ord(char) > 0x7E and not _in_sans(char) for char in text):
            self._faces[_Face(True, NORMAL, False)] = None
            return f"{SANS}, '{SERIF}', sans-serif"
        return f"{SANS}, sans-serif"  # without quotes, which simple viewers take for a part of the name


@lru_cache(maxsize=1)
def _sans() -> QRawFont:
    return QRawFont.fromFont(Type(12).font)


@lru_cache(maxsize=1024)
def _in_sans(char: str) -> bool:
    return bool(_sans().supportsCharacter(ord(char)))


@lru_cache(maxsize=len(_FILES))
def _font_rule(face: _Face) -> str:
    data_uri = b64encode((data.RESOURCES / "fonts" / _FILES[face]).read_bytes()).decode()
    return (
        f"@font-face{{font-family:'{SERIF if face.serif else SANS}';font-weight:{face.weight};"
        f"font-style:{'italic' if face.italic else 'normal'};"
        f"src:url(data:font/ttf;base64,{data_uri}) format('truetype');}}"
    )


def path_data(path: QPainterPath) -> str:
    """A path as SVG writes it."""
    out: list[str] = []
    start, last = (0.0, 0.0), (0.0, 0.0)
    kinds = QPainterPath.ElementType
    for i in range(path.elementCount()):
        element = path.elementAt(i)
        kind, here = element.type, (element.x, element.y)
        if kind is kinds.MoveToElement:
            out += _closed(out, start, last)
            start = here
        letter = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}.get(kind, "")
        out.append(f"{letter}{_n(here[0])} {_n(here[1])}")
        last = here
    return " ".join([*out, *_closed(out, start, last)])


def _closed(out: list[str], start: Point, last: Point) -> list[str]:
    """Z where a part of a path ends where it began."""
    return ["Z"] if len(out) > 2 and abs(start[0] - last[0]) + abs(start[1] - last[1]) < 1e-6 else []


def _stroke(pen: QPen | None) -> str:
    if pen is None:
        return ""
    width = pen.widthF() or 1.0
    dashes = [each * width for each in pen.dashPattern()] if pen.style() is not Qt.PenStyle.SolidLine else []
    dashed = f' stroke-dasharray="{" ".join(map(_n, dashes))}"' if dashes else ""
    cap, join = _CAPS.get(pen.capStyle(), "butt"), _JOINS.get(pen.joinStyle(), "miter")
    how = f' stroke-width="{_n(width)}" stroke-linecap="{cap}" stroke-linejoin="{join}"'
    return _paint("stroke", pen.color()) + how + dashed


def _paint(what: str, colour: QColor | None) -> str:
    if colour is None:
        return f' {what}="none"'
    seen = f' {what}-opacity="{_n(colour.alphaF())}"' if colour.alpha() < 255 else ""
    return f' {what}="{colour.name()}"{seen}'


def _box(rect: Rect) -> str:
    return f'x="{_n(rect[0])}" y="{_n(rect[1])}" width="{_n(rect[2])}" height="{_n(rect[3])}"'


def _n(number: float) -> str:
    """A number as short as it can be, to a thousandth of a pixel."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(_NO_XML.sub("�", showable(text)))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("�", text))
