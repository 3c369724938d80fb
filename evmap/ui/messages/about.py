"""What this program is, in which version, and whose work it stands on."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from evmap import __version__
from evmap.ui.parts.pieces import column
from evmap.ui.parts.scrolled import most_room, scrolled
from evmap.ui.theme import Theme

_WORDS = (
    "A concept map whose every link can show you the sentence that says so.\n\n"
    "Solid lines are stated in the sources, dashed ones are hedged or open, dotted ones compare or draw a picture, "
    "and grey ones with an open end are our own knowledge.\n\n"
    "MIT licence. Typefaces: Atkinson Hyperlegible Next by the Braille Institute and Source Serif 4 by Adobe, both "
    "under the SIL Open Font License. Built with Python and Qt."
)

_WIDTH, _BAR = 410, 24
"""How wide the text is, and a scroll bar beside it."""


class AboutDialog(QDialog):
    """Name, version, what it is, licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About EV Map")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 24, 26, 18)
        layout.setSpacing(12)
        body, inner = column(gap=12)
        mark = QLabel()
        mark.setPixmap(theme.pixmap("kind-vesicle", "accent", theme.px(44), self.devicePixelRatioF()))
        inner.addWidget(mark)
        wide = min(theme.px(_WIDTH), most_room(self).width() - _BAR)
        inner.addWidget(_plain("EV Map", wide, "title"))
        inner.addWidget(_plain(f"Version {__version__}, with Qt {qVersion()}", wide, "muted"))
        inner.addWidget(_plain(_WORDS, wide))
        layout.addWidget(scrolled(body, "About EV Map", self))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def _plain(text: str, width: int, look: str = "") -> QLabel:
    """Wrapped text with its height fixed: a dialog does not ask how high wrapped text is at the width it gets."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if look:
        label.setProperty("look", look)
    label.ensurePolished()  # the style sheet's font, not the default one, decides where lines break
    label.setFixedSize(width, label.heightForWidth(width))
    return label
