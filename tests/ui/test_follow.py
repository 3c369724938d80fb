"""Following links on the shipped map, by mouse and by keys: how far the light reaches, around a concept, paths."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from evmap.layout.geometry import centre
from evmap.ui.main_window import MainWindow
from evmap.ui.window.reach_bar import ReachBar
from evmap.workspace import PathSearch, Reach, Topic, View, Viewing
from tests.ui.looking import cards, text_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(shipped: MainWindow) -> MainWindow:
    shipped.commands.views.show_atlas()
    return shipped


def seen_at(window: MainWindow, concept: str) -> QPoint:
    """Where a concept stands on the screen in the view that is shown."""
    scene = window.canvas._sight.stage.scene
    rect = scene.concepts[scene.concept_numbers[concept]].rect
    x, y = window.canvas.camera.to_screen(centre(rect), window.canvas.view_size())
    return QPoint(round(x), round(y))


def click(window: MainWindow, concept: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, modifier, seen_at(window, concept))


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key, modifier)


def reach_bar(window: MainWindow) -> ReachBar:
    bar = window.status.findChild(ReachBar)
    assert isinstance(bar, ReachBar)
    return bar


def search(window: MainWindow) -> PathSearch:
    found = window.workspace.following.looked_at
    assert found is not None
    return found


# How far the light reaches.


def test_a_digit_lights_so_many_steps_and_nothing_moves(window: MainWindow) -> None:
    click(window, "exosomes")
    camera, near = window.canvas.camera, len(window.workspace.spotlight.links)
    press(window, Qt.Key.Key_2)
    assert len(window.workspace.spotlight.links) > near
    assert window.canvas.camera == camera
    assert reach_bar(window).text.startswith("Neighbourhood: 2 steps, both ways, ")
    press(window, Qt.Key.Key_1)
    assert len(window.workspace.spotlight.links) == near


def test_only_out_only_in_and_both(window: MainWindow) -> None:
    click(window, "exosomes")
    links = window.workspace.index.links
    press(window, Qt.Key.Key_O)
    assert {links[each].subject for each in window.workspace.spotlight.links} == {"exosomes"}
    press(window, Qt.Key.Key_I)
    assert {links[each].object for each in window.workspace.spotlight.links} == {"exosomes"}
    assert window.actions_by_table.by_id["near.in"].isChecked()
    press(window, Qt.Key.Key_B)
    assert window.workspace.following.reach == Reach()


def test_with_nothing_selected_a_digit_says_what_to_do(window: MainWindow) -> None:
    press(window, Qt.Key.Key_4)
    assert window.workspace.following.reach == Reach()
    assert "Select a concept first" in text_of(window.status)


def test_buttons_change_it_and_the_counts_of_the_map_come_back(window: MainWindow) -> None:
    bar = reach_bar(window)
    assert not bar.isVisible()
    click(window, "exosomes")
    assert bar.isVisible()
    assert "146 concepts" not in text_of(window.status)
    QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    assert "2 steps" in bar.text
    QTest.mouseClick(bar.fewer, Qt.MouseButton.LeftButton)
    assert not bar.fewer.isEnabled()
    bar.ways.aboutToShow.emit()
    next(action for action in bar.ways.actions() if "Out" in action.text().replace("&", "")).trigger()
    assert "out only" in bar.text
    window.workspace.clear_selection()
    assert "146 concepts" in text_of(window.status)


def test_what_one_sentence_lights_is_no_neighbourhood(window: MainWindow) -> None:
    click(window, "exosomes")
    assert reach_bar(window).isVisible()
    window.workspace.select(("exosomes", "cells"), alone=True)
    assert not reach_bar(window).isVisible()


def test_escape_takes_the_reach_back_before_the_selection(window: MainWindow) -> None:
    click(window, "exosomes")
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_Escape)
    assert window.workspace.following.reach == Reach()
    assert window.workspace.selection.only_concept == "exosomes"
    press(window, Qt.Key.Key_Escape)
    assert not window.workspace.selection


# Around a concept.


def test_around_a_concept_one_click_leads_on_and_back_leads_back(window: MainWindow) -> None:
    click(window, "t-cells")
    press(window, Qt.Key.Key_A)
    click(window, "soldier")
    assert window.workspace.viewing == Viewing(View.AROUND, "soldier")
    assert window.workspace.selection.only_concept == "soldier"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.workspace.viewing == Viewing(View.AROUND, "t-cells")


def test_around_a_concept_a_neighbour_can_be_selected_and_enter_leads_on(window: MainWindow) -> None:
    click(window, "t-cells")
    press(window, Qt.Key.Key_A)
    click(window, "soldier", CTRL)
    assert window.workspace.viewing.centre == "t-cells"
    window.workspace.select_concept("soldier")
    press(window, Qt.Key.Key_Return)
    assert window.workspace.viewing.centre == "soldier"


def test_around_a_concept_every_phrase_is_readable(window: MainWindow) -> None:
    click(window, "exosomes")
    press(window, Qt.Key.Key_A)
    window.canvas.hurry()
    scene = window.canvas._sight.stage.scene
    spokes = [number for number, link in enumerate(scene.links) if not link.faint]
    assert len(spokes) == len(window.workspace.index.links_of("exosomes"))
    assert all(scene.phrases.rect(number)[2] > 0 for number in spokes)


def test_around_the_largest_hub_phrases_and_names_are_readable_on_a_small_screen(window: MainWindow) -> None:
    window.resize(1366, 768)
    window.workspace.select_concept("extracellular-vesicles")
    window.canvas.setFocus()
    press(window, Qt.Key.Key_A)
    window.canvas.hurry()
    plan = window.canvas._sight.plan()
    assert len(plan.scene.concepts) > 30
    assert plan.phrase_px >= 11
    assert plan.scene.concepts[0].box.px * plan.scale >= 11
    assert window.canvas.camera.visible(window.canvas.view_size())[2] >= plan.scene.bounds[2]


def test_what_is_chosen_while_a_large_hub_is_laid_out_is_shown(window: MainWindow) -> None:
    click(window, "exosomes")
    press(window, Qt.Key.Key_A)
    window.workspace.select_concept("lupus")
    window.canvas.hurry()
    assert window.workspace.viewing.view is View.ATLAS


# Paths.


def test_from_here_by_key_and_to_there_by_click(window: MainWindow) -> None:
    click(window, "t-cells")
    press(window, Qt.Key.Key_P)
    assert window.workspace.following.start == "t-cells"
    click(window, "vaccine")
    found = search(window)
    assert (found.start, found.end) == ("t-cells", "vaccine")
    assert found.path is not None
    assert set(window.workspace.spotlight.links) == set(found.path.links)
    seen = window.canvas.rect()
    assert all(seen.contains(seen_at(window, concept)) for concept in found.path.concepts)


def test_by_keys_alone(window: MainWindow) -> None:
    window.workspace.select_concept("t-cells")
    press(window, Qt.Key.Key_P)
    window.workspace.select_concept("vaccine")  # as finding does
    press(window, Qt.Key.Key_P)
    assert (search(window).start, search(window).end) == ("t-cells", "vaccine")


def test_from_the_outline(window: MainWindow) -> None:
    window.commands.views.show_outline()
    window.workspace.select_concept("t-cells")
    QTest.keyClick(window, Qt.Key.Key_P)
    assert "Path from T cells: find the other end" in text_of(window.status)
    window.workspace.select_concept("vaccine")
    QTest.keyClick(window, Qt.Key.Key_P)
    assert (search(window).start, search(window).end) == ("t-cells", "vaccine")
    assert window.workspace.viewing.view is View.OUTLINE
    assert "Path from" not in text_of(window.status)


def test_two_selected_concepts_are_joined_at_once(window: MainWindow) -> None:
    window.workspace.select(("t-cells", "cancer-cells"))
    assert window.actions_by_table.by_id["path.find"].text() == "&Path between the two"
    press(window, Qt.Key.Key_P)
    assert (search(window).start, search(window).end) == ("t-cells", "cancer-cells")


def test_the_other_end_can_be_given_up(window: MainWindow) -> None:
    click(window, "t-cells")
    press(window, Qt.Key.Key_P)
    assert "T cells" in window.canvas._sight.corners.chip.text
    press(window, Qt.Key.Key_Escape)
    assert window.workspace.following.start is None
    assert window.workspace.selection.only_concept == "t-cells"
    assert not window.canvas._sight.corners.chip.text


def test_next_previous_swap_and_arrows_by_keys_and_buttons(window: MainWindow) -> None:
    window.workspace.following.find("t-cells", "cancer-cells")
    press(window, Qt.Key.Key_N)
    assert search(window).at == 1
    press(window, Qt.Key.Key_N, SHIFT)
    assert search(window).at == 0
    press(window, Qt.Key.Key_P, SHIFT)
    assert search(window).start == "cancer-cells"
    press(window, Qt.Key.Key_O, SHIFT)
    assert search(window).directed
    assert "No path follows the arrows" in text_of(window.details)
    QTest.mouseClick(named(window, "Along the arrows only"), Qt.MouseButton.LeftButton)
    assert search(window).path is not None
    following = named(window, "Next")
    following.setFocus()
    QTest.keyClick(following, Qt.Key.Key_Space)
    assert search(window).at == 1
    assert QApplication.focusWidget() is named(window, "Next")  # of the new page


def named(window: MainWindow, text: str) -> QPushButton:
    page = window.details.page
    assert page
    return next(each for each in page.widget.findChildren(QPushButton) if each.text() == text)


def test_the_page_reads_as_a_paragraph_with_numbered_quotes_below(window: MainWindow) -> None:
    window.workspace.following.find("t-cells", "cancer-cells")
    found = search(window)
    assert found.path is not None
    said = text_of(window.details)
    assert "From T cells to cancer cells" in said
    assert "Path 1 of 6, " in said
    for link in found.path.links:
        phrase = window.workspace.index.links[link].phrase
        assert phrase in said
    assert "[1]" in said
    assert "Least tested: " in said
    window.details.page.finish() if window.details.page else None
    numbered = [card.accessibleName() for card in cards(window.details)]
    assert numbered[0].startswith("[1] ")


def test_a_link_of_our_own_is_said_to_be_in_no_source(window: MainWindow) -> None:
    ours = next(link for link in window.workspace.map.links if not link.quotes)
    window.workspace.following.find(ours.subject, ours.object)
    said = text_of(window.details)
    assert "not in the sources" in said
    assert "Weakest link: not in the sources" in said


def test_a_path_is_copied_as_sentences_with_its_quotes(window: MainWindow) -> None:
    window.workspace.following.find("t-cells", "cancer-cells")
    QTest.mouseClick(named(window, "Copy"), Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied.startswith("From T cells to cancer cells\n")
    assert "\n[1] “" in copied
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == copied


def test_an_image_is_on_no_path_and_the_gap_is_named(window: MainWindow) -> None:
    window.workspace.following.find("cancer-cells", "soldier")
    found = search(window)
    assert found.path is None
    assert "What a thing is like is no step of a path" in text_of(window.details)
    assert "No path" in text_of(window.details)


def test_escape_leaves_the_path_and_back_returns_to_it(window: MainWindow) -> None:
    window.workspace.following.find("t-cells", "cancer-cells")
    press(window, Qt.Key.Key_Escape)
    assert window.workspace.topic is Topic.SELECTION
    assert window.workspace.selection.concepts == ("t-cells", "cancer-cells")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert search(window).path is not None
    assert "From T cells to cancer cells" in text_of(window.details)


def test_a_path_that_the_view_lacks_is_shown_in_the_atlas(window: MainWindow) -> None:
    window.commands.views.show_start()
    window.workspace.following.find("cytotoxins", "lipids")
    assert window.workspace.viewing.view is View.ATLAS


def test_a_hidden_panel_opens_for_the_path(window: MainWindow) -> None:
    window.show_details(False)
    window.workspace.select(("t-cells", "cancer-cells"))
    press(window, Qt.Key.Key_P)
    assert window.right.isVisible()
