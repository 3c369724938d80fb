"""The key to the colours of a step that wears a lens: one sign and a few words for each group that is to be seen."""

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from evmap.ui.canvas.painting.marks import draw_badge
from evmap.ui.hues import hues, marks
from evmap.ui.theme import Theme
from evmap.ui.words.groups import group_words
from evmap.ui.words.plain import showable
from evmap.workspace import Lens, Workspace
from evmap.workspace.talk import Scene

_SIGN, _APART, _BETWEEN = 0.72, 0.38, 1.1
"""Width of a sign, the room after it, and that between entries, as shares of the height of a line."""


class Entry(Struct, frozen=True):
    """One colour of the key: its role, the mark that tells it without colour, and what it means."""

    hue: str
    mark: str
    words: str


def lens_of(name: str) -> Lens:
    """The lens of a step; one that is not known is that of the kinds."""
    return Lens(name) if name in set(Lens) else Lens.KIND


def key_to(scene: Scene, workspace: Workspace) -> tuple[Entry, ...]:
    """The groups that a step shows, in the order of the legend; none of kinds, which shapes tell."""
    lens = lens_of(scene.lens)
    if lens is Lens.KIND:
        return ()
    found = workspace.asking.sorted_by(lens)
    there = set(found.present)
    if scene.frame:
        light = scene.spotlight
        concepts = {found.concepts[each] for each in (*light.focus, *light.concepts)}
        there = concepts | {found.links[each] for each in light.links}
    hue, mark = hues(found), marks(found)
    return tuple(
        Entry(hue[group], mark[group], showable(group_words(workspace, lens, group)))
        for group in found.groups
        if group in there
    )


def key_width(entries: tuple[Entry, ...], metrics: QFontMetricsF) -> float:
    """How wide a key would like to be."""
    line = metrics.height()
    words = sum(metrics.horizontalAdvance(entry.words) for entry in entries)
    return words + line * (len(entries) * (_SIGN + _APART) + max(len(entries) - 1, 0) * _BETWEEN)


def draw_key(painter: QPainter, entries: tuple[Entry, ...], row: QRectF, theme: Theme) -> None:
    """Draw a key at the right end of a row, in the painter's font; where there is too little room, words are cut."""
    metrics = QFontMetricsF(painter.font())
    line, most = metrics.height(), [metrics.horizontalAdvance(entry.words) for entry in entries]
    too_wide = key_width(entries, metrics) - row.width()
    room = _shared(most, sum(most) - too_wide) if too_wide > 0 else most
    x = row.right() - min(key_width(entries, metrics), row.width())
    for entry, width in zip(entries, room, strict=True):
        draw_badge(painter, (x + line * _SIGN / 2, row.center().y()), line * _SIGN, entry.hue, entry.mark, theme)
        x += line * (_SIGN + _APART)
        painter.setPen(theme.colour("ink"))
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(QRectF(x, row.y(), width + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, words)
        x += width + line * _BETWEEN


def _shared(wanted: list[float], room: float) -> list[float]:
    """Widths that fit into some room: the short words keep theirs, the long ones share what is left."""
    given = dict.fromkeys(range(len(wanted)), 0.0)
    left, waiting = max(room, 0.0), sorted(given, key=wanted.__getitem__)
    for done, number in enumerate(waiting):
        given[number] = min(wanted[number], left / (len(waiting) - done))
        left -= given[number]
    return list(given.values())
