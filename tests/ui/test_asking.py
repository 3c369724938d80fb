"""Asking how sure it is on the shipped map, by mouse and by keys: lenses, filters, chips, and what tells of them."""

import json
from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evmap.exchange.map_json import to_json
from evmap.graph.stages import Rung
from evmap.ui.main_window import MainWindow
from evmap.ui.panels.legend.filter_bar import FilterBar
from evmap.ui.panels.legend.rows import LegendRow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.ui.words.places import place_words
from evmap.workspace import Lens, View
from evmap.workspace.filters import Filters
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown
from tests.ui.looking import button, focused

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(shipped: MainWindow) -> MainWindow:
    shipped.commands.views.show_atlas()
    return shipped


@pytest.fixture
def exported(window: MainWindow) -> Any:
    return json.loads(to_json(window.workspace.map, window.workspace.places))


def row(window: MainWindow, lens: Lens, group: str) -> LegendRow:
    return window.legend.rows[(lens, group)]


def click(widget: QWidget, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, QPoint(30, widget.height() // 2))


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key, modifier)


def bar(window: MainWindow) -> FilterBar:
    found = window.canvas.findChild(FilterBar)
    assert isinstance(found, FilterBar)
    return found


# Lenses.


@pytest.mark.parametrize(
    ("key", "lens"), [(Qt.Key.Key_2, Lens.CERTAINTY), (Qt.Key.Key_3, Lens.STAGE), (Qt.Key.Key_4, Lens.SOURCE)]
)
def test_a_lens_is_chosen_by_key_and_remembered(
    window: MainWindow, settings: Settings, light: Theme, show: Shown, key: Qt.Key, lens: Lens
) -> None:
    press(window, key, CTRL | SHIFT)
    assert window.workspace.asking.lens is lens
    assert window.legend.switch.buttons[lens].isChecked()
    assert window.actions_by_table.by_id[f"lens.{lens.value}"].isChecked()
    assert settings.lens is lens
    again = MainWindow(open_workspace(), light, settings)
    show(again, 1366, 768)
    assert again.workspace.asking.lens is lens


def test_a_lens_is_chosen_in_the_legend_by_mouse_and_by_arrows(window: MainWindow) -> None:
    switch = window.legend.switch
    switch.buttons[Lens.STAGE].click()
    assert switch.buttons[Lens.STAGE].isChecked()
    switch.buttons[Lens.STAGE].setFocus()
    QTest.keyClick(switch.buttons[Lens.STAGE], Qt.Key.Key_Right)
    assert window.workspace.asking.lens is Lens.SOURCE
    assert focused() is switch.buttons[Lens.SOURCE]


def test_l_goes_through_the_lenses(window: MainWindow) -> None:
    seen = []
    for _ in Lens:
        press(window, Qt.Key.Key_L)
        seen.append(window.workspace.asking.lens)
    assert seen == [Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE, Lens.KIND]


def test_each_lens_has_its_own_legend_first(window: MainWindow) -> None:
    for lens in Lens:
        window.workspace.asking.look_through(lens)
        assert next(iter(window.legend.rows))[0] is lens


def test_the_counts_of_every_legend_are_true(window: MainWindow, exported: Any) -> None:
    stages = ["none", "humans not yet", "general", "study", "lab", "animals", "lab and animals"]
    certainties = ["stated", "hedged", "open"]
    expected: dict[Lens, Counter[str]] = {lens: Counter() for lens in Lens}
    expected[Lens.KIND].update(concept["kind"] for concept in exported["concepts"])
    for link in exported["links"]:
        quotes, claims = link["quotes"], [quote for quote in link["quotes"] if quote["nature"] == "claim"]
        sources = {quote["source"] for quote in quotes}
        background = link["origin"] == "background"
        surest = min((quote["certainty"] for quote in claims), key=certainties.index, default="comparison")
        most = max((quote["stage"] for quote in claims), key=stages.index, default="none")
        expected[Lens.CERTAINTY]["background" if background else surest] += 1
        expected[Lens.STAGE]["background" if background else most] += 1
        expected[Lens.SOURCE]["*none" if background else sources.pop() if len(sources) == 1 else "*several"] += 1
    for lens in Lens:
        window.workspace.asking.look_through(lens)
        told = {
            group: each.accessibleName().rsplit(", ", 1)[1]
            for (of, group), each in window.legend.rows.items()
            if of is lens
        }
        assert told == {group: str(expected[lens][group]) for group in told}
        assert sum(map(int, told.values())) >= sum(expected[lens].values())


# Filters.


def test_a_click_on_a_row_hides_its_group_and_another_shows_it(window: MainWindow, exported: Any) -> None:
    of_kind = {concept["id"] for concept in exported["concepts"] if concept["kind"] == "analogy"}
    links = {link["id"] for link in exported["links"] if {link["from"], link["to"]} & of_kind}
    click(row(window, Lens.KIND, "analogy"))
    assert window.workspace.asking.hidden.concepts == of_kind
    assert window.workspace.asking.hidden.links == links
    assert not row(window, Lens.KIND, "analogy").isChecked()
    assert row(window, Lens.KIND, "analogy").accessibleDescription().startswith("0 shown of 15 concepts.")
    assert bar(window).isVisible()
    assert bar(window).text == f"Hidden: Analogies 15. 15 concepts, {len(links)} links"
    assert f"131 of 146 concepts     {260 - len(links)} of 260 links" in window.status.text
    click(row(window, Lens.KIND, "analogy"))
    assert not window.workspace.asking.filtering
    assert not bar(window).isVisible()
    assert "131 of" not in window.status.text


def test_a_click_with_ctrl_or_a_double_click_shows_only_one(window: MainWindow) -> None:
    stated = row(window, Lens.CERTAINTY, "stated")
    only = {"hedged", "open", "comparison", "background"}
    click(stated, CTRL)
    assert window.workspace.asking.filters.certainty == only
    assert bar(window).text.startswith("Hidden: Only: States it: 124 links hidden.")
    click(stated, CTRL)
    assert not window.workspace.asking.filtering
    QTest.mouseClick(stated, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(stated, Qt.MouseButton.LeftButton)
    assert window.workspace.asking.filters.certainty == only
    QTest.mouseClick(stated, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(stated, Qt.MouseButton.LeftButton)
    assert not window.workspace.asking.filtering


def test_rows_are_switched_by_keys(window: MainWindow) -> None:
    cells = row(window, Lens.KIND, "cell")
    cells.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(cells, Qt.Key.Key_Space)
    assert window.workspace.asking.filters.kind == {"cell"}
    assert focused() is cells
    QTest.keyClick(cells, Qt.Key.Key_Return)
    assert not window.workspace.asking.filtering
    QTest.keyClick(cells, Qt.Key.Key_Space, CTRL)
    assert "cell" not in window.workspace.asking.filters.kind
    assert len(window.workspace.asking.filters.kind) == 9
    QTest.keyClick(cells, Qt.Key.Key_Down)
    assert focused() is row(window, Lens.KIND, "vesicle")


def test_rows_are_check_boxes_to_assistive_technology(window: MainWindow) -> None:
    cells = row(window, Lens.KIND, "cell")
    seen = QAccessible.queryAccessibleInterface(cells)
    assert isinstance(seen, QAccessibleInterface)
    assert seen.role() is QAccessible.Role.CheckBox
    assert seen.state().checked
    assert seen.text(QAccessible.Text.Name) == "Cells, 10"
    click(cells)
    assert not seen.state().checked


def test_at_least_tested_in_animals_says_how_much_it_hides(window: MainWindow, exported: Any) -> None:
    window.actions_by_table.by_id["lens.animals"].trigger()
    left = {
        link["id"]
        for link in exported["links"]
        if any(q["nature"] == "claim" and q["stage"] in ("animals", "lab and animals") for q in link["quotes"])
    }
    assert set(window.workspace.index.links) - window.workspace.asking.hidden.links == left
    assert bar(window).chips[0].accessibleName() == f"At least tested in animals: {260 - len(left)} links hidden"
    assert window.actions_by_table.by_id["lens.animals"].isChecked()
    assert (Lens.STAGE, "animals") in window.legend.rows


def test_a_chip_takes_its_filter_away_and_no_other(window: MainWindow) -> None:
    asking = window.workspace.asking
    asking.filter(Filters().toggled(Lens.KIND, "analogy").toggled(Lens.KIND, "cell").at_least(Rung.LAB))
    assert [chip.accessibleName().rsplit(" ", 1)[0] for chip in bar(window).chips][:2] == ["Cells", "Analogies"]
    first = bar(window).chips[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert asking.filters == Filters().toggled(Lens.KIND, "analogy").at_least(Rung.LAB)
    assert focused() is bar(window).chips[0]
    bar(window).clear.click()
    assert not asking.filtering


@pytest.mark.parametrize("key", [Qt.Key.Key_X, Qt.Key.Key_Escape])
def test_one_key_clears_all(window: MainWindow, key: Qt.Key) -> None:
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy").toggled(Lens.CERTAINTY, "open"))
    press(window, key)
    assert not window.workspace.asking.filtering


def test_home_shows_the_whole_map_without_filters(window: MainWindow) -> None:
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy"))
    press(window, Qt.Key.Key_Home)
    assert not window.workspace.asking.filtering
    assert window.workspace.viewing.view is View.BIG_PICTURE


def test_escape_clears_filters_before_the_selection(window: MainWindow) -> None:
    window.workspace.select_concept("exosomes")
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy"))
    press(window, Qt.Key.Key_Escape)
    assert not window.workspace.asking.filtering
    assert window.workspace.selection.only_concept == "exosomes"
    press(window, Qt.Key.Key_Escape)
    assert not window.workspace.selection


def test_something_hidden_that_is_chosen_says_so_and_can_be_shown(window: MainWindow) -> None:
    hidden = next(each.id for each in window.workspace.index.concepts.values() if each.kind == "analogy")
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy").toggled(Lens.KIND, "cell"))
    window.workspace.select_concept(hidden)
    note = button(window.details, "Hidden by a filter: Analogies. Show it again")
    assert window.actions_by_table.by_id["lens.show"].isEnabled()
    note.click()
    assert not window.workspace.asking.hides(hidden)
    assert window.workspace.asking.filters.kind == {"cell"}
    assert not window.details.findChildren(QWidget, "hidden-note")


def test_filtered_things_fade_or_vanish_by_choice_and_it_is_remembered(window: MainWindow, settings: Settings) -> None:
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy"))
    bar(window).fade.click()
    assert window.workspace.asking.fades
    assert settings.filters_fade
    assert bar(window).text.startswith("Faded: Analogies")
    settings.filters_fade = False
    window.commands.looks.follow_settings()
    assert not window.workspace.asking.fades
    assert not bar(window).fade.isChecked()


def test_the_chips_stay_within_the_map_and_below_its_title(window: MainWindow) -> None:
    window.workspace.show_view(View.BIG_PICTURE)
    asking = window.workspace.asking
    asking.filter(Filters().hiding(Lens.KIND, asking.sorted_by(Lens.KIND).present[:8]).toggled(Lens.SOURCE, "cancer"))
    found = bar(window)
    assert window.canvas.rect().contains(found.geometry())
    assert found.geometry().top() >= window.canvas.room_at_top()
    for chip in found.chips:
        assert found.rect().contains(QRect(chip.mapTo(found, QPoint()), chip.size()))


def test_find_still_knows_what_is_hidden_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy"))
    window.commands.finding.find()
    QTest.keyClicks(window.find_bar.field, "postal service")
    qtbot.waitUntil(lambda: window.workspace.finding.ready)
    assert any(
        text.startswith("postal service") and text.endswith("hidden by a filter")
        for text in window.find_bar.drop.rows.texts
    )
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Return)
    assert window.workspace.selection.only_concept == "postal-service"
    assert not window.workspace.asking.hides("postal-service")


def test_the_map_says_how_much_of_it_is_hidden(window: MainWindow) -> None:
    assert "Filters hide" not in window.canvas.accessibleDescription()
    window.workspace.asking.filter(Filters().toggled(Lens.KIND, "analogy"))
    hidden = window.workspace.asking.hidden
    assert f"Filters hide 15 concepts and {len(hidden.links)} links." in window.canvas.accessibleDescription()
    window.workspace.point_at("postal-service")
    assert "(hidden by a filter)" in window.status.text


def test_back_leads_through_lenses_and_filters_one_by_one(window: MainWindow) -> None:
    asking = window.workspace.asking
    press(window, Qt.Key.Key_2, CTRL | SHIFT)
    click(row(window, Lens.CERTAINTY, "hedged"))
    window.commands.asking.at_least("lab")
    for filters in (2, 1, 0):
        assert len(asking.traces) == filters
        QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert asking.lens is Lens.KIND
    assert window.legend.switch.buttons[Lens.KIND].isChecked()
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.legend.switch.buttons[Lens.CERTAINTY].isChecked()


def test_a_double_click_in_the_legend_is_one_step(window: MainWindow) -> None:
    before, cells = len(window.workspace.history.earlier), row(window, Lens.KIND, "cell")
    at = QPoint(30, cells.height() // 2)
    QTest.mouseClick(cells, Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseDClick(cells, Qt.MouseButton.LeftButton, NONE, at)
    assert len(window.workspace.asking.filters.kind) > 1
    assert len(window.workspace.history.earlier) == before + 1
    window.commands.follow.back()
    assert window.workspace.asking.is_plain


def test_the_way_back_says_through_what_one_looked(window: MainWindow) -> None:
    window.workspace.select_concept("exosomes")
    window.workspace.asking.look_through(Lens.STAGE)
    window.commands.asking.only_stated()
    window.commands.follow.reach(2)
    window.commands.follow.reach_way("out")
    window.workspace.clear_selection()
    earlier = [place_words(window.workspace.index, place) for place in window.workspace.history.earlier]
    assert earlier[:5] == [
        "exosomes (2 steps out, by stage, 4 groups hidden)",
        "exosomes (2 steps, by stage, 4 groups hidden)",
        "exosomes (by stage, 4 groups hidden)",
        "exosomes (by stage)",
        "exosomes",
    ]
