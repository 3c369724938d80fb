"""Every pen, brush and font that the canvas paints with, made once for a theme."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPen

from evmap.graph.sureness import Sureness
from evmap.layout.boxes import PHRASE_PX
from evmap.ui.canvas.geometry.screen_sizes import LIT_PX
from evmap.ui.theme import Theme

PLAIN = "line"
"""The hue of lines at rest, unless a lens colours them."""

FADED, BACKDROP = 0.3, 0.16
"""How much of the rest of the map is left while something is lit."""

_DASHES: Mapping[Sureness, tuple[float, float] | None] = {
    Sureness.STATED: None,
    Sureness.HEDGED: (7.0, 4.5),
    Sureness.OPEN: (7.0, 4.5),
    Sureness.COMPARISON: (1.6, 3.6),
    Sureness.BACKGROUND: None,
}
"""Length of dash and gap in screen pixels, for lines of the usual width; longer where lines are wider."""

_USUAL = 1.9


class KindInk(Struct, frozen=True):
    """What one kind is painted with: a soft box, a solid box, its outlines."""

    colour: QColor
    soft: QBrush
    solid: QBrush
    pen: QPen
    bold_pen: QPen
    fine_pen: QPen
    bar_pen: QPen
    halo_pen: QPen


class LinePens(dict[tuple[str, Sureness], QPen]):
    """The pens of lines of one width, by hue and sureness; each is made when it is first asked for.

    Args:
        theme: gives the colours.
        ratio: device pixels to a pixel.
        width: in pixels.
        share: how strong plain lines are.
        tinted_share: how strong lines in the colours of a lens are.
    """

    def __init__(self, theme: Theme, ratio: float, width: float, share: float = 1.0, tinted_share: float = 1.0) -> None:
        super().__init__()
        self._theme, self._ratio, self._width = theme, ratio, width
        self._shares = {PLAIN: share, "background": share}
        self._tinted_share = tinted_share

    def __missing__(self, key: tuple[str, Sureness]) -> QPen:
        hue, sureness = key
        colour = _faint(self._theme.colour(hue), self._shares.get(hue, self._tinted_share))
        pen = self[key] = _line_pen(colour, self._width, sureness, self._ratio)
        return pen


class Inks:
    """The pens, brushes and fonts of one theme on a screen of one device pixel ratio. Widths are screen pixels.

    Attributes:
        paper: the colour below everything.
        paper_brush: the same, as a painter's background.
        veil: paper that lets ``FADED`` of what lies below it through.
        veil_brush: the same, as a painter's background.
        mist: paper that lets still less through, over what is only a backdrop.
        far_pens: the lines seen from afar, by hue and sureness.
        rest_pens: the lines at rest, likewise; without a lens their hue is ``PLAIN``.
        lit_pens: the lit lines, likewise.
        bone_pens: the same, thinner, for what joins two landmarks seen from afar.
        story_pens: the same, a little thinner, where every phrase is told.
        step_pens: the same, for the last row of a class.
        line_pen: a plain line.
        lane_pen: the rule between two lanes.
        hint_pen: the lines that are only hinted at there.
    """

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme = theme
        self.paper = theme.colour("paper")
        self.paper_brush = brush_of(self.paper)
        self.veil = _faint(self.paper, 1 - FADED)
        self.veil_brush = brush_of(self.veil)
        self.mist = _faint(self.paper, 1 - BACKDROP)
        self.ink = theme.colour("ink")
        self.muted = theme.colour("muted")
        self.on_kind = theme.colour("on-kind")
        self.focus_pen = _pen(theme.colour("focus"), 2.0, ratio)
        self.focus_ground_pen = _pen(self.paper, 5.0, ratio)
        self.band_pen = _pen(theme.colour("accent"), 1.0, ratio)
        self.band = brush_of(_faint(theme.colour("accent"), 0.12))
        self._ratio = ratio
        self._hues: dict[tuple[str, bool], KindInk] = {}
        self._ring_pens: dict[tuple[str, bool], QPen] = {}
        self._make_line_pens(theme, ratio)
        self.lit_font = theme.sans(LIT_PX * theme.scale, QFont.Weight.DemiBold)
        self.phrase_font = theme.sans(PHRASE_PX * theme.scale, QFont.Weight.DemiBold, italic=True)
        self._plain: dict[tuple[int, float], QPen] = {}
        self._name_fonts: dict[float, tuple[QFont, QFontMetricsF]] = {}
        self._box_fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def _make_line_pens(self, theme: Theme, ratio: float) -> None:
        line = theme.colour("line")
        self.far_pens = LinePens(theme, ratio, 1.0, 0.34, 0.62)
        self.rest_pens = LinePens(theme, ratio, 1.0, 0.85, 1.0)
        self.lit_pens = LinePens(theme, ratio, 1.9)
        self.story_pens = LinePens(theme, ratio, 1.7)
        self.step_pens = LinePens(theme, ratio, 3.4)
        self.bone_pens = LinePens(theme, ratio, 1.4)
        self.lane_pen = _pen(theme.colour("faint"), 1.0, ratio)
        self.line_pen = _line_pen(line, 1.2, Sureness.STATED, ratio)
        self.hint_pen = _line_pen(_faint(line, 0.45), 1.0, Sureness.HEDGED, ratio)

    def ring_pen(self, hue: str, *, solid: bool) -> QPen:
        """The dotted second membrane in a vesicle's icon."""
        key = (hue, solid)
        if key not in self._ring_pens:
            self._ring_pens[key] = _ring_pen(self.on_kind if solid else self.theme.colour(hue), self._ratio)
        return self._ring_pens[key]

    def name_font(self, px: float) -> tuple[QFont, QFontMetricsF]:
        """The type of names beside icons in a size of the screen, and its measures."""
        if px not in self._name_fonts:
            font = self.theme.sans(px)
            self._name_fonts[px] = (font, QFontMetricsF(font))
        return self._name_fonts[px]

    def plain(self, pen: QPen) -> QPen:
        """The same pen without dashes."""
        key = (pen.color().rgba(), pen.widthF())
        if key not in self._plain:
            self._plain[key] = QPen(pen)
            self._plain[key].setStyle(Qt.PenStyle.SolidLine)
        return self._plain[key]

    def hue(self, hue: str, *, dotted: bool = False) -> KindInk:
        """The inks of a colour's role; the outline may be dotted, as that of pictures and of what is in no source."""
        key = (hue, dotted)
        if key not in self._hues:
            soft = self.paper if hue == "background" else self.theme.colour(f"{hue}.fill")
            colour = self.theme.colour(hue)
            solid = self.theme.colour(f"{hue}.solid") if hue.startswith("kind.") else colour
            self._hues[key] = _kind_ink(colour, soft, solid, self._ratio, dotted=dotted)
        return self._hues[key]

    def faded(self, brush: QBrush) -> QBrush:
        """A brush as it shows through the veil."""
        return brush_of(_faint(brush.color(), FADED))

    def box_font(self, px: float, hub: bool) -> tuple[QFont, QFontMetricsF]:
        """The type of a name in a box, and its measures."""
        if (px, hub) not in self._box_fonts:
            font = self.theme.sans(px, QFont.Weight.Bold if hub else QFont.Weight.DemiBold)
            self._box_fonts[(px, hub)] = (font, QFontMetricsF(font))
        return self._box_fonts[(px, hub)]


