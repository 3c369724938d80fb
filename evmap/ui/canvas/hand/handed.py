"""A widget that shows a sight of the map and gives a hand what Qt tells of mouse, wheel, keys and focus."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from evmap.ui.canvas.sight import Sight
from evmap.ui.canvas.tips import plain, tip_at
from evmap.ui.theme import Theme
from evmap.workspace import Workspace

if TYPE_CHECKING:
    from evmap.ui.canvas.changes import ViewChanges
    from evmap.ui.canvas.hand.hand import Hand
    from evmap.ui.canvas.hand.reach import Reach


class HandedWidget(QWidget):
    """The canvas as the hand finds it.

    Attributes:
        eye: the camera and the change under way; tests seek in it.

    Signals:
        concept_activated(str): a concept was double-clicked or Enter was pressed on it.
        link_activated(str): the same for a link.
        links_offered(tuple, bool, QPoint): links lie on each other at a point of the screen where one clicked: one of
            them is to be chosen, or, if so, added to what is chosen.
        menu_wanted(str, QPoint): a menu is wanted for an item, or "" for paper, at a point of the screen.
    """

    concept_activated = Signal(str)
    link_activated = Signal(str)
    menu_wanted = Signal(str, QPoint)
    links_offered = Signal(tuple, bool, QPoint)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._keyboard_focus = False
        self._sight = Sight(self, workspace, theme)
        self._chosen_at_first = workspace.selection
        self.eye = self._sight.eye

    # What can be done with the map: made when something first is, because no first picture waits for it.

    @cached_property
    def _changes(self) -> "ViewChanges":
        from evmap.ui.canvas.changes import ViewChanges

        return ViewChanges(self._sight, self._chosen_at_first)

    @cached_property
    def _reach(self) -> "Reach":
        from evmap.ui.canvas.hand.reach import Reach

        made = Reach(self._sight, self._changes, self)
        made.stirred.connect(self.update)
        made.concept_activated.connect(self.concept_activated)
        made.link_activated.connect(self.link_activated)
        made.links_offered.connect(self._offer_links)
        return made

    @cached_property
    def _hand(self) -> "Hand":
        from evmap.ui.canvas.hand.hand import Hand

        return Hand(self._reach)

    @property
    def _in_use(self) -> bool:
        """Whether anything was done with the map yet, so that something may be under way."""
        return "_reach" in vars(self)

    def _offer_links(self, links: tuple[str, ...], toggle: bool, at: QPointF) -> None:
        self.links_offered.emit(links, toggle, self.mapToGlobal(at.toPoint()))

    # What Qt tells.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pinches, tooltips, and Escape while a gesture is under way, before any shortcut takes it.

        Filters its own events from its first paint on: overriding ``event``, Python would be asked about each that
        Qt sends while the window is made, and make the types of all of Qt's events for it.
        """
        kind = event.type()
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent) and self._hand.pinch(event):
            return True
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        escaping = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._hand.busy
        if kind == QEvent.Type.ShortcutOverride and escaping:
            event.accept()
            return True
        if kind == QEvent.Type.DevicePixelRatioChange:
            self.update()
        return super().eventFilter(watched, event)

    def _show_tip(self, event: QHelpEvent) -> None:
        x, y = event.pos().x(), event.pos().y()
        point = (float(x), float(y))
        tip = tip_at(self._workspace.index, self._sight.plan(), self._sight.on_plan(point))
        item = self._reach.item_at(point)
        tip = tip or (plain(self._reach.hint(item)) if item is not None and self._reach.hint(item) else "")
        if not tip:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), tip, self, QRect(x - 8, y - 8, 16, 16))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture; buttons that mean nothing here go on to the window."""
        self._reach.settle()
        self._keyboard_focus = False
        event.setAccepted(self._hand.press(event))
        self.setCursor(self._hand.cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or point at what is here."""
        self._hand.move(event)
        self.setCursor(self._hand.cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it."""
        self._hand.release(event)
        self.setCursor(self._hand.cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is here, or zoom in."""
        event.setAccepted(self._hand.double_click(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is here; by key, of what is chosen."""
        point, item = event.pos(), None
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            item = self._reach.chosen_item()
        else:
            item = self._reach.item_at((float(point.x()), float(point.y())))
        self.menu_wanted.emit(item or "", event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or pan."""
        self._reach.settle()
        self._hand.wheel(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, or give up a gesture; other keys go on to the window."""
        self._reach.settle()
        if not self._hand.key(event):
            super().keyPressEvent(event)
        elif not self._keyboard_focus and event.key() != Qt.Key.Key_Escape:
            self._keyboard_focus = True
            self.update()
        self.setCursor(self._hand.cursor)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let Space go."""
        if not self._hand.key_up(event):
            super().keyReleaseEvent(event)
        self.setCursor(self._hand.cursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: nothing is pointed at."""
        self._hand.leave()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring when the keyboard brought the focus."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._keyboard_focus = event.reason() in by_key
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up what needs the keyboard."""
        self._keyboard_focus = False
        if self._in_use:
            self._hand.cancel()
        self.update()
        super().focusOutEvent(event)
