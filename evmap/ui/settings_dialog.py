"""The settings: what is chosen takes effect at once, can be put back with Cancel, and is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evmap.ui.parts.pieces import column
from evmap.ui.parts.scrolled import fit, scrolled
from evmap.ui.settings import DEFAULTS, TEXT_SIZES, Settings
from evmap.ui.theme import THEME_NAMES, Theme, load_theme

_WHEEL = (("zoom", "Zooms at the pointer"), ("scroll", "Scrolls the map; with Ctrl it zooms"))

_MOTION = "Also in talks. What the system says about motion cannot be asked for, so this is for you to choose"
_LETTERS = "Off, no letter does anything by mistake, such as when you dictate; the letters of a talk then want Alt"

Values = Sequence[tuple[object, str]]


class SettingsDialog(QDialog):
    """One page, since there are few.

    Signals:
        changed(): a setting is another than before; whoever shows it should follow.
        keys_wanted(): the list of all keys is to be shown.
    """

    changed = Signal()
    keys_wanted = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before = settings.preferences()
        self._showing = False
        self._fields: list[QComboBox | QCheckBox] = []
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        body, self._rows = column(gap=theme.px(14))
        self._add_looks()
        self._add_hand()
        self._add_hints()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 22, 26, 18)
        layout.setSpacing(16)
        self._area = scrolled(body, "Settings", self)
        layout.addWidget(self._area)
        layout.addWidget(self._buttons())
        self._show_all()

    def reject(self) -> None:
        """Put everything back as it was when the dialog was opened."""
        self._put(self._before)
        super().reject()

    def accept(self) -> None:
        """Keep what was chosen, on the disk too."""
        self._settings.flush()
        super().accept()

    # The parts of the page.

    def _add_looks(self) -> None:
        form = self._group("What you see")
        themes: Values = (("", "As the system"), *((name, load_theme(name).title) for name in THEME_NAMES))
        self.theme = self._choice("theme", themes)
        self.text_size = self._choice("text_size", [(size, f"{size} %") for size in TEXT_SIZES])
        self.reduced_motion = self._flag("reduced_motion", "&Reduce motion: changes are at once")
        self.reduced_motion.setToolTip(_MOTION)  # Qt knows the system's contrast, but not how much motion it wants
        self.reduced_motion.setAccessibleDescription(_MOTION)
        form.addRow("&Theme", self.theme)
        form.addRow("Te&xt size", self.text_size)
        form.addRow(self.reduced_motion)
        self.filters_fade = self._flag("filters_fade", "&Fade what is filtered instead of hiding it")
        form.addRow(self.filters_fade)

    def _add_hand(self) -> None:
        form = self._group("Mouse and keys")
        self.wheel = self._choice("wheel", _WHEEL)
        self.wheel_reversed = self._flag("wheel_reversed", "Turn the &wheel's direction round")
        self.letter_keys = self._flag("letter_keys", "&Single-letter keys, such as A for Around")
        self.letter_keys.setToolTip(_LETTERS)
        keys = _button("All &keys…")
        keys.clicked.connect(self.keys_wanted)
        form.addRow("Wheel on the &map", self.wheel)
        form.addRow(self.wheel_reversed)
        form.addRow(self.letter_keys)
        form.addRow(keys)

    def _add_hints(self) -> None:
        form = self._group("Hints")
        self.hints = _button("Show the &hints again")
        self.hints.clicked.connect(self._hints_again)
        form.addRow(self.hints)

    def _group(self, title: str) -> QFormLayout:
        heading = QLabel(title)
        heading.setProperty("look", "section")
        heading.setContentsMargins(0, 6 if self._fields else 0, 0, 0)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(heading)
        self._rows.addLayout(form)
        return form

    def _choice(self, name: str, values: Values) -> QComboBox:
        """A setting that is one of several values."""
        box = QComboBox()
        for value, words in values:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._note)
        box.setObjectName(name)
        self._fields.append(box)
        return box

    def _flag(self, name: str, words: str) -> QCheckBox:
        """A setting that is on or off."""
        box = QCheckBox(words)
        box.toggled.connect(self._note)
        box.setObjectName(name)
        self._fields.append(box)
        return box

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        defaults = box.button(kinds.RestoreDefaults)
        defaults.setText("Restore &defaults")
        defaults.setAutoDefault(False)
        defaults.clicked.connect(self._restore_defaults)
        return box

    # What happens.

    def _note(self) -> None:
        """Keep what a field says now."""
        field = self.sender()
        if self._showing:
            return
        if isinstance(field, QComboBox):
            self._put({field.objectName(): field.currentData()})
        elif isinstance(field, QCheckBox):
            self._put({field.objectName(): field.isChecked()})

    def _put(self, values: dict[str, object]) -> None:
        self._settings.take(values)
        self.changed.emit()
        self._show_all()

    def _restore_defaults(self) -> None:
        self._put(dict(DEFAULTS))

    def _hints_again(self) -> None:
        self._settings.hints_seen = 0
        self.changed.emit()
        self._show_all()

    def _show_all(self) -> None:
        """Let every field say what the settings say."""
        self._showing = True
        for field in self._fields:
            value = getattr(self._settings, field.objectName())
            if isinstance(field, QCheckBox):
                field.setChecked(value)
            else:
                _show_choice(field, value)
        self._showing = False
        self.hints.setEnabled(self._settings.hints_seen > 0)

    def changeEvent(self, event: QEvent) -> None:
        """The type became larger or smaller: so does the dialog."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_area"):
            fit(self._area, self)
            self.adjustSize()


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def _show_choice(box: QComboBox, value: object) -> None:
    if box.findData(value) < 0:  # a size from the file that is none of the steps
        box.addItem(f"{value} %", value)
    box.setCurrentIndex(box.findData(value))
