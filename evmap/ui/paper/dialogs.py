"""The two dialogs of paper: which picture of the map, and which tour as a hand-out. Both only say what is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from evmap.model import Tour
from evmap.ui.parts.scrolled import most_room, scrolled
from evmap.ui.settings import Settings
from evmap.ui.theme import THEME_NAMES, Theme, load_theme
from evmap.ui.words.plain import showable

Size = tuple[float, float]

_FORMS = (("png", "PNG, an image"), ("svg", "SVG, vectors to edit"), ("pdf", "PDF, to print"))
_SIZES: tuple[tuple[Size | None, str], ...] = (
    ((1600.0, 1000.0), "1600 × 1000"),
    ((1920.0, 1080.0), "1920 × 1080, a slide"),
    ((3840.0, 2160.0), "3840 × 2160"),
    ((1123.0, 794.0), "A4, landscape"),
    ((1587.0, 1123.0), "A3, landscape"),
    (None, "As large as every phrase needs"),
)
_LONGEST = 60
_BAR = 20
_LEAST = 24
"""So many letters of a choice have room where the dialog cannot be wider."""


class _Asking(QDialog):
    """A form with a button that goes on to where the file is to be."""

    wanted = Signal()

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setVerticalSpacing(theme.px(10))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.button(kinds.Save).setText("&Save as…")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._body = QWidget()
        self._body.setLayout(self.form)
        self.form.setContentsMargins(0, 0, 0, 0)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(26, 22, 26, 18)
        self._layout.setSpacing(theme.px(18))
        self._layout.addWidget(self.buttons)
        self.accepted.connect(self.wanted)

    def lay_out(self) -> None:
        """Put the form, which is whole now, above the buttons; on a small screen it scrolls."""
        self._layout.insertWidget(0, scrolled(self._body, self.windowTitle(), self))

    def choice(self, label: str, values: Sequence[tuple[object, str]]) -> QComboBox:
        """A row with one of several values."""
        box = QComboBox()
        box.setMinimumContentsLength(_LEAST)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in values:
            box.addItem(words, value)
        self.form.addRow(label, box)
        return box

    def flag(self, words: str, *, on: bool) -> QCheckBox:
        """A row that is on or off."""
        box = QCheckBox(words)
        box.setChecked(on)
        self.form.addRow(box)
        return box


class PictureDialog(_Asking):
    """Asks what of the map is drawn, as what, how large and in which colours.

    Args:
        view: what the view is called, for the whole of it.
        seen: width and height of what is in view.
        theme: the theme in use.
        settings: where what was chosen last is kept.
        parent: the window.

    Signals:
        wanted(): everything is chosen; where to is asked next.
    """

    def __init__(self, view: str, seen: Size, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__("Export map as picture", theme, parent)
        self._seen, self._settings = seen, settings
        whole = f"The whole: {view}" if view else "The whole map"
        self.what = self.choice("&What", [(True, showable(whole)), (False, "What is in view now")])
        self.file_form = self.choice("&Form", _FORMS)
        self.measure = self.choice("Si&ze", _SIZES)
        self.times = self.choice(
            "&Pixels", [(n, f"{n} × as fine" if n > 1 else "As on the screen") for n in (1, 2, 3, 4)]
        )
        self.theme_name = self.choice("&Theme", [(name, load_theme(name).title) for name in THEME_NAMES])
        self.legend = self.flag("With focus question, &legend and sources", on=settings.picture_legend)
        self._choose_as_before()
        for box in (self.what, self.file_form):
            box.currentIndexChanged.connect(self._follow)
        self._follow()
        self.lay_out()
        self.accepted.connect(self._remember)

    def _choose_as_before(self) -> None:
        settings = self._settings
        choose(self.what, settings.picture_whole)
        choose(self.file_form, settings.picture_form)
        names = [_named(size) for size, _ in _SIZES]
        self.measure.setCurrentIndex(names.index(settings.picture_size) if settings.picture_size in names else 0)
        choose(self.times, settings.picture_pixels)
        choose(self.theme_name, settings.picture_theme or self._theme.name)

    def _remember(self) -> None:
        settings, theme = self._settings, self.theme_name.currentData()
        settings.picture_whole = bool(self.what.currentData())
        settings.picture_form = self.file_form.currentData()
        settings.picture_size = _named(self.measure.currentData())
        settings.picture_pixels = self.times.currentData()
        settings.picture_theme = "" if theme == self._theme.name else theme
        settings.picture_legend = self.legend.isChecked()

    @property
    def chosen_size(self) -> Size | None:
        """Width and height; nothing: as large as every phrase needs."""
        size: Size | None = self.measure.currentData() if self.what.currentData() else self._seen
        return size

    def _follow(self) -> None:
        """What does not matter now cannot be chosen."""
        self.measure.setEnabled(bool(self.what.currentData()))
        self.times.setEnabled(self.file_form.currentData() == "png")


class HandoutDialog(_Asking):
    """Asks which tour is printed, for whom, and on which paper.

    Args:
        tours: the tours to choose from.
        chosen: the id of the one that is offered first.
        theme: the theme in use.
        settings: where what was chosen last is kept.
        parent: the window.

    Signals:
        wanted(): everything is chosen; where to is asked next.
    """

    def __init__(
        self, tours: Sequence[Tour], chosen: str | None, theme: Theme, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__("Hand-out of a tour", theme, parent)
        self._tours, self._settings = tuple(tours), settings
        self.tour = self.choice("&Tour", [(i, _title(tour)) for i, tour in enumerate(tours)])
        self.tour.setCurrentIndex(next((i for i, tour in enumerate(tours) if tour.id == chosen), 0))
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setMinimumWidth(min(theme.px(340), most_room(self).width() - _BAR))
        self.form.addRow("", self.told)
        self.readers = self.choice("&For", [(True, "The teacher, with notes"), (False, "The class, without notes")])
        self.page = self.choice("&Paper", [("a4", "A4"), ("letter", "Letter")])
        choose(self.readers, settings.handout_notes)
        choose(self.page, settings.handout_page)
        self.tour.currentIndexChanged.connect(self._follow)
        self._follow()
        self.lay_out()
        self.accepted.connect(self._remember)

    @property
    def chosen_tour(self) -> Tour:
        """The tour."""
        return self._tours[self.tour.currentIndex()]

    def _follow(self) -> None:
        tour = self.chosen_tour
        pages = len(tour.steps) + 1
        self.told.setText(
            showable(f"{tour.question}\nAbout {pages} pages: one for each step, and the sources.".strip())
        )

    def _remember(self) -> None:
        self._settings.handout_notes = bool(self.readers.currentData())
        self._settings.handout_page = self.page.currentData()


def choose(box: QComboBox, value: object) -> None:
    """Let a box say a value, if it has it."""
    box.setCurrentIndex(max(box.findData(value), 0))


def _named(size: Size | None) -> str:
    """A size as it is remembered: "1600x1000"; nothing: as large as every phrase needs."""
    return "x".join(f"{side:.0f}" for side in size) if size else ""


def _title(tour: Tour) -> str:
    title = showable(tour.title)
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
