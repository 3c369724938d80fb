"""The page of a tour: its question and steps; one's own can be changed in place. Without a tour: all of them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from evmap.model import Step, Tour
from evmap.ui.bridge import Bridge
from evmap.ui.parts.blocks import Block, BlockButton, BlockLabel, Edges, Look
from evmap.ui.parts.chip_block import ChipBlock
from evmap.ui.parts.flow import Flow
from evmap.ui.parts.page import Page
from evmap.ui.parts.pieces import BOLD, SEMIBOLD, column, heading, label, prose
from evmap.ui.parts.quotes import QuoteCard
from evmap.ui.theme import Theme
from evmap.ui.tours.fields import WordField, clock
from evmap.ui.tours.pressing import CommandButton, action_button, action_of, small_button
from evmap.ui.tours.step_form import StepForm
from evmap.ui.tours.step_rows import StepRows, words_of
from evmap.ui.tours.words import LENSES, PREDICT, gone_words, planned, step_info, tour_info
from evmap.ui.words.names import Chip, Tone
from evmap.workspace import Change, Workspace
from evmap.workspace.tours.touring import lens_of

_EMPTY = (
    "No steps yet. Look at something on the map: a concept, a link, a path, a neighbourhood. "
    "Then add what you see (Ctrl+Shift+A); that works wherever you explore."
)
_NONE_OWN = "No tour of your own yet: make one from what you see."


def tour_page(workspace: Workspace, theme: Theme) -> Page:
    """Build the page of the chosen tour, or of all tours."""
    tour = workspace.touring.tour
    if tour is None:
        return Page(_all_tours(workspace, theme), "Tours")
    own = workspace.touring.own is not None
    widget = OwnTourPage(workspace, theme, tour) if own else ShippedTourPage(workspace, theme, tour)
    return Page(widget, f"Tour: {tour.title}")


class TourPage(QWidget):
    """What the pages of all tours share: the list of steps, and below it the step that is shown."""

    own = False

    def __init__(self, workspace: Workspace, theme: Theme, tour: Tour) -> None:
        super().__init__()
        self._workspace, self._touring, self._theme = workspace, workspace.touring, theme
        self._tour = tour
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(8)
        self.steps = StepRows(theme, own=self.own)
        self.steps.shown.connect(self._touring.show_step)
        self.steps.given.connect(self._on_given)
        self._below: QWidget | None = None
        self._add_head()
        self.layout_.addWidget(self.steps)
        self.layout_.addStretch(1)
        self._tell()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    def _add_head(self) -> None:
        """What stands above the steps."""

    def _tell_head(self, tour: Tour) -> None:
        """Say what the tour is now."""

    def _tell_step(self, step: Step | None) -> None:
        """Say what the shown step is."""

    def _on_changed(self, change: Change) -> None:
        tour = self._touring.tour
        if change is Change.TOURS and tour is not None and tour.id == self._tour.id:
            self._tour = tour
            self._tell()

    def _tell(self) -> None:
        index = self._workspace.index
        self._tell_head(self._tour)
        self.steps.tell(words_of(self._tour, tuple(step_info(step, index) for step in self._tour.steps)), self._at)
        self.steps.setVisible(bool(self._tour.steps))
        self._tell_step(self._touring.shown_step)

    @property
    def _at(self) -> int | None:
        return self._touring.step

    def _put_below(self, widget: QWidget | None) -> None:
        """Let something stand below the steps."""
        if self._below is not None:
            self._let_go(self._below)
        self._below = widget
        if widget is not None:
            self.layout_.insertWidget(self.layout_.count() - 1, widget)
            widget.show()

    def _let_go(self, part: QWidget) -> None:
        """A part of the page is gone; the focus stays on the page, else the next letter would be typed elsewhere."""
        focus = QApplication.focusWidget()
        if focus is not None and part.isAncestorOf(focus):
            there = self.steps if self._tour.steps else self.findChild(CommandButton)
            if isinstance(there, QWidget):
                there.setFocus(Qt.FocusReason.OtherFocusReason)
        part.hide()
        part.deleteLater()

    def _on_given(self, at: int) -> None:
        self._touring.show_step(at)
        action = action_of(self, "tour.present")
        if action is not None:
            action.trigger()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the buttons say their keys, now that they are in a window."""
        super().showEvent(event)
        for button in self.findChildren(CommandButton):
            button.find_command()


