"""The outline in the window: in step with the map, by mouse, by keys, and as a screen reader meets it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from evmap.layout.searching.start import in_rows
from evmap.ui.main_window import MainWindow
from evmap.ui.outline.panel import OutlinePanel
from evmap.ui.outline.rows import Row, What
from evmap.ui.theme import Theme
from evmap.workspace import Lens, Topic, View, Workspace
from tests.made_maps import generated_map
from tests.ui import small_map
from tests.ui.conftest import Shown
from tests.ui.looking import focused, text_of

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(window: MainWindow) -> OutlinePanel:
    QTest.keyClick(window, Qt.Key.Key_5, CTRL)
    assert window.stage.outline
    return window.stage.outline


def seen(window: MainWindow) -> View:
    return window.workspace.viewing.view


def current(panel: OutlinePanel) -> Row:
    row = panel.model.row(panel.tree.currentIndex())
    assert row
    return row


def chosen(panel: OutlinePanel) -> set[str]:
    rows = [panel.model.row(index) for index in panel.tree.selectionModel().selectedIndexes()]
    return {row.item for row in rows if row}


def press(panel: OutlinePanel, *keys: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(panel.tree, key, modifier)


def click(panel: OutlinePanel, row: Row | None, modifier: Qt.KeyboardModifier = PLAIN) -> QPoint:
    assert row
    at = panel.tree.visualRect(panel.model.index_of(row)).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, modifier, at)
    return at


def test_it_stands_in_the_maps_place_with_the_keyboard_in_it(window: MainWindow, panel: OutlinePanel) -> None:
    assert window.stage.views.currentWidget() is panel
    assert focused() is panel.tree
    assert window.header.view_button.text().startswith("View: Outline")
    assert text_of(window.status).endswith("Outline")
    assert "9 concepts" in text_of(panel)


def test_selecting_here_selects_everywhere(window: MainWindow, panel: OutlinePanel) -> None:
    click(panel, panel.model.outline.concept_row("vesicles"))
    assert window.workspace.selection.only_concept == "vesicles"
    assert window.details.page
    assert window.details.page.title == "extracellular vesicles"
    assert seen(window) is View.OUTLINE
    click(panel, panel.model.outline.concept_row("therapy"), CTRL)
    assert set(window.workspace.selection.concepts) == {"vesicles", "therapy"}


def test_selecting_elsewhere_selects_here_and_opens_the_way_to_it(window: MainWindow, panel: OutlinePanel) -> None:
    panel.close_all()
    window.workspace.select_link("blocking")
    assert chosen(panel) == {"blocking"}
    row = current(panel)
    assert row.what is What.LINK
    assert row.parent
    assert row.parent.item == "vesicles"
    assert panel.tree.isExpanded(panel.model.index_of(row.parent))
    window.workspace.clear_selection()
    assert chosen(panel) == set()


def test_a_link_is_shown_below_the_end_that_one_reads(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_concept("therapy")
    window.workspace.select_link("blocking")
    row = current(panel)
    assert row.parent
    assert row.parent.item == "therapy"


def test_by_keys_from_a_concept_to_the_article_and_back(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_concept("biomarkers")
    press(panel, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert window.workspace.selection.only_link == "vesicles-biomarkers"
    press(panel, Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert current(panel).what is What.PASSAGE
    assert window.workspace.selection.only_link == "vesicles-biomarkers"
    press(panel, Qt.Key.Key_Return)
    assert window.workspace.reading
    assert window.workspace.reading.quote == current(panel).quote
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.workspace.reading is None
    assert focused() is panel.tree
    assert current(panel).what is What.PASSAGE
    press(panel, Qt.Key.Key_Left)
    assert current(panel).what is What.LINK


def test_control_and_space_add_to_the_selection(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_concept("exosomes")
    press(panel, Qt.Key.Key_Down, modifier=CTRL)
    assert window.workspace.selection.only_concept == "exosomes"
    press(panel, Qt.Key.Key_Space, modifier=CTRL)
    assert set(window.workspace.selection.concepts) == {"exosomes", "vesicles"}


def test_a_double_click_on_a_passage_opens_the_article(window: MainWindow, panel: OutlinePanel) -> None:
    link = panel.model.outline.link_row("therapy-only")
    assert link
    window.workspace.select_link("therapy-only")
    panel.tree.expand(panel.model.index_of(link))
    at = click(panel, link.children[0])
    QTest.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
    assert window.workspace.reading


def offered(window: MainWindow) -> dict[str, QAction]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {each.text().replace("&", ""): each for each in menu.actions() if not each.isSeparator()}
    menu.close()
    return actions


PICKS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("vesicles",), ()),
    ((), ("therapy-only",)),
    (("vesicles", "therapy"), ()),
    ((), ()),
)
PLACES = ("edit.left", "edit.right", "edit.up", "edit.down", "edit.layout", "edit.shipped")
SIGHT = ("view.in", "view.out", "view.actual", "view.fit", "view.selection", "view.minimap")


@pytest.mark.parametrize(("concepts", "links"), PICKS)
def test_every_command_of_the_map_but_where_things_stand_can_be_given_from_the_outline(
    window: MainWindow, concepts: tuple[str, ...], links: tuple[str, ...]
) -> None:
    def enabled() -> set[str]:
        window.workspace.select(concepts, links)
        window.refresh()
        return {each.spec.id for each in window.actions_by_table.by_id.values() if each.isEnabled()}

    window.workspace.show_view(View.ATLAS)
    on_map = enabled()
    window.commands.views.show_outline()
    assert on_map - enabled() <= {*PLACES, *SIGHT}


@pytest.mark.parametrize("item", ["vesicles", "therapy-only"])
def test_the_menu_of_a_thing_is_the_same_on_the_map_and_in_the_outline(window: MainWindow, item: str) -> None:
    window.workspace.show_view(View.ATLAS)
    window.canvas.menu_wanted.emit(item, QPoint(300, 300))
    on_map = offered(window).keys()
    window.commands.views.show_outline()
    assert window.stage.outline
    window.stage.outline.menu_wanted.emit(item, QPoint(300, 300))
    in_outline = offered(window).keys()
    assert on_map - in_outline == {"Fit selection", "Whole map"}
    assert in_outline - on_map == {"Atlas"}


def test_the_menu_key_offers_what_the_map_offers(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_concept("vesicles")
    panel.menu_wanted.emit("vesicles", QPoint(300, 300))
    menu = offered(window)
    assert all(each.isEnabled() for text, each in menu.items() if text in ("Around it", "Copy as a sentence"))
    assert "Fit selection" not in menu
    menu["Around it"].trigger()
    assert seen(window) is View.AROUND
    assert window.workspace.leave_view()
    assert seen(window) is View.OUTLINE


@pytest.mark.parametrize("by_key", [True, False])
def test_a_path_from_here_to_there(window: MainWindow, panel: OutlinePanel, by_key: bool) -> None:
    window.workspace.select_concept("exosomes")
    press(panel, Qt.Key.Key_P)
    assert window.workspace.following.start == "exosomes"
    if by_key:
        panel.tree.setCurrentIndex(panel.model.index_of(panel.model.outline.concept_row("biomarkers")))
        assert window.workspace.topic is Topic.SELECTION  # to walk past a concept does not choose it
        press(panel, Qt.Key.Key_Return)
    else:
        click(panel, panel.model.outline.concept_row("biomarkers"))
    assert window.workspace.topic is Topic.PATH
    search = window.workspace.following.search
    assert search
    assert (search.start, search.end) == ("exosomes", "biomarkers")
    assert seen(window) is View.OUTLINE


def test_a_passage_is_copied_with_its_place(window: MainWindow, panel: OutlinePanel) -> None:
    link = panel.model.outline.link_row("therapy-only")
    assert link
    window.workspace.select_link("therapy-only")
    panel.tree.expand(panel.model.index_of(link))
    click(panel, link.children[0])
    panel._on_menu(link.children[0], QPoint(300, 300))
    offered(window)["Copy the quote and where it stands"].trigger()
    assert QApplication.clipboard().text().startswith(f"“{small_map.ONLY}”")


def test_keys_of_the_map_work_here_too(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_concept("vesicles")
    QTest.keyClick(window, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "extracellular vesicles" in QApplication.clipboard().text()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)  # read with care
    assert seen(window) is View.OUTLINE
    assert not window.actions_by_table.by_id["view.in"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.workspace.viewing.centre == "vesicles"


def test_the_filter_narrows_the_rows_and_says_when_nothing_is_left(window: MainWindow, panel: OutlinePanel) -> None:
    window.actions_by_table.by_id["outline.filter"].trigger()
    assert focused() is panel.filter
    QTest.keyClicks(panel.filter, "biomarkers")
    assert "2 of 9 concepts" in text_of(panel)
    QTest.keyClick(panel.filter, Qt.Key.Key_Down)
    assert focused() is panel.tree
    panel.filter.setText("zebra")
    assert "No concept and no sentence has “zebra”." in text_of(panel)
    panel._clear.click()
    assert "9 concepts" in text_of(panel)


def test_escape_clears_the_filter_before_anything_else(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_concept("biomarkers")
    panel.focus_filter()
    panel.filter.setText("bio")
    QTest.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert window.workspace.selection
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.workspace.selection
    assert seen(window) is View.OUTLINE


def test_what_is_open_stays_open_in_another_order(window: MainWindow, panel: OutlinePanel) -> None:
    row = panel.model.outline.concept_row("vesicles")
    panel.tree.expand(panel.model.index_of(row))
    panel.toggle_order()
    again = panel.model.outline.concept_row("vesicles")
    assert again
    assert again.parent is None
    assert panel.tree.isExpanded(panel.model.index_of(again))


def test_filters_are_followed(window: MainWindow, panel: OutlinePanel) -> None:
    asking = window.workspace.asking
    asking.filter(asking.filters.toggled(Lens.KIND, "vesicle"))
    assert "6 of 9 concepts" in text_of(panel)
    window.workspace.show_view(View.ATLAS)
    asking.filter(asking.filters.toggled(Lens.KIND, "vesicle"))
    window.workspace.show_view(View.OUTLINE)
    assert "9 concepts" in text_of(panel)


def test_back_to_the_map_as_it_was_left(window: MainWindow, panel: OutlinePanel) -> None:
    camera = window.canvas.camera
    panel.back.click()
    assert seen(window) is View.ATLAS
    assert window.stage.views.currentWidget() is window.canvas
    assert window.canvas.camera == camera
    window.workspace.history.back()
    assert seen(window) is View.OUTLINE
    assert window.stage.views.currentWidget() is panel


def test_home_shows_the_start(window: MainWindow, panel: OutlinePanel) -> None:
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert seen(window) is View.ATLAS  # the small map has no big picture
    assert window.stage.views.currentWidget() is window.canvas


def test_another_theme_is_taken(window: MainWindow, panel: OutlinePanel) -> None:
    before = panel.grab().toImage()
    window.commands.looks.change_theme("dark")
    assert panel.grab().toImage() != before


# As a screen reader meets it.


def accessible(panel: OutlinePanel) -> dict[str, QAccessibleInterface]:
    """Every cell that the tree tells of, by name."""
    tree = QAccessible.queryAccessibleInterface(panel.tree)
    assert tree.role() == QAccessible.Role.Tree
    cells = [tree.child(at) for at in range(tree.childCount())]
    return {cell.text(QAccessible.Text.Name): cell for cell in cells}


def test_a_screen_reader_hears_names_roles_and_what_is_open(window: MainWindow, panel: OutlinePanel) -> None:
    cells = accessible(panel)
    group = cells["Vesicles, 3 concepts"]
    assert group.role() == QAccessible.Role.TreeItem
    assert group.state().expandable
    assert group.state().expanded
    concept = cells["extracellular vesicles, vesicle, 5 links"]
    assert concept.state().expandable
    assert not concept.state().expanded
    told = concept.text(QAccessible.Text.Description)
    assert told.startswith("Tiny packages that cells release")


def test_it_hears_sentences_and_passages_with_how_sure_they_are(window: MainWindow, panel: OutlinePanel) -> None:
    window.workspace.select_link("vesicles-biomarkers")
    panel.tree.expand(panel.tree.currentIndex())
    cells = accessible(panel)
    link = cells["extracellular vesicles could serve as biomarkers"]
    assert link.state().selected
    assert link.text(QAccessible.Text.Description) == "Hedges it. 1 passage."
    passage = cells["“The research suggests these vesicles could serve as biomarkers”"]
    told = passage.text(QAccessible.Text.Description)
    assert "Hedges it" in told
    assert "Press Enter to open the article here." in told
    assert not passage.state().expandable


def test_a_heavy_map_opens_at_once(light: Theme, show: Shown) -> None:
    many = generated_map(5000)
    workspace = Workspace(many, in_rows(many), small_map.small_workspace().folder)
    workspace.show_view(View.OUTLINE)
    panel = OutlinePanel(workspace, light)
    panel.begin()
    show(panel, 820, 680)
    panel.grab()
    assert 0 < len(panel.model.made()) < 40  # what is in sight; how long that takes, the benchmark of exploring tells
