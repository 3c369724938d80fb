"""The window as a whole: its parts, its commands, what it remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from evmap.ui.actions.action_set import WindowAction
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme, load_theme
from evmap.ui.window.header import Header
from evmap.workspace import Workspace
from evmap.workspace.articles import Articles
from tests.ui.conftest import Shown
from tests.ui.looking import cards, focused, text_of

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def action(window: MainWindow, action_id: str) -> WindowAction:
    return window.actions_by_table.by_id[action_id]


def test_the_window_tells_what_is_on_the_map(window: MainWindow) -> None:
    text = text_of(window)
    assert "Extracellular vesicles" in text
    assert "How can tiny packages from our cells harm us, and heal us?" in text
    assert "9 concepts     8 links     2 sources, every sentence placed" in text
    assert f"{round(window.canvas.camera.scale * 100)} %" in text


def test_the_panels_come_after_the_first_paint(
    small: Workspace, light: Theme, settings: Settings, show: Shown, qtbot: QtBot
) -> None:
    made = MainWindow(small, light, settings)
    assert made.left.layout() is None
    show(made, 1366, 768)
    qtbot.waitUntil(lambda: made.left.layout() is not None)
    assert made.details.page


def test_the_smallest_window_comes_to_rest(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A header that answers each layout by asking for another keeps a processor busy for as long as it is open."""
    window.resize(window.minimumSize())
    for _ in range(10):
        QApplication.processEvents()
    asked: list[Header] = []
    monkeypatch.setattr(Header, "_share_width", asked.append)
    for _ in range(10):
        QApplication.processEvents()
    assert not asked


def test_the_map_has_most_of_the_room(window: MainWindow) -> None:
    assert window.stage.width() >= 1366 - 200 - 344 - 4
    assert window.stage.height() >= 768 - 52 - 30 - 4


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("name", ["light", "projector"])
def test_nothing_is_cut_off_at_any_size(window: MainWindow, width: int, height: int, name: str) -> None:
    window.commands.looks.change_theme(name)
    window.resize(width, height)
    QApplication.processEvents()
    for part in (window.header, window.left, window.stage, window.right, window.status):
        box = part.rect().translated(part.mapTo(window, part.rect().topLeft()))
        assert window.rect().contains(box), part.accessibleName()
    for panel in (window.legend, window.details):
        body = panel.widget()
        assert body
        assert body.width() <= panel.viewport().width()


def test_selecting_lights_the_actions_that_need_it(window: MainWindow) -> None:
    assert not action(window, "view.selection").isEnabled()
    assert not action(window, "go.back").isEnabled()
    window.workspace.select_concept("vesicles")
    assert action(window, "view.selection").isEnabled()
    assert action(window, "go.back").isEnabled()
    assert not action(window, "go.map").isEnabled()


def test_zoom_by_keys(window: MainWindow) -> None:
    before = window.canvas.camera.scale
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert window.canvas.camera.scale < before
    QTest.keyClick(window, Qt.Key.Key_Equal, CTRL)
    QTest.keyClick(window, Qt.Key.Key_0, SHIFT)
    assert window.canvas.camera.scale == 1.0
    assert "100 %" in text_of(window.status)
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert window.canvas.camera.scale == pytest.approx(before, rel=0.02)


def test_pointing_is_told_in_the_status_line(window: MainWindow) -> None:
    window.workspace.point_at("therapy-only")
    assert "exosome therapy only attacks cancer cells" in text_of(window.status)
    window.workspace.point_at(None)
    assert "only attacks" not in text_of(window.status)


def test_escape_is_a_ladder(window: MainWindow) -> None:
    window.workspace.select_link("therapy-only")
    window.workspace.read_quote(window.workspace.index.links["therapy-only"].quotes[0])
    assert window.stage.is_reading
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.stage.is_reading
    assert window.workspace.selection.only_link == "therapy-only"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.workspace.selection


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Backspace, None), (Qt.Key.Key_Left, ALT), (Qt.Key.Key_Escape, None)]
)
def test_reading_and_back_leaves_the_map_untouched(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None
) -> None:
    window.workspace.select_link("therapy-only")
    window.commands.views.zoom_in()
    before = (window.canvas.camera, window.workspace.selection)
    window.workspace.read_quote(window.workspace.index.links["therapy-only"].quotes[0])
    assert not action(window, "view.in").isEnabled()
    QTest.keyClick(focused(), key, modifier or Qt.KeyboardModifier.NoModifier)
    assert window.workspace.reading is None
    assert (window.canvas.camera, window.workspace.selection) == before