def _kind_ink(colour: QColor, soft: QColor, solid: QColor, ratio: float, *, dotted: bool) -> KindInk:
    pen, bold = _pen(colour, 1.5, ratio), _pen(colour, 2.1, ratio)
    if dotted:
        for each in (pen, bold):
            each.setDashPattern([1.6, 1.6])
            each.setCapStyle(Qt.PenCapStyle.FlatCap)
    fine = _pen(colour, 1.0, ratio)
    fine.setDashPattern([2.0, 2.0])
    bar = _pen(colour, 4.0, ratio)
    bar.setCapStyle(Qt.PenCapStyle.RoundCap)
    halo = _pen(_faint(colour, 0.5), 2.6, ratio)
    return KindInk(colour, brush_of(soft), brush_of(solid), pen, bold, fine, bar, halo)


def _ring_pen(colour: QColor, ratio: float) -> QPen:
    pen = _pen(colour, 1.7, ratio)
    pen.setDashPattern([1.0, 1.1])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _line_pen(colour: QColor, width: float, sureness: Sureness, ratio: float) -> QPen:
    pen = _pen(colour, width, ratio)
    dashes = _DASHES[sureness]
    if dashes is not None:
        longer = max(width / _USUAL, 1.0)
        pen.setDashPattern([dashes[0] * longer / width, dashes[1] * longer / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _pen(colour: QColor, width: float, ratio: float) -> QPen:
    """A pen that is as wide in boxes painted at any scale; Qt counts the width of such pens in device pixels."""
    pen = QPen(colour, width * ratio)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def brush_of(colour: QColor) -> QBrush:
    """A brush of one colour. Made from the colour at once, it would first ask for all gradients that Qt knows."""
    brush = QBrush()
    brush.setColor(colour)
    brush.setStyle(Qt.BrushStyle.SolidPattern)
    return brush


def _faint(colour: QColor, share: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(colour.alphaF() * share)
    return faint
