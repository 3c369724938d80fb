"""One step of one's own tour, to be changed: its words, its sentence, how it builds, what it keeps back, how long."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from evmap.model import Predict, Quote, Step
from evmap.ui.parts.flow import Flow
from evmap.ui.parts.pieces import SEMIBOLD, heading, label, prose
from evmap.ui.theme import Theme
from evmap.ui.tours.fields import Choice, NotesField, PlannedTime, WordField
from evmap.ui.tours.pressing import action_button, small_button
from evmap.ui.tours.quote_picker import QuotePicker
from evmap.ui.tours.words import LENSES, PREDICT, gone_words
from evmap.workspace import Workspace
from evmap.workspace.talk.clock import USUAL_SECONDS

_PREDICTS = tuple((predict.value, words) for predict, words in PREDICT.items())


class StepForm(QWidget):
    """The fields of the step that is shown. They follow the tour, also when it is undone."""

    def __init__(self, workspace: Workspace, theme: Theme, step: Step) -> None:
        super().__init__()
        self._workspace, self._touring, self._theme = workspace, workspace.touring, theme
        self._telling = False
        self._picker: QuotePicker | None = None
        self._picks: object = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._head = heading(theme, "Step")
        self._gone = QLabel()
        self._gone.setWordWrap(True)
        self._gone.setTextFormat(Qt.TextFormat.PlainText)
        self._gone.setProperty("look", "care-chip")
        self.title = WordField("Title of the step", "What the step is about")
        self.title.setObjectName("tour-step-title")
        self.notes = NotesField()
        self.build = QCheckBox("Build link by link")
        self.build.setToolTip("The links come one by one, each with the next key")
        self.predict = Choice("What is kept back", _PREDICTS)
        self.predict.setToolTip("The class guesses what is shown as “?”; the next key reveals it with the sentence")
        self.lens = Choice("Colours show", tuple(LENSES.items()))
        self.seconds = PlannedTime(USUAL_SECONDS)
        self._place()
        self._listen()
        self.tell(step)

    def tell(self, step: Step) -> None:
        """Say what the step is."""
        self._telling = True
        missing = gone_words(step, self._workspace.index)
        self._gone.setText(missing[:1].upper() + missing[1:])
        self._gone.setVisible(bool(missing))
        self.title.tell(step.title)
        self.notes.tell(step.notes)
        self.build.setChecked(step.build)
        self.build.setEnabled(len(step.links) > 1 or step.build)
        self.predict.tell(step.predict.value)
        self.predict.setEnabled(bool(step.links) or step.predict is not Predict.NOTHING)
        self.lens.tell(step.lens)
        self.seconds.setValue(step.seconds)
        self._tell_quote(step)
        self._telling = False

    def _place(self) -> None:
        theme = self._theme
        self._layout.addWidget(self._head)
        self._layout.addWidget(self._gone)
        self._layout.addWidget(self.title)
        self._layout.addWidget(_caption(theme, "Sentence"))
        self._quote_at = self._layout.count()
        self._layout.addWidget(_caption(theme, "Notes"))
        self._layout.addWidget(self.notes)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setContentsMargins(0, 4, 0, 0)
        form.addRow("Predict", self.predict)
        form.addRow("Colours", self.lens)
        form.addRow("Planned", self.seconds)
        form.addRow(self.build)
        self._layout.addLayout(form)
        buttons = Flow(6)
        buttons.add(action_button(theme, "Update from this view", "tour.update"))
        buttons.add(small_button(theme, "Duplicate", "A copy behind it (Ctrl+D in the list)", self._double))
        buttons.add(small_button(theme, "Delete step", "Ctrl+Z brings it back (Delete in the list)", self._remove))
        self._layout.addWidget(buttons)

    def _listen(self) -> None:
        self.title.typed.connect(self._on_title)
        self.notes.typed.connect(self._on_notes)
        for field in (self.title, self.notes):
            field.left.connect(self._touring.desk.end_joining)
        self.build.toggled.connect(self._on_build)
        self.predict.activated.connect(self._on_predict)
        self.lens.activated.connect(self._on_lens)
        self.seconds.valueChanged.connect(self._on_seconds)

    def _tell_quote(self, step: Step) -> None:
        picks = (step.quote, step.focus, step.links)
        if picks == self._picks:
            return
        self._picks = picks
        before = self._picker
        quotes = self._touring.quotes_of(step)
        self._picker = QuotePicker(self._workspace, self._theme, step.quote, quotes)
        self._picker.picked.connect(self._on_quote)
        self._layout.insertWidget(self._quote_at, self._picker)
        if before is not None:
            focus = QApplication.focusWidget()
            had_focus = focus is not None and before.isAncestorOf(focus)
            before.hide()
            before.deleteLater()
            if had_focus and self._picker.fold is not None:
                self._picker.fold.header.setFocus(Qt.FocusReason.TabFocusReason)

    # What is changed.

    def _change(self, **changes: object) -> None:
        own, at = self._touring.own, self._touring.step
        if not self._telling and own is not None and at is not None:
            self._touring.desk.change_step(own.id, at, **changes)

    def _on_title(self, text: str) -> None:
        self._change(title=text)

    def _on_notes(self, text: str) -> None:
        self._change(notes=text)

    def _on_build(self, on: bool) -> None:
        self._change(build=on)

    def _on_predict(self, _at: int) -> None:
        self._change(predict=Predict(self.predict.currentData()))

    def _on_lens(self, _at: int) -> None:
        self._change(lens=self.lens.currentData())
        if self._touring.step is not None:
            self._touring.show_step(self._touring.step)

    def _on_seconds(self, seconds: int) -> None:
        self._change(seconds=seconds)

    def _on_quote(self, quote: Quote | None) -> None:
        self._change(quote=quote)

    def _double(self) -> None:
        if self._touring.step is not None:
            self._touring.duplicate_step(self._touring.step)

    def _remove(self) -> None:
        if self._touring.step is not None:
            self._touring.remove_step(self._touring.step)


def _caption(theme: Theme, words: str) -> QWidget:
    return label([prose(theme, words, 12, "muted", weight=SEMIBOLD)])
