"""The cross at the end of a field: Qt makes a button for it that has no name, so screen readers would say nothing."""

from PySide6.QtWidgets import QLineEdit, QToolButton


def name_cross(field: QLineEdit, name: str) -> None:
    """Say what the cross in a field does."""
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(name)