def test_an_article_that_is_gone_is_told_and_the_map_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evmap.data.HOME", tmp_path)
    fresh = window.workspace
    fresh.articles = Articles(fresh.map, fresh.index.sources, tmp_path / "map")
    fresh.select_link("therapy-only")
    fresh.read_quote(fresh.index.links["therapy-only"].quotes[0])
    assert fresh.reading is None
    assert not window.stage.is_reading
    assert window.notice
    assert "The article cannot be opened." in window.notice.text
    assert cards(window.details)  # the quote itself is in the map and still shown


def test_f6_goes_round_the_areas(window: MainWindow) -> None:
    window.canvas.setFocus()
    areas = []
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        areas.append(
            next(name for name in ("stage", "right", "left", "header") if getattr(window, name).isAncestorOf(focused()))
        )
    assert areas == ["right", "left", "header", "stage"]
    QTest.keyClick(focused(), Qt.Key.Key_F6, SHIFT)
    assert window.header.isAncestorOf(focused())


def test_every_theme_can_be_taken_and_is_remembered(window: MainWindow, settings: Settings) -> None:
    for name in ("dark", "projector", "high-contrast", "light"):
        action(window, f"theme.{name}").trigger()
        assert window.theme.name == settings.theme == name
        assert action(window, f"theme.{name}").isChecked()
        window.grab()
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    assert window.theme.name == "dark"


def test_panels_can_be_hidden(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_1, ALT)
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    assert not window.legend.isVisible()
    assert not window.details.isVisible()
    window.canvas.concept_activated.emit("vesicles")  # Enter on the map asks for the details
    assert window.details.isVisible()


def test_the_window_comes_back_as_it_was_left(
    window: MainWindow, small: Workspace, light: Theme, tmp_path: Path, show: Shown
) -> None:
    window.commands.looks.toggle_legend()
    window.commands.looks.toggle_minimap()
    window.resize(780, 560)  # the screen of these tests is small, and a window comes back to fit its screen
    QApplication.processEvents()
    window.splitter.setSizes([0, 480, 300])
    sizes = window.splitter.sizes()
    window.close()
    again = MainWindow(small, load_theme("light"), Settings(tmp_path / "settings.ini"))
    assert again.size() == window.size()
    assert again.left.isHidden()
    assert not action(again, "view.minimap").isChecked()
    show(again, 780, 560)
    assert again.splitter.sizes()[2] == pytest.approx(sizes[2], abs=2)


def test_damaged_settings_are_told_once(small: Workspace, light: Theme, tmp_path: Path, show: Shown) -> None:
    file = tmp_path / "damaged.ini"
    file.write_text("[General]\nlegend=perhaps\n", encoding="utf-8")
    made = MainWindow(small, light, Settings(file))
    show(made, 1200, 700)
    made.fill()
    assert made.notice
    assert "settings file was damaged" in made.notice.text


def dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


@pytest.mark.parametrize("action_id", ["help.keys", "help.about"])
def test_help_opens_and_escape_closes_it(window: MainWindow, qtbot: QtBot, action_id: str) -> None:
    action(window, action_id).trigger()
    (dialog,) = dialogs()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_menu_holds_the_commands(window: MainWindow) -> None:
    window.header.menu.aboutToShow.emit()
    titles = [each.text() for each in window.header.menu.actions()]
    assert titles == [
        "&File",
        "&Edit",
        "&View",
        "&Go",
        "&Neighbourhood",
        "&Lens and filters",
        "&Path",
        "&Tour",
        "P&resent",
        "&Help",
    ]
    (file, *_) = [each for each in window.header.menu.findChildren(QMenu) if each.title() == "&File"]
    assert [each.text() for each in file.actions() if each.text()] == [
        "&Open map…",
        "&Export map as JSON…",
        "Export map as &picture…",
        "&Hand-out of a tour…",
        "&Settings…",
        "&Quit",
    ]


def test_closing_frees_the_window(small: Workspace, light: Theme, settings: Settings, qtbot: QtBot) -> None:
    made = MainWindow(small, light, settings)
    made.show()
    made.fill()
    with qtbot.waitSignal(made.destroyed):
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.close()
    small.select_concept("vesicles")  # nobody listens any more
    small.read("cancer", ())
