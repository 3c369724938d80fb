"""The fields of a tour: long words wrap and are seen whole, and buttons can do what their commands can."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSpinBox, QStyle, QStyleOptionSpinBox
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.theme import Theme
from evmap.ui.tours.fields import NotesField, PlannedTime, WordField

LONG = "How can the same tiny packages carry help to one part of the body, and harm to another part of the same body?"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def question(qtbot: QtBot, light: Theme) -> WordField:
    field = WordField("Focus question", "")
    qtbot.addWidget(field)
    field.resize(280, 40)
    field.show()
    return field


def whole(field: QPlainTextEdit) -> bool:
    """Whether all of its text is seen at once."""
    return field.verticalScrollBar().maximum() == 0


def test_a_long_question_is_seen_whole(question: WordField, qtbot: QtBot) -> None:
    question.tell("Short?")
    one_line = question.height()
    question.tell(LONG)
    assert question.height() > 2 * one_line
    assert whole(question)
    question.tell("Short?")
    assert question.height() == one_line


def test_several_paragraphs_that_are_pasted_become_one(question: WordField) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("How do they harm,\nand how\r\ndo they heal?")
    question.paste()
    assert question.text() == "How do they harm, and how do they heal?"


def test_enter_is_no_letter_of_a_question(question: WordField) -> None:
    QTest.keyClicks(question, "Why")
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert question.text() == "Why"


@pytest.mark.parametrize("lines", [1, 3, 5, 9])
def test_notes_are_seen_whole_until_they_are_long(qtbot: QtBot, light: Theme, lines: int) -> None:
    field = NotesField()
    qtbot.addWidget(field)
    field.resize(280, 40)
    field.show()
    field.tell("\n".join(["Ask first."] * lines))
    assert whole(field)
    field.tell("\n".join(["Ask first."] * 40))
    assert not whole(field)


def test_a_tour_without_steps_cannot_be_rehearsed_yet(shipped: MainWindow) -> None:
    QTest.keyClick(shipped, Qt.Key.Key_N, CTRL_SHIFT)
    rehearse = shipped.details.findChild(QPushButton, "do-tour.rehearse")
    assert isinstance(rehearse, QPushButton)
    assert not rehearse.isEnabled()
    shipped.workspace.select_concept("exosomes")
    QTest.keyClick(shipped, Qt.Key.Key_A, CTRL_SHIFT)
    shipped.commands.tours.show()
    again = [each for each in shipped.details.findChildren(QPushButton, "do-tour.rehearse") if each.isVisible()]
    assert [each.isEnabled() for each in again] == [True]


def test_a_button_names_what_undo_takes_back(shipped: MainWindow) -> None:
    QTest.keyClick(shipped, Qt.Key.Key_N, CTRL_SHIFT)
    undo = shipped.details.findChild(QPushButton, "do-edit.undo")
    assert isinstance(undo, QPushButton)
    assert undo.isEnabled()
    assert "New tour" in undo.accessibleName()
    assert "Ctrl+Z" in undo.toolTip()
    undo.click()
    assert not shipped.workspace.touring.desk.own


def test_the_arrows_of_a_time_are_large_enough_to_click(qtbot: QtBot, light: Theme) -> None:
    field = PlannedTime(90)
    qtbot.addWidget(field)
    field.show()
    for arrow in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        option = QStyleOptionSpinBox()
        field.initStyleOption(option)
        rect = field.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, arrow, field)
        before = field.value()
        assert rect.width() >= 24
        assert rect.height() >= 12
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=rect.center())
        assert field.value() == (15 if before == 0 else 0)
    assert isinstance(field, QSpinBox)
