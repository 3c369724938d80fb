"""The palette: every command of the table in one list, found by typing, with its keys; Enter runs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from evmap.ui.actions.key_sheet import plain, shown_keys
from evmap.ui.actions.spec import NOT_NOW
from evmap.ui.actions.table import MENUS
from evmap.ui.finding.choosing import Choice, Offer, choose
from evmap.ui.finding.drop import Drop
from evmap.ui.finding.lead_field import LeadField
from evmap.ui.parts.blocks import Block
from evmap.ui.parts.text_block import Mark, Run, TextBlock
from evmap.ui.theme import Theme

if TYPE_CHECKING:
    from evmap.ui.actions.action_set import ActionSet
    from evmap.ui.main_window import MainWindow

_ITSELF = "help.palette"
_REMEMBERED = 8
NOTHING = "No command is called so. Try another word."


class Palette(QObject):
    """Drops down from the top of the window, runs one command and is gone.

    Attributes:
        field: where one types.
        drop: the list of commands, with the field above it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._offers: list[Offer] = []
        self._choices: list[Choice] = []
        self._came_from: QWidget | None = None
        self.field = LeadField("Command", takes_escape=True)
        self.field.setPlaceholderText("Type what you want to do")
        self.drop = Drop("Commands", window.theme, window)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 10, 12, 6)
        column.addWidget(self.field)
        self.drop.put_above(head)
        self.field.textEdited.connect(self._answer)
        self.field.moved.connect(self._move)
        self.field.stepped.connect(self._run_current)
        self.field.escaped.connect(self.close)
        self.field.left.connect(self._on_left)
        self.drop.rows.chosen.connect(self._run)

    @property
    def is_open(self) -> bool:
        """Whether it is in sight."""
        return self.drop.isVisible()

    def open(self) -> None:
        """Show all commands, those used last on top."""
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        window = self._window
        window.refresh()
        self.drop.set_theme(window.theme)
        self._offers = offers_of(window.actions_by_table, letters=window.settings.letter_keys)
        self.field.clear()
        self._answer("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close(self) -> None:
        """Go away; the focus is where it was."""
        back = self._came_from
        self._came_from = None
        self.drop.hide()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, typed: str) -> None:
        self._choices = choose(self._offers, typed, self._window.settings.recent_commands)
        rows = CommandRows(self._choices, self._window.theme)
        self.drop.show_rows(rows, max(len(self._choices), 1))
        top = self._window.header.mapTo(self._window, QPoint(0, self._window.header.height()))
        self.drop.drop_at(self._window.width() // 2, top.y())
        self._stand_on(self.drop.rows.row_from(-1, 1))

    def _move(self, by: int) -> None:
        self._stand_on(self.drop.rows.row_from(self.drop.rows.current, by))

    def _stand_on(self, row: int) -> None:
        self.drop.rows.set_current(row)
        words = self.drop.rows.text_of(row) if row >= 0 else NOTHING
        self.field.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _run_current(self, _by: int) -> None:
        if self.drop.rows.current >= 0:
            self._run(self.drop.rows.current)

    def _run(self, row: int) -> None:
        """Run a command from where one was, so that it finds the window as if its key had been pressed."""
        offer = self._choices[row].offer
        self.close()
        recent = (offer.id, *(each for each in self._window.settings.recent_commands if each != offer.id))
        self._window.settings.recent_commands = recent[:_REMEMBERED]
        self._window.actions_by_table.by_id[offer.id].trigger()

    def _on_left(self) -> None:
        self._came_from = None
        self.drop.hide()


def offers_of(actions: ActionSet, *, letters: bool) -> list[Offer]:
    """Every command of the table but the palette itself, in the order of the menus, as it is now."""
    menus = {action_id: plain(title) for title, ids in MENUS for action_id in ids}
    order = {action_id: at for at, action_id in enumerate(menus)}
    offers = [
        Offer(
            action.spec.id,
            plain(action.text()),
            menus.get(action.spec.id, ""),
            shown_keys(action.spec.keys_in_use(letters=letters)),
            "" if action.isEnabled() else NOT_NOW.get(action.spec.when, "not now"),
            action.isCheckable() and action.isChecked(),
        )
        for action in actions.by_id.values()
        if action.spec.id != _ITSELF
    ]
    return sorted(offers, key=lambda offer: order.get(offer.id, len(order)))


class CommandRows:
    """How commands look in the list; one row says so where there is none."""

    def __init__(self, choices: Sequence[Choice], theme: Theme) -> None:
        self._choices = choices
        self._theme = theme

    def can_be_chosen(self, row: int) -> bool:
        """Whether keys and mouse stop at a row: not at what cannot be used now."""
        return row < len(self._choices) and not self._choices[row].offer.why_not

    def words(self, row: int) -> str:
        """What a screen reader says of a row."""
        if row >= len(self._choices):
            return NOTHING
        offer = self._choices[row].offer
        state = "on" if offer.is_on else offer.why_not
        return ", ".join(each for each in (offer.text, state, offer.menu, offer.keys) if each)

    def block(self, row: int) -> Block:
        """What a row looks like."""
        theme = self._theme
        if row >= len(self._choices):
            return TextBlock([Run(NOTHING, theme.sans(theme.px(13)), theme.colour("muted"))])
        return CommandBlock(self._choices[row], theme)


class CommandBlock:
    """A command's words with its state at the left, its keys at the right."""

    def __init__(self, choice: Choice, theme: Theme) -> None:
        offer = choice.offer
        muted = theme.colour("muted")
        strong = theme.sans(theme.px(15), QFont.Weight.DemiBold if not offer.why_not else QFont.Weight.Normal)
        small = theme.sans(theme.px(13))
        runs = [Run(offer.text, strong, theme.colour("ink") if not offer.why_not else muted)]
        state = offer.why_not or ("on" if offer.is_on else "")
        runs.append(Run("   " + " · ".join(each for each in (offer.menu, state) if each), small, muted))
        marks = [] if offer.why_not else [Mark(span, theme.colour("mark.phrase")) for span in choice.marks]
        self._block = TextBlock(runs, marks)
        self._keys, self._font, self._colour = offer.keys, small, muted
        self._wide = QFontMetricsF(small).horizontalAdvance(offer.keys) + 4 if offer.keys else 0.0
        self.text = offer.text

    def height(self, width: float) -> float:
        """As high as the words."""
        return self._block.height(self._room(width))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw both sides."""
        self._block.paint(painter, x, y, self._room(width))
        painter.setFont(self._font)
        painter.setPen(self._colour)
        box = QRectF(x + width - self._wide, y, self._wide, self.height(width))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)

    def _room(self, width: float) -> float:
        return max(width - self._wide - 16, width / 2)
