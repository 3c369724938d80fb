"""The key sheet: every command that has a key, from the table, and what the mouse does on the map."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from evmap.ui.actions.table import ACTIONS, MENUS
from evmap.ui.parts.cross import name_cross
from evmap.ui.parts.scrolled import most_room, scrolled
from evmap.ui.theme import Theme

HAND: tuple[tuple[str, str], ...] = (
    ("Wheel, pinch", "Zoom at the pointer"),
    ("Shift+wheel", "Pan sideways"),
    ("Drag on paper, middle drag, Space+drag", "Pan"),
    ("Point at something", "Light what it is linked to"),
    ("Click", "Select a concept or a link; where links lie on each other, choose one"),
    ("Shift+click, Ctrl+click", "Add to the selection, or take out"),
    ("Shift+drag", "Select what is in the box"),
    ("Drag a concept", "Move it in the Atlas, with the others that are selected"),
    ("Double click on a concept", "Around it: its neighbours on a frame"),
    ("Around it: click a neighbour", "Around that one; Ctrl+click only selects it"),
    ("Side buttons of the mouse", "Back, forward"),
    ("Double click on a link", "Go to its sentences"),
    ("Double click on paper", "Zoom in"),
    ("Zoom in, zoom out", "Unfold the big picture, fold it again"),
    ("Arrow keys", "Pan; with a concept selected: to its neighbour"),
    ("Tab", "On through header, legend, map, reader, details, status line"),
    ("Enter, Space", "Press the button that has the focus"),
    ("Point at a sentence of an article", "Light what stands on it"),
    ("Click on a sentence, Enter", "Select what stands on it"),
    ("Up, Down in an article", "From sentence to sentence; with Ctrl by paragraphs"),
    ("Menu key, Shift+F10", "What can be done with what is selected"),
    ("Ctrl+C on a quote", "Copy its exact words and where they stand"),
)


LISTS: tuple[tuple[str, str], ...] = (
    ("Enter", "Go to the hit, then to the next; run the command"),
    ("Shift+Enter", "Go to the hit before"),
    ("Up, Down, Page Up, Page Down", "Look through the list"),
    ("Esc", "Close; what was found stays selected"),
)

Group = tuple[str, tuple[tuple[str, str], ...]]


class KeySheet(QDialog):
    """Two columns: what the menus hold; the way about the window, and mouse and keys on the map.

    Attributes:
        field: what is typed here leaves the rows whose words or keys hold it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, letters: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 18)
        layout.setSpacing(14)
        groups = (
            *key_groups(letters=letters),
            ("In the find field and the list of commands", LISTS),
            ("Mouse and keys on the map", HAND),
        )
        self._theme, self._groups = theme, groups
        self.field = QLineEdit()
        self.field.setProperty("look", "find")
        self.field.setPlaceholderText("Find a key or what it does")
        self.field.setAccessibleName("Find a key or what it does")
        self._clear = self.field.addAction(theme.icon("close", "muted", 16), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip("Show all keys")
        name_cross(self.field, "Show all keys")
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.field.clear)
        self.field.textChanged.connect(self._filter)
        layout.addWidget(self.field)
        sheet, room = _sheet(theme, balanced(groups)), most_room(self).width()
        for wraps in (False, True):
            if sheet.sizeHint().width() > room:
                sheet = _sheet(theme, (groups,), wraps=wraps)
        if not letters:
            layout.addWidget(_label("Single-letter keys are switched off in the settings (Ctrl+,).", "muted"))
        self._whole = sheet
        self._area = scrolled(sheet, "Keys", self)
        layout.addWidget(self._area)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, typed: str) -> None:
        """Show the rows that hold every typed word; all of them when nothing is typed."""
        words = typed.casefold().split()
        self._clear.setVisible(bool(typed))
        shown = self._area.takeWidget()
        if shown is not self._whole:
            shown.deleteLater()
        self._area.setWidget(_sheet(self._theme, (matching(self._groups, words),)) if words else self._whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field filters, which it has done already; it must not close the sheet."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self.field.hasFocus():
            super().keyPressEvent(event)


def matching(groups: Sequence[Group], words: Sequence[str]) -> tuple[Group, ...]:
    """The rows whose keys, words or heading hold all of some words, in their groups; or that there is none."""

    def holds(title: str, row: tuple[str, str]) -> bool:
        text = f"{title} {row[0]} {row[1]}".casefold()
        return all(word in text for word in words)

    found = [(title, tuple(row for row in rows if holds(title, row))) for title, rows in groups]
    return tuple(each for each in found if each[1]) or (("No key is for that", ()),)


def balanced(groups: tuple[Group, ...]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The groups in two columns, in their order, the longer column as short as can be."""

    def rows(part: tuple[Group, ...]) -> int:
        return sum(len(each) + 2 for _, each in part)

    cut = min(range(1, len(groups)), key=lambda at: max(rows(groups[:at]), rows(groups[at:])))
    return groups[:cut], groups[cut:]


def key_groups(*, letters: bool = True) -> tuple[Group, ...]:
    """Menu by menu, the keys of each command that has one and its words; the menu's own key is among the ways to go."""
    specs = {spec.id: spec for spec in ACTIONS}
    placed = {action_id for _, ids in MENUS for action_id in ids}
    groups = []
    for title, ids in MENUS:
        loose = [spec.id for spec in ACTIONS if spec.id not in placed and spec.id.startswith(plain(title).lower())]
        shown = [(specs[each], specs[each].keys_in_use(letters=letters)) for each in (*ids, *loose) if each != "-"]
        groups.append((plain(title), tuple((shown_keys(keys), plain(spec.text)) for spec, keys in shown if keys)))
    return tuple(groups)


def shown_keys(keys: tuple[str, ...]) -> str:
    """Keys as this system names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys)


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").rstrip("…")


def _column(theme: Theme, groups: tuple[Group, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(22)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for title, rows in groups:
        top = grid.rowCount()
        grid.setRowMinimumHeight(top, 10 if top > 1 else 0)
        grid.addWidget(_label(title, "section"), top + 1, 0, 1, 2)
        for at, (keys, words) in enumerate(rows, top + 2):
            name = _label(keys)
            name.setFont(theme.sans(theme.px(13), 600))
            grid.addWidget(name, at, 0)
            grid.addWidget(_label(words, "muted"), at, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _sheet(theme: Theme, columns: Sequence[tuple[Group, ...]], *, wraps: bool = False) -> QWidget:
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(48)
    for groups in columns:
        row.addLayout(_column(theme, groups))
    for label in sheet.findChildren(QLabel):
        label.setWordWrap(wraps)
        label.ensurePolished()  # the style sheet's fonts decide how large the sheet is
    return sheet


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        label.setProperty("look", look)
    return label
