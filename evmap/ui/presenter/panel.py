"""Parts of the presenter window: times, labels, and the notes with their own size of type."""

from PySide6.QtCore import QSize, Qt, QTime, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable
from evmap.workspace.talk import Pace, Talk

_PACE_ROLE = {Pace.EARLY: "accent", Pace.ON_TIME: "ink", Pace.LATE: "hedge"}
_PACE_WORDS = {Pace.EARLY: "ahead of the plan", Pace.ON_TIME: "on time", Pace.LATE: "behind the plan"}
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
