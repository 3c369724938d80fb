"""The walk that the app is for: from the start to the sentence in its article and back, by mouse and by keyboard."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap.ui.main_window import MainWindow
from tests.ui import small_map
from tests.ui.looking import button, cards, focused


def place_on_screen(window: MainWindow, concept: str) -> QPoint:
    x, y, wide, high = window.workspace.places.concepts[concept]
    canvas = window.canvas
    at = canvas.camera.to_screen((x + wide / 2, y + high / 2), (canvas.width(), canvas.height()))
    return QPoint(round(at[0]), round(at[1]))


def click(window: MainWindow, concept: str) -> None:
    QTest.mouseClick(
        window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place_on_screen(window, concept)
    )


def opened_text(window: MainWindow) -> list[str]:
    reader = window.stage.reader
    assert reader
    return [each.cursor.selectedText() for each in reader.view.extraSelections()]


def test_by_mouse(window: MainWindow) -> None:
    click(window, "therapy")
    assert window.workspace.selection.only_concept == "therapy"
    QTest.mouseClick(button(window.details, "exosome therapy only attacks cancer cells"), Qt.MouseButton.LeftButton)
    assert window.workspace.selection.only_link == "therapy-only"
    camera = window.canvas.camera
    QTest.mouseClick(cards(window.details)[0], Qt.MouseButton.LeftButton)
    assert window.stage.is_reading
    assert small_map.ONLY in opened_text(window)
    assert window.stage.reader
    QTest.mouseClick(window.stage.reader.back, Qt.MouseButton.LeftButton)
    assert not window.stage.is_reading
    assert window.workspace.selection.only_link == "therapy-only"
    assert window.canvas.camera == camera


def test_by_keyboard_from_the_map(window: MainWindow) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)  # the best linked concept
    assert window.workspace.selection.only_concept == "vesicles"
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)  # on to its passages
    assert focused() is cards(window.details)[0]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.workspace.reading
    assert small_map.POSTAL in opened_text(window)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.workspace.reading is None
    assert focused() is cards(window.details)[0]  # back on the quote that was opened
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.workspace.selection


def test_by_keyboard_through_the_panels(window: MainWindow) -> None:
    window.canvas.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_F6)
    assert focused() is button(window.details, "extracellular vesicles")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.workspace.selection.only_concept == "vesicles"
    QTest.keyClick(window, Qt.Key.Key_F6)
    row = button(window.details, "extracellular vesicles could serve as biomarkers")
    for _ in range(30):
        if focused() is row:
            break
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is row
    assert window.details.viewport().rect().contains(row.mapTo(window.details.viewport(), QPoint(5, 5)))
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert window.workspace.selection.only_link == "vesicles-biomarkers"


def test_clicking_paper_clears_and_the_empty_page_is_back(window: MainWindow) -> None:
    click(window, "therapy")
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(6, 6))
    assert not window.workspace.selection
    assert window.details.page
    assert window.details.page.title == "Nothing selected"


def test_the_focus_is_never_lost_when_a_page_changes(window: MainWindow) -> None:
    window.workspace.select_concept("vesicles")
    row = button(window.details, "extracellular vesicles could serve as biomarkers")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert QApplication.focusWidget() is not None