class ShippedTourPage(TourPage):
    """A tour that came with the map: to look at, to present, and to copy."""

    def _add_head(self) -> None:
        theme, tour = self._theme, self._tour
        blocks: list[Block] = [
            prose(theme, tour_info(tour, own=False), 13, "muted", weight=SEMIBOLD),
            prose(theme, tour.title, 24, weight=BOLD, leading=1.2),
            prose(theme, tour.question, 16, leading=1.35),
        ]
        self.layout_.addWidget(label(blocks, gap=6))
        buttons = Flow(6)
        buttons.add(action_button(theme, "Present", "present.start", "primary"))
        buttons.add(action_button(theme, "Make a copy to change", "tour.copy"))
        self.layout_.addWidget(buttons)
        self.layout_.addWidget(heading(theme, "Steps"))

    def _tell_step(self, step: Step | None) -> None:
        theme = self._theme
        if step is None:
            self._put_below(label([prose(theme, "Click a step to see it on the map.", 14, "muted")]))
            return
        widget, layout = column(gap=8)
        chips = _step_chips(step)
        blocks: list[Block] = [prose(theme, step.title, 17, weight=SEMIBOLD, leading=1.25)]
        if chips:
            blocks.append(ChipBlock(chips, theme))
        missing = gone_words(step, self._workspace.index)
        if missing:
            blocks.append(prose(theme, missing, 13, "care"))
        layout.addWidget(label(blocks, gap=6, edges=Edges(0, 8, 0, 0)))
        if step.quote is not None:
            layout.addWidget(QuoteCard(self._workspace, theme, step.quote, surroundings=False))
        if step.notes:
            layout.addWidget(heading(theme, "Notes for the speaker"))
            layout.addWidget(label([prose(theme, step.notes, 15)]))
        self._put_below(widget)


class OwnTourPage(TourPage):
    """A tour of one's own: title, question and steps can be changed; every change can be undone."""

    own = True

    def _add_head(self) -> None:
        theme = self._theme
        self._info: BlockLabel | None = None
        self._head, self._head_rows = column(gap=0)
        self.layout_.addWidget(self._head)
        self.title = WordField("Title of the tour", "Title")
        self.title.setObjectName("tour-title")
        self.title.setFont(theme.sans(theme.px(19), BOLD))
        self.question = WordField("Focus question", "Which question does the tour answer?")
        self.question.setObjectName("tour-question")
        for field in (self.title, self.question):
            field.left.connect(self._touring.desk.end_joining)
            self.layout_.addWidget(field)
        self.title.typed.connect(self._on_title)
        self.question.typed.connect(self._on_question)
        self.layout_.addWidget(action_button(theme, "Add this view as a step", "tour.add", "primary"))
        buttons = Flow(6)
        for words, action in _DO:
            buttons.add(action_button(theme, words, action))
        self.layout_.addWidget(buttons)
        self._rehearsed: QWidget | None = None
        self._seconds: tuple[float, ...] = ()
        self._empty = label([prose(theme, _EMPTY, 15, "muted")], edges=Edges(0, 8, 0, 0))
        self.layout_.addWidget(self._empty)
        self._form: tuple[int, StepForm] | None = None
        self.steps.moved.connect(self._touring.move_step)
        self.steps.doubled.connect(self._touring.duplicate_step)
        self.steps.removed.connect(self._touring.remove_step)

    def _tell_head(self, tour: Tour) -> None:
        words = tour_info(tour, own=True)
        if self._info is None or self._info.text() != words:
            if self._info is not None:
                self._info.hide()
                self._info.deleteLater()
            self._info = label([prose(self._theme, words, 13, "muted", weight=SEMIBOLD)])
            self._head_rows.addWidget(self._info)
        if tour.title != self.title.text().strip():
            self.title.tell(tour.title)
        self.question.tell(tour.question)
        self._empty.setVisible(not tour.steps)
        self._tell_rehearsal(tour)

    def _tell_rehearsal(self, tour: Tour) -> None:
        seconds, theme = self._touring.rehearsed, self._theme
        if seconds == self._seconds:
            return
        self._seconds = seconds
        if self._rehearsed is not None:
            self._let_go(self._rehearsed)
            self._rehearsed = None
        if not seconds:
            return
        widget, layout = column(gap=6)
        widget.setObjectName("tour-rehearsed")
        words = f"Rehearsed in {clock(sum(seconds))}; planned are {clock(planned(tour))}."
        layout.addWidget(label([prose(theme, words, 14, weight=SEMIBOLD)], edges=Edges(0, 6, 0, 0)))
        buttons = Flow(6)
        hint = "Each step is planned as long as it took; a step you passed over keeps its time"
        buttons.add(small_button(theme, "Take the rehearsed times", hint, self._on_take))
        buttons.add(small_button(theme, "Keep the plan", "Leave the planned times as they are", self._on_leave))
        layout.addWidget(buttons)
        self._rehearsed = widget
        self.layout_.insertWidget(self.layout_.indexOf(self._empty), widget)
        widget.show()

    def _tell_step(self, step: Step | None) -> None:
        at = self._touring.step
        if step is None or at is None:
            self._form = None
            hint = "Click a step to see it on the map and to change it." if self._tour.steps else ""
            self._put_below(label([prose(self._theme, hint, 14, "muted")]) if hint else None)
        elif self._form is not None and self._form[0] == at:
            self._form[1].tell(step)
        else:
            self._form = (at, StepForm(self._workspace, self._theme, step))
            self._put_below(self._form[1])

    def _on_title(self, text: str) -> None:
        self._touring.desk.rename(self._tour.id, text)

    def _on_question(self, text: str) -> None:
        self._touring.desk.ask(self._tour.id, text)

    def _on_take(self) -> None:
        self._touring.take_rehearsal()

    def _on_leave(self) -> None:
        self._touring.take_rehearsal(taken=False)


