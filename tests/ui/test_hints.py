"""The hints of the first start: one at a time, out of the way, and never again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.hints import HINTS, HintCard, Hints
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from tests.ui.clipping import clipped
from tests.ui.conftest import Shown


@pytest.fixture
def fresh(small: Workspace, light: Theme, settings: Settings, show: Shown) -> MainWindow:
    return opened(small, light, settings, show)


def opened(
    workspace: Workspace, light: Theme, settings: Settings, show: Shown, size: tuple[int, int] = (1366, 768)
) -> MainWindow:
    settings.hints_seen = 0
    made = MainWindow(workspace, light, settings)
    show(made, *size)
    made.activateWindow()
    made.fill()
    return made


def hints(window: MainWindow) -> Hints:
    assert window.hints
    return window.hints


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_after_the_other_and_never_again(fresh: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    card = hints(fresh).card
    told = []
    for _ in HINTS:
        assert card.isVisible()
        told.append(card.text)
        click(card.next)
    assert tuple(told) == HINTS
    assert not card.isVisible()
    settings.flush()
    again = MainWindow(fresh.workspace, fresh.theme, Settings(settings.folder / "settings.ini"))
    qtbot.addWidget(again)
    again.fill()
    assert again.hints is None
    assert again.findChildren(HintCard) == []


def test_the_cross_means_no_more(fresh: MainWindow, settings: Settings) -> None:
    click(hints(fresh).card.close_button)
    assert not hints(fresh).card.isVisible()
    assert settings.hints_seen == len(HINTS)


def test_who_does_what_a_hint_says_needs_it_no_longer(fresh: MainWindow, qtbot: QtBot) -> None:
    card = hints(fresh).card
    fresh.workspace.select_link("therapy-only")
    assert card.text == HINTS[1]
    fresh.workspace.select_concept("vesicles")
    fresh.commands.views.go_around()
    assert card.text == HINTS[2]
    fresh.actions_by_table.by_id["edit.find"].trigger()
    assert not card.isVisible()
    assert hints(fresh).over


def test_what_comes_later_does_not_end_an_earlier_hint(fresh: MainWindow) -> None:
    fresh.actions_by_table.by_id["edit.find"].trigger()
    assert hints(fresh).card.text == HINTS[0]


def test_by_keys_tab_leads_to_it_and_escape_is_done_with_it(fresh: MainWindow) -> None:
    card = hints(fresh).card
    card.next.setFocus()
    fresh.workspace.select_concept("vesicles")
    card.next.setFocus()
    QTest.keyClick(card.next, Qt.Key.Key_Escape)
    assert card.text == HINTS[1]
    assert fresh.workspace.selection  # Escape was the card's alone
    QTest.keyClick(card.close_button, Qt.Key.Key_Space)
    assert not card.isVisible()
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("percent", [80, 100, 225])
def test_it_never_covers_a_concept_and_is_never_cut_off(
    light: Theme, settings: Settings, show: Shown, size: tuple[int, int], percent: int
) -> None:
    window = opened(open_workspace(), light, settings, show, size)
    for view in (window.commands.views.show_start, window.commands.views.show_atlas, window.canvas.zoom_in):
        view()
        window.commands.looks.change_text_size(percent)
        hints(window).place()
        card = hints(window).card
        if card.isVisible():
            assert clipped(card) == []
            assert window.canvas.rect().contains(card.geometry())
            assert covered(window, card) == []
        elif percent == 100:
            assert view == window.canvas.zoom_in  # in a view of the whole there is always room
    window.commands.looks.change_text_size(100)


def covered(window: MainWindow, card: HintCard) -> list[str]:
    sight = window.canvas._sight
    found = []
    for concept in sight.stage.scene.concepts:
        rect = sight.rect_of(concept.id)
        if rect and QRect(*(round(each) for each in rect)).intersects(card.geometry()):
            found.append(concept.id)
    return found


@pytest.mark.parametrize("size", [(1284, 706), (1366, 768), (1920, 1080)])
def test_it_covers_no_phrase_and_waits_where_there_is_no_room(
    light: Theme, settings: Settings, show: Shown, size: tuple[int, int]
) -> None:
    window = opened(open_workspace(), light, settings, show, size)
    window.canvas.set_reduced_motion(True)
    card = hints(window).card
    assert card.isVisible()
    assert phrases_under(window, card) == []
    for concept in ("exosomes", "extracellular-vesicles"):
        window.workspace.select_concept(concept)
        window.commands.views.go_around()
        hints(window).place()
        assert not card.isVisible() or phrases_under(window, card) == []
        window.commands.views.show_atlas()


def phrases_under(window: MainWindow, card: HintCard) -> list[str]:
    sight = window.canvas._sight
    left, top = sight.eye.target.origin(sight.view_size(), sight.view_ratio())
    here = QRectF(card.geometry()).translated(-left, -top)
    links = sight.stage.scene.links
    places = {k: QRectF(*sight.plan().phrase_rect(k)) for k, link in enumerate(links) if not link.faint}
    return [links[k].phrase for k, place in places.items() if place.width() > 0 and place.intersects(here)]


def test_it_steps_aside_while_the_map_moves(fresh: MainWindow, qtbot: QtBot) -> None:
    card = hints(fresh).card
    fresh.canvas.zoom_out()
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible)


def test_asked_for_again_they_begin_anew(fresh: MainWindow, settings: Settings) -> None:
    click(hints(fresh).card.close_button)
    settings.hints_seen = 0
    fresh.commands.looks.follow_settings()
    assert hints(fresh).card.isVisible()
    assert hints(fresh).card.text == HINTS[0]


def test_asked_for_again_where_there_were_none(window: MainWindow, settings: Settings, tmp_path: Path) -> None:
    assert window.hints is None
    settings.hints_seen = 0
    window.commands.looks.follow_settings()
    assert hints(window).card.isVisible()
