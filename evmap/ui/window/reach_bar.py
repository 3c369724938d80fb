"""How far the light reaches from the selected concepts: told and changed in the status line, in place of the counts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from evmap.ui.actions.action_set import ActionSet
from evmap.ui.parts.elided import ElidedLabel
from evmap.ui.theme import Theme
from evmap.ui.words.names import count
from evmap.workspace import Topic, Workspace
from evmap.workspace.following import MOST_STEPS

WAY_WORDS = {"both": "both ways", "out": "out only", "in": "in only"}
_WAY_ACTIONS = tuple(f"near.{way}" for way in WAY_WORDS)


class ReachBar(QWidget):
    """Says "Neighbourhood: 2 steps, both ways, 34 concepts", with buttons for each of them.

    Attributes:
        fewer: one step less.
        more: one step more.
        way: a menu of directions.
    """

    def __init__(self, workspace: Workspace, actions: ActionSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = actions
        self.setAccessibleName("Neighbourhood")
        self._name = ElidedLabel("Neighbourhood", "muted", theme, 13)
        self._steps = ElidedLabel("", "ink", theme, 13, 600)
        self._found = ElidedLabel("", "muted", theme, 13)
        self.fewer, self.more, self.way = _button("One step less"), _button("One step more"), _button("Direction")
        self.fewer.clicked.connect(self._less)
        self.more.clicked.connect(self._further)
        self.way.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.way.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ways = QMenu(self)
        self.ways.aboutToShow.connect(self._fill)
        self.way.setMenu(self.ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._name, self.fewer, self._steps, self.more, self.way, self._found):
            row.addWidget(part)
        self.set_theme(theme)
        self.refresh()

    @property
    def text(self) -> str:
        """All that it says."""
        return f"Neighbourhood: {self._steps.text()}, {WAY_WORDS[self._workspace.following.reach.way]}, {self._told()}"

    @property
    def speaks(self) -> bool:
        """Whether there is a neighbourhood to speak of."""
        chosen = self._workspace.selection
        return bool(chosen.concepts) and not chosen.alone and self._workspace.topic is not Topic.PATH

    def refresh(self) -> None:
        """Say what is lit now; with no concept selected there is nothing to see."""
        self.setVisible(self.speaks)
        if not self.speaks:
            return
        reach = self._workspace.following.reach
        self._steps.setText(count(reach.steps, "step"))
        self._steps.setMinimumWidth(self._steps.sizeHint().width())  # the other words give way first
        self.way.setText(f"{WAY_WORDS[reach.way]} ▾")
        self.way.setAccessibleName(f"Direction: {WAY_WORDS[reach.way]}")
        self._found.setText(self._told())
        self.fewer.setEnabled(reach.steps > 1)
        self.more.setEnabled(reach.steps < MOST_STEPS)
        self.setAccessibleDescription(self.text)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type and sizes."""
        self._theme = theme
        for label in (self._name, self._steps, self._found):
            label.set_theme(theme)
        side = theme.px(22)
        for button, icon in ((self.fewer, "minus"), (self.more, "plus")):
            button.setFixedSize(side, side)
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
            button.setIcon(theme.icon(icon, "ink", 16))
        self.way.setFont(theme.sans(theme.px(13)))

    def _told(self) -> str:
        near = self._workspace.following.neighbourhood()
        others = len(near.concepts) - len(self._workspace.selection.concepts)
        return f"{count(others, 'concept')}, {count(len(near.links), 'link')}"

    def _fill(self) -> None:
        self.ways.clear()
        self._actions.fill_with(self.ways, _WAY_ACTIONS, self._theme)

    def _less(self) -> None:
        self._workspace.following.follow(steps=self._workspace.following.reach.steps - 1)

    def _further(self) -> None:
        self._workspace.following.follow(steps=self._workspace.following.reach.steps + 1)


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(f"{name} (1 to 9)" if "step" in name else "Which links to follow (B both, O out, I in)")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setProperty("look", "tiny" if "step" in name else "trail")
    return button