_DO = (
    ("Present", "present.start"),
    ("Rehearse", "tour.rehearse"),
    ("Undo", "edit.undo"),
    ("Redo", "edit.redo"),
    ("Copy", "tour.copy"),
    ("Export…", "tour.export"),
    ("Delete", "tour.delete"),
)


def _step_chips(step: Step) -> tuple[Chip, ...]:
    """How a step is given."""
    found = [PREDICT[step.predict]] if step.predict.value != "nothing" else []
    if step.build and len(step.links) > 1:
        found.append("Builds link by link")
    if lens_of(step).value != "kind":
        found.append(f"Colours: {LENSES[step.lens].lower()}")
    if step.seconds:
        found.append(f"Planned {clock(step.seconds)}")
    return tuple(Chip(words, Tone.PLAIN) for words in found)


def _all_tours(workspace: Workspace, theme: Theme) -> QWidget:
    widget, layout = column(gap=8)
    told = "A tour answers a focus question step by step. Each step is a view of the map with its sentence."
    layout.addWidget(label([prose(theme, "Tours", 24, weight=BOLD), prose(theme, told, 14, "muted")], gap=7))
    buttons = Flow(6)
    buttons.add(action_button(theme, "New tour", "tour.new", "primary"))
    buttons.add(action_button(theme, "Import…", "tour.import"))
    layout.addWidget(buttons)
    layout.addWidget(heading(theme, "Your tours"))
    desk = workspace.tours
    _add_rows(layout, workspace, theme, desk.own)
    if not desk.own:
        layout.addWidget(label([prose(theme, _NONE_OWN, 14, "muted")]))
    if desk.shipped:
        layout.addWidget(heading(theme, "Tours of this map"))
        _add_rows(layout, workspace, theme, desk.shipped)
    layout.addStretch(1)
    return widget


def _add_rows(layout: QVBoxLayout, workspace: Workspace, theme: Theme, tours: tuple[Tour, ...]) -> None:
    rows = QVBoxLayout()
    rows.setSpacing(2)
    for tour in tours:
        blocks = [prose(theme, tour.title, 15, weight=SEMIBOLD), prose(theme, tour.question, 14, "muted")]
        row = BlockButton(blocks, theme, look=Look.ROW, gap=2, edges=Edges(8, 6, 8, 6))
        row.setAccessibleName(tour.title)
        row.setAccessibleDescription(tour.question)
        choose: Callable[[], None] = partial(workspace.choose_tour, tour.id)
        row.clicked.connect(_pressing(choose))
        rows.addWidget(row)
    layout.addLayout(rows)


def _pressing(act: Callable[[], None]) -> Callable[[], None]:
    def press() -> None:
        act()

    return press
