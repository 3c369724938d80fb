"""The table of all commands, in the order in which the key sheet shows them."""

from functools import partial

from evmap.ui.actions.spec import ActionSpec, Commands, When

_THEMES = (("light", "&Light"), ("dark", "&Dark"), ("projector", "&Projector"), ("high-contrast", "&High contrast"))


def _take_theme(name: str, window: Commands) -> None:
    window.change_theme(name)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.open", "&Open map…", ("Ctrl+O",), lambda w: w.open_map(), "map"),
    ActionSpec("file.export", "&Export map as JSON…", ("Ctrl+E",), lambda w: w.export_map(), "external"),
    ActionSpec("file.quit", "&Quit", ("Ctrl+Q",), lambda w: w.leave()),
    ActionSpec("view.in", "Zoom &in", ("Ctrl++", "Ctrl+="), lambda w: w.zoom_in(), "zoom-in", When.ON_MAP),
    ActionSpec("view.out", "Zoom &out", ("Ctrl+-",), lambda w: w.zoom_out(), "zoom-out", When.ON_MAP),
    ActionSpec("view.actual", "&100 %", ("Shift+0",), lambda w: w.zoom_to_actual(), "", When.ON_MAP),
    ActionSpec("view.fit", "&Whole map", ("Ctrl+0", "Shift+1", "Home"), lambda w: w.fit_map(), "fit", When.ON_MAP),
    ActionSpec(
        "view.selection", "Fit &selection", ("Ctrl+9", "Shift+2"), lambda w: w.fit_selection(), "", When.SELECTION
    ),
    *(ActionSpec(f"theme.{name}", text, (), partial(_take_theme, name), checkable=True) for name, text in _THEMES),
    ActionSpec("theme.next", "&Next theme", ("Ctrl+T",), lambda w: w.next_theme(), "theme"),
    ActionSpec("view.legend", "L&egend", ("Alt+1",), lambda w: w.toggle_legend(), checkable=True),
    ActionSpec("view.details", "De&tails", ("Alt+2",), lambda w: w.toggle_details(), checkable=True),
    ActionSpec("view.minimap", "&Minimap", ("M",), lambda w: w.toggle_minimap(), when=When.ON_MAP, checkable=True),
    ActionSpec("view.motion", "&Reduce motion", (), lambda w: w.toggle_motion(), checkable=True),
    ActionSpec("view.full", "&Full screen", ("F11",), lambda w: w.toggle_full_screen(), checkable=True),
    ActionSpec(
        "go.map", "&Return to the map", ("Alt+Left", "Backspace"), lambda w: w.return_to_map(), "back", When.READING
    ),
    ActionSpec("go.back", "Step &back: reader, selection", ("Esc",), lambda w: w.step_back(), "", When.STEP_BACK),
    ActionSpec("go.next", "&Next area", ("F6",), lambda w: w.next_area()),
    ActionSpec("go.previous", "&Previous area", ("Shift+F6",), lambda w: w.previous_area()),
    ActionSpec("go.menu", "&Menu", ("F10",), lambda w: w.show_menu(), "menu"),
    ActionSpec("help.keys", "&Keys", ("F1", "?"), lambda w: w.show_keys()),
    ActionSpec("help.about", "&About EV Map", (), lambda w: w.show_about(), "info"),
)

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&File", ("file.open", "file.export", "-", "file.quit")),
    (
        "&View",
        (
            "view.in",
            "view.out",
            "view.actual",
            "view.fit",
            "view.selection",
            "-",
            "theme.light",
            "theme.dark",
            "theme.projector",
            "theme.high-contrast",
            "theme.next",
            "-",
            "view.legend",
            "view.details",
            "view.minimap",
            "view.motion",
            "view.full",
        ),
    ),
    ("&Go", ("go.map", "go.back", "-", "go.next", "go.previous")),
    ("&Help", ("help.keys", "help.about")),
)
"""The menus as data; "-" is a line between two groups."""
