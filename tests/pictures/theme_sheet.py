"""The theme sheet: every role, kind, icon and control of a theme on one page, to be looked at as a whole."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from evmap import data
from evmap.ui.theme import Theme
from evmap.ui.theme.roles import KINDS

QUOTE = (
    "A team of scientists found that exosomes made by a certain type of T cell — CD8+ T cells — have the power to "
    "destroy tumor cells. Scientists are exploring if these exosomes could also help."
)
SWATCHES = (
    ("paper", "ink"),
    ("panel", "muted"),
    ("card", "accent"),
    ("accent", "on-accent"),
    ("accent.soft", "ink"),
    ("hover", "ink"),
    ("pressed", "ink"),
    ("selection", "ink"),
    ("care.soft", "care"),
    ("mark.subject", "ink"),
    ("mark.phrase", "ink"),
    ("mark.object", "ink"),
)
LINES = ("ink", "muted", "line", "faint", "edge", "focus", "hedge", "background")


class ThemeSheet(QWidget):
    """One page with everything a theme decides."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAutoFillBackground(True)
        self.resize(1500, 1000)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(24)
        columns.addWidget(MapSample(theme), 5)
        columns.addLayout(_controls(theme), 4)
        columns.addLayout(_reading(theme), 4)


class MapSample(QWidget):
    """The ten kinds as boxes and hubs, the lines, the swatches and the icons, on paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def _draw_kinds(self, painter: QPainter) -> None:
        theme = self._theme
        for row, kind in enumerate(KINDS):
            top = 16 + 50 * row
            colour = theme.colour(f"kind.{kind}")
            painter.setPen(QPen(colour, 1.75))
            painter.setBrush(theme.colour(f"kind.{kind}.fill"))
            painter.drawRoundedRect(QRectF(16, top, 190, 38), 12, 12)
            painter.drawPixmap(QPointF(28, top + 9), theme.pixmap(f"kind-{kind}", f"kind.{kind}", 20))
            painter.setFont(theme.sans(15, 600))
            painter.setPen(theme.colour("ink"))
            painter.drawText(QRectF(58, top, 140, 38), Qt.AlignmentFlag.AlignVCenter, f"{kind} box")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"kind.{kind}.solid"))
            painter.drawRoundedRect(QRectF(330, top - 2, 170, 42), 21, 21)
            painter.setPen(theme.colour("on-kind"))
            painter.setFont(theme.sans(17, 700))
            painter.drawText(QRectF(330, top - 2, 170, 42), Qt.AlignmentFlag.AlignCenter, f"{kind} hub")
            self._draw_link(painter, kind, top + 19)

    def _draw_link(self, painter: QPainter, kind: str, y: float) -> None:
        colour = self._theme.colour(f"kind.{kind}")
        painter.setPen(QPen(colour, 1.75))
        painter.drawLine(QPointF(206, y), QPointF(228, y))
        painter.drawLine(QPointF(302, y), QPointF(322, y))
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([QPointF(329, y), QPointF(319, y - 4), QPointF(319, y + 4)]))
        painter.setFont(self._theme.sans(12, 600, italic=True))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QRectF(228, y - 12, 74, 24), Qt.AlignmentFlag.AlignCenter, "may carry")

    def _draw_swatches(self, painter: QPainter, top: float) -> None:
        theme = self._theme
        painter.setFont(theme.sans(12, 600))
        for index, (ground, text) in enumerate(SWATCHES):
            box = QRectF(16 + (index % 4) * 124, top + (index // 4) * 40, 116, 32)
            painter.setPen(theme.colour("faint"))
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(box, 8, 8)
            painter.setPen(theme.colour(text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ground)
        for index, role in enumerate(LINES):
            y = top + 140 + (index // 2) * 22
            x = 16 + (index % 2) * 248
            painter.setPen(QPen(theme.colour(role), 1.75))
            painter.drawLine(QPointF(x, y), QPointF(x + 110, y))
            painter.setPen(theme.colour("ink"))
            painter.drawText(QPointF(x + 122, y + 4), role)

    def _draw_icons(self, painter: QPainter, top: float) -> None:
        names = sorted(path.stem for path in (data.RESOURCES / "icons").glob("*.svg"))
        plain = [name for name in names if not name.startswith("kind-")]
        for index, name in enumerate(plain):
            spot = QPointF(16 + (index % 12) * 40, top + (index // 12) * 38)
            painter.drawPixmap(spot, self._theme.pixmap(name, "ink", 24))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.colour("paper"))
            self._draw_kinds(painter)
            self._draw_swatches(painter, 540)
            self._draw_icons(painter, 790)


def _controls(theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(_label("Controls", "section"))
    column.addLayout(_row(_button("Present", "primary"), _button("View: Atlas"), _button("Quiet", "quiet")))
    column.addLayout(_row(_checked("Chosen"), _disabled("Not now"), _button("Show in the article", "link")))
    column.addLayout(_row(*(_tool(theme, name) for name in ("minus", "plus", "fit", "back", "forward", "theme"))))
    column.addLayout(
        _row(*(_label(text, "chip") for text in ("States it", "Lab and animals")), _label("Hedges it", "care-chip"))
    )
    find = QLineEdit(placeholderText="Find a concept, a link or a passage")
    find.setProperty("look", "find")
    column.addWidget(find)
    column.addWidget(QLineEdit("extracellular vesicles"))
    combo = QComboBox()
    combo.addItems(["Kind", "Certainty", "Stage", "Source"])
    column.addWidget(combo)
    radio = QRadioButton("one column")
    radio.setChecked(True)
    group = QButtonGroup(column)
    group.addButton(radio)
    box = QCheckBox("Reduced motion")
    box.setChecked(True)
    column.addLayout(_row(box, QCheckBox("Minimap"), radio, QRadioButton("two")))
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    column.addWidget(slider)
    progress = QProgressBar(textVisible=False)
    progress.setValue(60)
    column.addWidget(progress)
    rows = QListWidget()
    rows.ensurePolished()  # rows measured before the style is known keep their wrong height
    rows.addItems([f"{name}, {count} concepts" for count, name in enumerate(KINDS, 3)])
    rows.setCurrentRow(2)
    column.addWidget(rows, 1)
    column.addWidget(_menu(theme))
    return column


def _reading(theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    column.addWidget(_label("T cell exosomes", "title"))
    column.addWidget(_label("Also in the text: “T cell-derived exosomes”", "muted"))
    tabs = QTabWidget()
    for title in ("Passages  9", "Links  14", "Source"):
        tabs.addTab(QWidget(), title)
    tabs.setMaximumHeight(50)
    column.addWidget(tabs)
    for look in ("card", "care"):
        card = QFrame()
        card.setProperty("look", look)
        inner = QVBoxLayout(card)
        quote = QLabel(QUOTE, wordWrap=True)
        quote.setFont(theme.serif(theme.px(16)))
        inner.addWidget(quote)
        inner.addLayout(_row(_label("States it", "chip"), _label("¶ 12 ↗", "muted")))
        column.addWidget(card)
    browser = QTextBrowser()
    browser.setFont(theme.serif(theme.px(16)))
    browser.setPlainText("\n\n".join([QUOTE] * 6))
    cursor = browser.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(20, cursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)
    column.addWidget(browser, 1)
    tip = QLabel("A tip: Ctrl+0 fits the whole map")
    tip.setStyleSheet(
        f"background: {theme.colour('ink').name()}; color: {theme.colour('panel').name()}; padding: 5px 8px;"
    )
    column.addWidget(tip)
    return column


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text, wordWrap=look in ("title", "muted") and len(text) > 12)
    label.setProperty("look", look)
    return label


def _button(text: str, look: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", look)
    return button


def _checked(text: str) -> QPushButton:
    button = _button(text)
    button.setCheckable(True)
    button.setChecked(True)
    return button


def _disabled(text: str) -> QPushButton:
    button = _button(text)
    button.setEnabled(False)
    return button


def _tool(theme: Theme, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(name))
    button.setIconSize(QSize(20, 20))
    return button


def _menu(theme: Theme) -> QMenu:
    """An open menu with an icon, a chosen row, a separator and a row that cannot be used."""
    menu = QMenu()
    first = menu.addAction(theme.icon("search"), "Find")
    first.setShortcut("Ctrl+F")
    menu.setActiveAction(menu.addAction(theme.icon("fit"), "Whole map"))
    menu.addSeparator()
    tick = QAction("Minimap", menu, checkable=True, checked=True)
    menu.addAction(tick)
    menu.addAction("Back to the shipped places").setEnabled(False)
    menu.setWindowFlags(Qt.WindowType.Widget)
    return menu
