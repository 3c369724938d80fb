"""Two buttons in the reader's bar that go from mention to mention of the selected concept, and where one is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable, tip
from evmap.workspace import Workspace
from evmap.workspace.mentioned import mention_walk, read_mention


class MentionSteps(QWidget):
    """Shown while one concept is selected that some article names."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._short = False
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setProperty("look", "muted")
        self.before, self.after = _button("Previous mention", "Alt+Up"), _button("Next mention", "Alt+Down")
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.told, self.before, self.after):
            row.addWidget(part)
        self.set_theme(theme)
        self.tell()

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme."""
        side = theme.px(16)
        for button, icon in ((self.before, "up"), (self.after, "down")):
            button.setIcon(theme.icon(icon, "ink", side))
            button.setIconSize(QSize(side, side))

    def set_short(self, short: bool) -> None:
        """Where there is little room, the concept's name goes and the numbers stay."""
        self._short = short
        self.tell()

    def tell(self) -> None:
        """Say at which mention one is."""
        walk = mention_walk(self._workspace)
        self.setVisible(walk is not None and bool(walk.places))
        if walk is None or not walk.places:
            return
        name = self._workspace.index.concepts[walk.concept].name
        self.told.setText(showable(walk.told if self._short else f"{_shortened(name)}: {walk.told}"))
        self.told.setToolTip(tip(f"Mentions of “{name}” in all articles"))
        self.setAccessibleName(f"Mentions of {name}: {walk.told}")

    def _go_on(self) -> None:
        read_mention(self._workspace, 1)

    def _go_back(self) -> None:
        read_mention(self._workspace, -1)


def _shortened(name: str, most: int = 24) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _button(name: str, key: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({key})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
