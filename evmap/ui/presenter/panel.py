"""The parts of the presenter window: times, tools as buttons, progress, and the notes with their own size of type."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from evmap.ui.panels.flow import Flow
from evmap.ui.panels.plain import showable, tip
from evmap.ui.presenter.keys import shown, talk_key
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace.talk import Blank, Pace, Talk, TalkState, Tool

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

_PACE_ROLE = {Pace.EARLY: "accent", Pace.ON_TIME: "ink", Pace.LATE: "hedge"}
_PACE_WORDS = {Pace.EARLY: "ahead of the plan", Pace.ON_TIME: "on time", Pace.LATE: "behind the plan"}
_REACH = 5
"""So far above and below a bar of the progress a click still meets it."""

_LEAST_NOTES, _MOST_NOTES, _NOTES_STEP = 12, 60, 3


def clock_words(seconds: float) -> str:
    """Seconds as minutes and seconds, "06:13"."""
    whole = int(seconds)
    return f"{whole // 60:02d}:{whole % 60:02d}"


class Times(QWidget):
    """Elapsed and planned time, whether that is early or late, and the time of day."""

    def __init__(self, talk: Talk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._theme = theme
        self._elapsed, self._planned, self._pace, self._now = (_label(theme, px) for px in (30, 16, 14, 30))
        self._elapsed.setAccessibleName("Elapsed time")
        self._told: Pace | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self._elapsed, self._planned, self._pace, self._now):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        self._tick = QTimer(self)
        self._tick.setInterval(250)
        self._tick.timeout.connect(self.tell)
        self._tick.start()
        self.tell()

    @property
    def words(self) -> str:
        """All that it says."""
        return " ".join(part.text() for part in (self._elapsed, self._planned, self._pace, self._now))

    def tell(self) -> None:
        """Say the time."""
        clock = self._talk.clock
        pace = clock.pace()
        self._elapsed.setText(clock_words(clock.elapsed))
        self._planned.setText(f"of {clock_words(clock.planned)}")
        self._pace.setText(_PACE_WORDS[pace] if clock.running else "paused")
        self._now.setText(QTime.currentTime().toString("HH:mm"))
        if pace is not self._told:
            self._told = pace
            _dress(self._elapsed, self._theme, 30, _PACE_ROLE[pace], bold=True)
            _dress(self._pace, self._theme, 14, _PACE_ROLE[pace])


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

    def __init__(self, name: str, theme: Theme) -> None:
        key = talk_key(name)
        super().__init__(f"{_SHORT.get(name, key.words)}   {_ARROWS.get(name) or shown(key)}")
        self._name = name
        self.setAccessibleName(key.words)
        self.setToolTip(f"{key.words} ({', '.join(key.keys)})")
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

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(8, parent)
        self.by_name = {name: ToolButton(name, theme) for name in BUTTONS}
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


class Notes(QWidget):
    """The notes of a step, as large as the teacher likes; the size is kept."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setAccessibleName("Notes")
        self.smaller, self.larger = QPushButton("A −"), QPushButton("A +")
        for button, name, change in (
            (self.smaller, "Smaller notes", self.shrink),
            (self.larger, "Larger notes", self.grow),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(change)
        top = QHBoxLayout()
        top.addWidget(_label(theme, 14, "Notes", muted=True), 1)
        top.addWidget(self.smaller)
        top.addWidget(self.larger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)
        self._dress()

    def tell(self, notes: str) -> None:
        """Show the notes of another step, from their beginning."""
        if self.text.toPlainText() != notes:
            self.text.setPlainText(showable(notes))

    def grow(self) -> None:
        """Larger type."""
        self._resize(_NOTES_STEP)

    def shrink(self) -> None:
        """Smaller type."""
        self._resize(-_NOTES_STEP)

    def _resize(self, by: int) -> None:
        self._settings.notes_size = min(max(self._settings.notes_size + by, _LEAST_NOTES), _MOST_NOTES)
        self._dress()

    def _dress(self) -> None:
        px = self._theme.px(self._settings.notes_size)
        self.text.setFont(self._theme.sans(px))
        card = self._theme.colour("card").name()
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ font-size: {px}px; padding: 14px; background: {card};"
            " border: none; border-radius: 10px; }"
        )

    def sizeHint(self) -> QSize:
        """As high as the window has room."""
        return QSize(320, 240)


def _label(theme: Theme, px: int, text: str = "", *, muted: bool = False) -> QLabel:
    label = QLabel(showable(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    _dress(label, theme, px, "muted" if muted else "ink")
    return label


def _dress(label: QLabel, theme: Theme, px: int, role: str, *, bold: bool = False) -> None:
    weight = "; font-weight: 700" if bold else ""
    label.setStyleSheet(f"font-size: {theme.px(px)}px; color: {theme.colour(role).name()}{weight}")


def plain_label(theme: Theme, px: int, *, bold: bool = False, muted: bool = False) -> QLabel:
    """A label of the presenter window."""
    label = _label(theme, px, muted=muted)
    _dress(label, theme, px, "muted" if muted else "ink", bold=bold)
    return label
