"""Switching views in the window: by the header's button, by keys, by the Esc ladder, by a right click."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from evmap.layout.big_picture import big_picture
from evmap.ui.main_window import MainWindow
from evmap.ui.words.views import VIEW_NAMES
from evmap.workspace import View, Workspace
from tests.ui.looking import focused, text_of
from tests.ui.small_map import small_workspace

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small() -> Workspace:
    plain = small_workspace()
    picture = big_picture(plain.map, plain.places, starts=1)
    return Workspace(plain.map, plain.places, plain.folder, every_sentence_placed=True, big_picture=picture)


def seen(workspace: Workspace) -> View:
    """The view that is shown."""
    return workspace.viewing.view


def test_keys_switch_the_view_and_header_and_status_tell_it(window: MainWindow) -> None:
    assert window.header.view_button.text().startswith("View: Big picture")
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert seen(window.workspace) is View.ATLAS
    assert window.header.view_button.text().startswith("View: Atlas")
    assert "Atlas" in text_of(window.status)
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert seen(window.workspace) is View.BIG_PICTURE
    assert "Big picture" in text_of(window.status)


def test_around_needs_one_selected_concept(window: MainWindow) -> None:
    around = window.actions_by_table.by_id["view.around"]
    assert not around.isEnabled()
    window.workspace.select_concept("vesicles")
    assert around.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.workspace.viewing.centre == "vesicles"
    assert around.isChecked()
    window.workspace.select_link(window.workspace.index.links_of("vesicles")[0].id)
    assert not around.isEnabled()


def test_the_button_offers_the_views(window: MainWindow) -> None:
    window.header.view_button.views.aboutToShow.emit()
    offered = window.header.view_button.views.actions()
    assert [each.text() for each in offered] == ["&Big picture", "&Atlas", "Aro&und it", "Lanes", "Outline"]
    offered[1].trigger()
    assert seen(window.workspace) is View.ATLAS
    assert offered[1].isChecked()
    assert not offered[0].isChecked()


def test_escape_leaves_around_before_it_clears_the_selection(window: MainWindow) -> None:
    window.workspace.select_concept("vesicles")
    window.commands.views.go_around()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert seen(window.workspace) is View.BIG_PICTURE
    assert window.workspace.selection.only_concept == "vesicles"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.workspace.selection


def test_home_puts_the_big_picture_back_to_its_whole(window: MainWindow) -> None:
    whole = window.canvas.camera
    window.commands.views.zoom_in()
    assert window.canvas.camera != whole
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert window.canvas.camera == whole


VIEW_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
CHANGES = (*((key, CTRL) for key in VIEW_KEYS), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier))


@pytest.mark.parametrize("seed", range(6))
def test_any_way_through_the_five_views_keeps_the_selection(window: MainWindow, seed: int) -> None:
    window.workspace.select_concept("vesicles")
    for key, modifier in (*CHANGES[:5], *random.Random(seed).choices(CHANGES, k=14)):
        if key == Qt.Key.Key_Left and window.workspace.history.earlier[0].selection.only_concept != "vesicles":
            continue
        QTest.keyClick(focused(), key, modifier)
        window.canvas.hurry()
        assert window.workspace.selection.only_concept == "vesicles"
        outlined = seen(window.workspace) is View.OUTLINE
        shown = window.stage.outline if outlined else window.canvas
        assert window.stage.views.currentWidget() is shown
        assert outlined or window.canvas.viewing == window.workspace.viewing
        assert window.header.view_button.text() == f"View: {VIEW_NAMES[seen(window.workspace)]} ▾"


@pytest.mark.parametrize("view", [View.LANES, View.OUTLINE])
def test_around_and_escape_lead_back_to_lanes_and_outline(window: MainWindow, view: View) -> None:
    window.workspace.select_concept("vesicles")
    window.workspace.show_view(view)
    window.canvas.hurry()
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    assert seen(window.workspace) is View.AROUND
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert seen(window.workspace) is view
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.workspace.selection
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert seen(window.workspace) is view  # nothing is left to step back from


def right_click(window: MainWindow, at: QPoint) -> list[str]:
    """What a right click offers; the menu is closed again."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, window.canvas.mapToGlobal(at))
    QApplication.sendEvent(window.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [each.text().replace("&", "") for each in menu.actions() if not each.isSeparator()]
    menu.close()
    return texts


def test_a_right_click_offers_what_fits(window: MainWindow) -> None:
    assert window.workspace.big_picture
    x, y, w, h = window.workspace.big_picture.places.concepts["vesicles"]
    sx, sy = window.canvas.camera.to_screen((x + w / 2, y + h / 2), window.canvas.view_size())
    assert "Around it" in right_click(window, QPoint(round(sx), round(sy)))
    assert window.workspace.selection.only_concept == "vesicles"
    assert right_click(window, QPoint(2, 300))[:2] == ["Big picture", "Atlas"]


def test_a_link_is_copied_as_a_sentence(window: MainWindow) -> None:
    link = window.workspace.index.links_of("vesicles")[0]
    window.workspace.select_link(link.id)
    window.actions_by_table.by_id["go.copy"].trigger()
    first, _, note = QApplication.clipboard().text().partition("\n\n")
    assert first.lower() == f"{window.workspace.index.sentence(link)} [1].".lower()
    assert note.startswith(f"[1] “{link.quotes[0].text}” — ")
