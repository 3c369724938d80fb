"""The window that only the teacher sees: now, next, notes, times, tools, and which screen the class sees."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout

from evmap.ui.parts.elided import ElidedLabel
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.audience import AudienceWindow, question
from evmap.ui.presenter.cover import Card
from evmap.ui.presenter.dressing import dress
from evmap.ui.presenter.keys import talk_key
from evmap.ui.presenter.lens_key import lens_of
from evmap.ui.presenter.mirror import Mirror
from evmap.ui.presenter.overview import Overview
from evmap.ui.presenter.panel import Notes, Times, plain_label
from evmap.ui.presenter.preview import Preview, step_picture
from evmap.ui.presenter.saying import said_at
from evmap.ui.presenter.screens import Screens, described
from evmap.ui.presenter.talk_window import TalkWindow
from evmap.ui.presenter.tools import Progress, Tools
from evmap.ui.settings import Settings
from evmap.ui.slowly import Slowly
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable
from evmap.workspace import Workspace
from evmap.workspace.talk import Blank, Position, Talk, TalkChange, TalkState

_AFTER_MS = 120


class PresenterWindow(TalkWindow):
    """Shows the talk to the teacher; ``theme`` is what it is drawn in."""

    def __init__(
        self,
        talk: Talk,
        workspace: Workspace,
        audience: AudienceWindow,
        screens: Screens,
        settings: Settings,
        theme: Theme,
        ahead: DrawnAhead,
    ) -> None:
        super().__init__(talk)
        self._workspace = workspace
        self._audience = audience
        self._screens = screens
        self.theme = theme
        self._ahead = ahead
        self.setWindowTitle("EV Map – presenter")
        self.setAccessibleName("Presenter")
        dress(self, theme)
        self.setObjectName("presenter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(1366, 768)
        self.mirror = Mirror(audience.view, theme)
        self.preview = Preview(theme)
        self.notes = Notes(theme, settings)
        self.tools = Tools(theme, letters=settings.letter_keys)
        self.times = Times(talk, theme)
        self.progress = Progress(talk, theme)
        self.steps = Overview(talk, theme, audience.pictures, self)
        self.card = Card(theme, self)
        self.screen_box = QComboBox()
        self._now, self._next = (plain_label(theme, 15, muted=True) for _ in range(2))
        for label in (self._now, self._next):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.banner = plain_label(theme, 15, bold=True)
        self._lay_out()
        self.tools.pressed.connect(self.press)
        self.steps.chosen.connect(talk.go_to)
        self.progress.chosen.connect(self._go_to)
        self.steps.key.connect(self._pass_on)
        self.screen_box.activated.connect(self._screen_chosen)
        self._previewed: Position | None = None
        self._painted: Position | None = None
        self._painting = Slowly(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._show_next)
        audience.view.settled.connect(self._later.start)
        ahead.ready.connect(self._later.start)

    def start(self) -> None:
        """Follow the talk."""
        self.talk.changed.connect(self._on_talk)
        self._screens.changed.connect(self._list_screens)
        self._list_screens()
        self.follow()

    def stop(self) -> None:
        """Follow no longer."""
        self.talk.changed.disconnect(self._on_talk)
        self._later.stop()
        self._painting.drop()

    def press(self, name: str) -> None:
        """Do what a button says, as its key does."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # before: what it opens may take it
        self.keyed.emit()
        self._do(talk_key(name))

    def _go_to(self, step: int) -> None:
        self.keyed.emit()
        self.talk.go_to(step)

    @property
    def shows_next(self) -> bool:
        """Whether the preview is that of the step after the present one."""
        return self._previewed == Position(self.talk.state.at.step + 1)

    def follow(self) -> None:
        """Show what the talk says."""
        talk, state = self.talk, self.talk.state
        count = len(talk.tour.steps)
        away = "" if state.on_path else "   away from the path: R returns"
        self._now.setText(f"Now, step {state.at.step + 1} of {count}{away}")
        self.banner.setText(_banner(state))
        self.notes.tell(talk.step.notes)
        self.tools.follow(state)
        self.progress.follow()
        self.times.tell()
        self.card.tell(*question(talk))
        self.steps.follow(visible=state.overview)
        if not self.steps.isVisible() and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        following = talk.next_step
        self._next.setText(showable(f"Next: {following.title}") if following else "This is the last step")
        if not self.shows_next:
            self._painting.drop()
            self.preview.fade()
        self._later.start()

    def _lay_out(self) -> None:
        theme = self.theme
        title = ElidedLabel(self.talk.tour.title, "ink", theme, 18, 700)
        seen = plain_label(theme, 14, muted=True)
        seen.setText("The class sees")
        self.screen_box.setAccessibleName("The screen that the class sees")
        self.screen_box.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else a clicker's keys would choose a screen
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(title)
        top.addWidget(seen)
        top.addWidget(self.screen_box)
        top.addStretch(1)
        top.addWidget(self.times)
        left, right = QVBoxLayout(), QVBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self._now, 1)
        head.addWidget(self.banner)
        left.addLayout(head)
        left.addWidget(self.mirror, 1)
        left.addWidget(self.tools)
        left.addWidget(self.progress)
        left.addStretch(0)
        right.addWidget(self._next)
        right.addWidget(self.preview, 2)
        right.addWidget(self.notes, 3)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left, 19)
        middle.addLayout(right, 11)
        hints = plain_label(theme, 13, muted=True)
        hints.setText("→ next     ← back     R return to the path     S swap screens     F1 all keys     Esc leave")
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # it fills its screen, however small
        whole.setContentsMargins(22, 16, 22, 14)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addLayout(middle, 1)
        whole.addWidget(hints)

    def _list_screens(self) -> None:
        self.screen_box.clear()
        for screen in self._screens.all:
            self.screen_box.addItem(described(screen), screen.name())
            if screen is self._screens.for_class:
                self.screen_box.setCurrentIndex(self.screen_box.count() - 1)

    def _screen_chosen(self, index: int) -> None:
        self._screens.choose(str(self.screen_box.itemData(index)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_next(self) -> None:
        """Paint the next step, between events, once nothing moves and its drawing is made."""
        talk, view = self.talk, self._audience.view
        step = talk.state.at.step + 1
        if not self.isVisible() or not view.at_rest or self.shows_next or self._painting.busy:
            return
        if talk.next_step is None:
            self.preview.show_picture(None, "The talk ends here")
            self._previewed = Position(step)
            return
        scene = talk.scene_at(Position(step))
        wanted = scene.view(view.room())
        if wanted is not None and not self._ahead.has(wanted):
            self.preview.show_picture(None, "Being drawn…")
            self._ahead.want(wanted)
            return
        said, size = said_at(Position(step), talk, self._workspace), (view.width(), view.height())
        pieces = step_picture(self._workspace, wanted, lens_of(scene.lens), said, view.theme, size)
        self._painted = Position(step)
        self._painting.begin(pieces, self._show_picture)

    def _show_picture(self, picture: QPixmap) -> None:
        self.preview.show_picture(picture)
        self._previewed = self._painted

    def _on_talk(self, change: TalkChange) -> None:
        if change is TalkChange.STATE:
            self.follow()

    def _pass_on(self, event: QKeyEvent) -> None:
        self.keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the next step, too."""
        super().showEvent(event)
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out what lies over the rest."""
        super().resizeEvent(event)
        self.card.place()
        self.steps.place()


def _banner(state: TalkState) -> str:
    """What the class sees instead of the map, said to the teacher."""
    if state.blank is not Blank.NOTHING:
        return f"The class sees {state.blank.value} ({'B' if state.blank is Blank.BLACK else 'W'})"
    return "Frozen: the class keeps its picture (F)" if state.frozen else ""
