"""What assistive technology meets on the map: an unseen button for each concept in view, and for the links at hand.

The map is one widget that paints itself, so a screen reader would meet one blank. An own accessible interface in Python
was tried and dropped: Qt keeps raw pointers to it and its children, and whoever frees first ends the program. Widgets
are exposed by Qt's own bridge on every system, and live as long as their parent. They are made only while something
asks (``QAccessible.isActive``), take no clicks and no place in the Tab order, and paint nothing.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from evmap.graph.index import MapIndex
from evmap.graph.sureness import Sureness, count_by_sureness, sureness
from evmap.layout.geometry import overlap
from evmap.model import Rect
from evmap.ui.canvas.sight import Sight
from evmap.ui.words.names import HIDDEN, LINK_SURENESS, count, kind_words
from evmap.ui.words.plain import showable

_MOST = 250
"""So many concepts are exposed at once, the best linked first; the outline has all of them."""
_SETTLE_MS = 120
_LINE = 24
_SURE_WORDS = {
    Sureness.STATED: "stated",
    Sureness.HEDGED: "hedged",
    Sureness.OPEN: "open",
    Sureness.COMPARISON: "comparing",
    Sureness.BACKGROUND: "not in the sources",
}


class StandIn(QAbstractButton):
    """Stands for a concept or link where it is on the map; checked while that is chosen."""

    def __init__(self, item: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(True)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The map is painted already."""


class Assist(QObject):
    """Keeps the stand-ins of one canvas in step with what is seen and chosen, and says where the focus is.

    Signals:
        chosen(str): assistive technology pressed what stands for this item.
    """

    chosen = Signal(str)

    def __init__(self, canvas: QWidget, sight: Sight) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._sight = sight
        self._standing: dict[str, StandIn] = {}
        self._told: str | None = None
        self._following = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.follow)

    @property
    def stand_ins(self) -> tuple[StandIn, ...]:
        """What is exposed now, in the order of reading."""
        return tuple(self._standing.values())

    def follow_later(self) -> None:
        """The view moves: follow when it rests."""
        self._later.start()

    def follow(self) -> None:
        """Expose what is in view, in the order of reading, and say what has the focus if that is new."""
        self._following = True
        wanted = self._wanted()
        for item in self._standing.keys() - wanted.keys():
            self._standing.pop(item).deleteLater()
        chosen = self._sight.chosen
        for item, rect in wanted.items():
            each = self._standing.pop(item, None) or self._stand_in(item)
            self._standing[item] = each  # put in again at its place in the order of reading
            each.setAccessibleDescription(self._told_now(item))
            each.setGeometry(_whole_pixels(rect))
            each.setChecked(item in chosen)
            each.raise_()
            each.show()
        self._sight.corners.raise_all()
        self._following = False
        self._say_focus(chosen[-1] if chosen else None)

    def focus_came(self) -> None:
        """The map has the keyboard's focus again: what is chosen on it has it."""
        self._told = None
        self.follow()

    def _wanted(self) -> dict[str, Rect]:
        """The items in view and where they are, line by line as one reads."""
        size = self._sight.view_size()
        view: Rect = (0.0, 0.0, *size)
        found = {item: rect for item in self._candidates() if (rect := self._sight.rect_of(item)) is not None}
        seen = {item: rect for item, rect in found.items() if overlap(rect, view)}
        return dict(sorted(seen.items(), key=lambda each: (each[1][1] // _LINE, each[1][0])))

    def _candidates(self) -> Iterable[str]:
        """The concepts in view, and the links of what is chosen."""
        scene = self._sight.stage.scene
        x, y = self._sight.eye.target.origin(self._sight.view_size(), self._sight.view_ratio())
        in_view = set(self._sight.plan().concepts_in((-x, -y, *self._sight.view_size())))
        concepts = [scene.concepts[number].id for number in scene.order if number in in_view]
        chosen = self._sight.chosen
        numbers = (scene.concept_numbers[item] for item in chosen if item in scene.concept_numbers)
        links = [scene.links[link].id for number in numbers for link in scene.touching[number]]
        return dict.fromkeys((*chosen, *concepts[:_MOST], *links))

    def _stand_in(self, item: str) -> StandIn:
        made = StandIn(item, name_of(self._sight.workspace.index, item), self._canvas)
        made.toggled.connect(self._pressed)  # Qt's own "press" and "toggle" both lead here
        return made

    def _told_now(self, item: str) -> str:
        """What it is, and whether it is only there because filters fade what they hide."""
        workspace = self._sight.workspace
        told = told_of(workspace.index, item)
        return f"{HIDDEN.capitalize()}. {told}" if workspace.asking.hides(item) else told

    def _pressed(self) -> None:
        stand_in = self.sender()
        if isinstance(stand_in, StandIn) and not self._following:
            self.chosen.emit(stand_in.item)
            self.follow()

    def _say_focus(self, item: str | None) -> None:
        """Let assistive technology read what the keyboard came to. The focus stays with the map, which has the keys."""
        if item == self._told or not self._canvas.hasFocus():
            return
        before, now = self._standing.get(self._told or ""), self._standing.get(item or "")
        self._told = item
        if before is not None:
            before.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none, its stubs do not say so
        if now is not None:
            now.setFocusProxy(self._canvas)  # so that its state says "focused" too
        announce(now or self._canvas)


def announce(widget: QWidget) -> None:
    """Say that a widget has the focus."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))


def name_of(index: MapIndex, item: str) -> str:
    """What a screen reader says first: "exosomes, vesicle, 24 links", or a link's sentence."""
    if item in index.links:
        return showable(index.sentence(index.links[item]))
    concept = index.concepts[item]
    kind = kind_words(concept.kind, concept.origin).lower().replace(" · ", ", ")
    return showable(f"{concept.name}, {kind}, {count(index.degree(item), 'link')}")


def told_of(index: MapIndex, item: str) -> str:
    """What it says then: a concept's summary and how sure its links are, or how sure a link is."""
    if item in index.links:
        link = index.links[item]
        passages = f", {count(len(link.quotes), 'passage')}" if link.quotes else ""
        return showable(f"{LINK_SURENESS[sureness(link)]}{passages}. {link.note}".strip())
    sure = count_by_sureness(index.links_of(item))
    links = ", ".join(f"{number} {_SURE_WORDS[each]}" for each, number in sure.items() if number)
    return showable(f"{index.concepts[item].summary} Links: {links or 'none'}.".strip())


def _whole_pixels(rect: Rect) -> QRect:
    x, y, w, h = rect
    return QRect(round(x), round(y), max(round(w), 1), max(round(h), 1))
