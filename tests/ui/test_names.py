"""Everything that can be pressed, typed into or chosen has a name, as a screen reader meets it through Qt."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.presenter.presenting import Presenting
from evmap.ui.presenter.sheet import TalkKeySheet
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Talk
from tests.ui.window_states import STATES, State, settle

ROLE = QAccessible.Role
NAMED = {ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox}
NAMED |= {ROLE.Slider, ROLE.List, ROLE.Tree, ROLE.PageTab, ROLE.MenuItem}


def below(iface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """An interface and all below it that can be seen."""
    if iface is None or iface.state().invisible:
        return
    yield iface
    for at in range(iface.childCount()):
        yield from below(iface.child(at))


def nameless(root: QWidget) -> list[str]:
    """What has no name."""
    found = []
    for iface in below(QAccessible.queryAccessibleInterface(root)):
        asks = iface.role() in NAMED or iface.state().focusable
        if asks and not iface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(iface.object()).__name__} in a {type(iface.object().parent()).__name__}")
    return found


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_all_of_the_window_has_names(window: MainWindow, state: State) -> None:
    state(window)
    settle()
    assert nameless(window) == []


@pytest.mark.parametrize(
    "action", ["help.keys", "help.about", "help.palette", "file.settings", "file.picture", "file.handout"]
)
def test_all_of_a_dialog_has_names(shipped: MainWindow, action: str) -> None:
    shipped.actions_by_table.by_id[action].trigger()
    settle()
    assert nameless(shipped) == []
    for dialog in shipped.findChildren(QDialog):
        assert dialog.windowTitle()
        assert nameless(dialog) == []


def test_all_of_the_two_windows_of_a_talk_has_names(light: Theme, settings: Settings, qtbot: QtBot) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    workspace = open_workspace()
    presenting = Presenting(Talk(workspace.map.tours[0], workspace.index), workspace, settings, home)
    presenting.start(full_screen=False)
    presenting.presenter.show()
    sheet = TalkKeySheet(light, presenting.presenter)
    sheet.show()
    settle()
    for part in (presenting.presenter, presenting.audience, sheet):
        assert part.windowTitle()
        assert nameless(part) == []
    presenting.stop()
