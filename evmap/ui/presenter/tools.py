"""What the hand presses in the presenter window: the tools as buttons, and a bar for each step."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget

from evmap.ui.parts.flow import Flow
from evmap.ui.presenter.keys import shown, talk_key
from evmap.ui.theme import Theme
from evmap.ui.words.plain import tip
from evmap.workspace.talk import Blank, Talk, TalkState, Tool

BUTTONS = (
    "back",
    "next",
    "black",
    "white",
    "freeze",
    "pointer",
    "spotlight",
    "draw",
    "erase",
    "clear",
    "zoom",
    "whole",
    "steps",
    "find",
)
"""The keys that are buttons, too."""

_SHORT = {"clear": "Clear", "zoom": "Zoom", "steps": "Steps"}
"""What buttons say for short."""

_AT_ONCE = ("back", "next", "clear", "steps", "find")
"""Those that are done at once; the others are on or off."""

_ARROWS = {"next": "→", "back": "←"}
"""Keys that are better drawn than named."""

_REACH = 5
"""So far above and below a bar of the progress a click still meets it."""


class Progress(QWidget):
    """One bar for each step: those that were, the present one with its stages, those to come.

    Signals:
        chosen(int): go to a step, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, talk: Talk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._done, self._open = theme.colour("accent"), theme.colour("faint")
        self.setFixedHeight(theme.px(10) + 2 * _REACH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def follow(self) -> None:
        """Show where the talk is."""
        at = self._talk.state.at
        self.setAccessibleName(f"Step {at.step + 1} of {len(self._talk.tour.steps)}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        at = self._talk.state.at
        gap, wide = self._bars()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for step in range(len(self._talk.tour.steps)):
                bar = QRectF(step * (wide + gap), _REACH + 1, wide, self.height() - 2 * _REACH - 2)
                painter.setBrush(self._done if step < at.step else self._open)
                painter.drawRoundedRect(bar, 3, 3)
                if step == at.step:
                    bar.setWidth(wide * (at.stage + 1) / self._talk.stages_of(step))
                    painter.setBrush(self._done)
                    painter.drawRoundedRect(bar, 3, 3)

    def event(self, event: QEvent) -> bool:
        """Say which step a bar is when it is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = self._step_at(event.pos().x())
            QToolTip.showText(event.globalPos(), tip(f"{step + 1}   {self._talk.tour.steps[step].title}"), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._step_at(event.position().x()))

    def _bars(self) -> tuple[float, float]:
        """The room between two bars, and the width of one."""
        count = len(self._talk.tour.steps)
        gap = 6 if count < 40 else 1
        return gap, (self.width() - gap * (count - 1)) / count

    def _step_at(self, x: float) -> int:
        gap, wide = self._bars()
        return min(max(int((x + gap / 2) // (wide + gap)), 0), len(self._talk.tour.steps) - 1)


class ToolButton(QPushButton):
    """A key of the talk as a button.

    Signals:
        wanted(str): the name of its key.
    """

    wanted = Signal(str)

    def __init__(self, name: str, theme: Theme, *, letters: bool) -> None:
        key = talk_key(name)
        keys = key.keys_in_use(letters=letters)
        super().__init__(f"{_SHORT.get(name, key.words)}   {_ARROWS.get(name) or shown(key, letters=letters)}")
        self._name = name
        self.setAccessibleName(key.words)
        self.setToolTip(f"{key.words} ({', '.join(keys)})")
        self.setCheckable(name not in _AT_ONCE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFont(theme.sans(theme.px(14), 600))
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self._name)


class Tools(Flow):
    """A button for each tool, with its key; those that are on are pressed.

    Signals:
        pressed(str): the name of a key of the talk.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, letters: bool = True) -> None:
        super().__init__(8, parent)
        self.by_name = {name: ToolButton(name, theme, letters=letters) for name in BUTTONS}
        for button in self.by_name.values():
            button.wanted.connect(self.pressed)
            self.add(button)

    def follow(self, state: TalkState) -> None:
        """Press what is on."""
        on = {
            "black": state.blank is Blank.BLACK,
            "white": state.blank is Blank.WHITE,
            "freeze": state.frozen,
            "pointer": state.tool is Tool.POINTER,
            "spotlight": state.tool is Tool.SPOTLIGHT,
            "draw": state.tool is Tool.PEN,
            "erase": state.tool is Tool.ERASER,
            "zoom": state.tool is Tool.ZOOM or state.region is not None,
            "whole": state.whole,
        }
        for name, is_on in on.items():
            self.by_name[name].setChecked(is_on)
