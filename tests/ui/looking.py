"""Finding in a window what a person would see: buttons by their name, labels by their text."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from evmap.ui.parts.blocks import BlockButton
from evmap.ui.parts.quotes import QuoteCard


def buttons(root: QWidget) -> list[BlockButton]:
    return [button for button in root.findChildren(BlockButton) if button.isVisibleTo(root)]


def button(root: QWidget, name: str) -> BlockButton:
    found = [each for each in buttons(root) if each.accessibleName() == name]
    assert found, f"no button is called {name!r}; there are {[each.accessibleName() for each in buttons(root)]}"
    return found[0]


def cards(root: QWidget) -> list[QuoteCard]:
    return [each for each in buttons(root) if isinstance(each, QuoteCard)]


def text_of(root: QWidget) -> str:
    """Everything that labels say."""
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
