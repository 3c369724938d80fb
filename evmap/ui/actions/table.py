"""The table of all commands, in the order in which the key sheet shows them."""

from functools import partial
from typing import TYPE_CHECKING

from evmap.ui.actions.spec import ActionSpec, When

if TYPE_CHECKING:
    from evmap.ui.commands import Commands

_THEMES = (("light", "&Light"), ("dark", "&Dark"), ("projector", "&Projector"), ("high-contrast", "&High contrast"))
_LENSES = (("kind", "&Kind"), ("certainty", "&Certainty"), ("stage", "&Stage"), ("source", "S&ource"))
_NUDGE = 16.0
_REACHES = (
    ("both", "Both &ways", "B"),
    ("out", "&Out, as the arrows point", "O"),
    ("in", "&In, against the arrows", "I"),
)
_WAYS = (("left", "Left", -1, 0), ("right", "Right", 1, 0), ("up", "Up", 0, -1), ("down", "Down", 0, 1))


def _nudge(dx: float, dy: float, commands: "Commands") -> None:
    commands.places.nudge(dx, dy)


def _take_theme(name: str, commands: "Commands") -> None:
    commands.looks.change_theme(name)


def _look_through(lens: str, commands: "Commands") -> None:
    commands.asking.look_through(lens)


def _at_least(rung: str, commands: "Commands") -> None:
    commands.asking.at_least(rung)


def _reach(steps: int, commands: "Commands") -> None:
    commands.follow.reach(steps)


def _reach_way(way: str, commands: "Commands") -> None:
    commands.follow.reach_way(way)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.open", "&Open map…", ("Ctrl+O",), lambda c: c.files.open_map(), "map"),
    ActionSpec("file.export", "&Export map as JSON…", ("Ctrl+E",), lambda c: c.files.export_map(), "external"),
    ActionSpec("file.picture", "Export map as &picture…", ("Ctrl+Shift+E",), lambda c: c.files.export_picture()),
    ActionSpec("file.handout", "&Hand-out of a tour…", ("Ctrl+P",), lambda c: c.files.print_handout()),
    ActionSpec("file.quit", "&Quit", ("Ctrl+Q",), lambda c: c.files.leave()),
    ActionSpec("edit.undo", "&Undo", ("Ctrl+Z",), lambda c: c.undoing.undo(), when=When.CAN_UNDO),
    ActionSpec("edit.redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), lambda c: c.undoing.redo(), when=When.CAN_REDO),
    *(
        ActionSpec(
            f"edit.{way}",
            f"Push {way}",
            (f"Alt+Shift+{key}",),
            partial(_nudge, dx * _NUDGE, dy * _NUDGE),
            when=When.CHOSEN_ON_ATLAS,
        )
        for way, key, dx, dy in _WAYS
    ),
    ActionSpec("edit.layout", "&Lay out anew", ("Ctrl+L",), lambda c: c.places.lay_out_anew(), when=When.ON_ATLAS),
    ActionSpec(
        "edit.shipped", "&Back to the shipped places", (), lambda c: c.places.back_to_shipped_places(), when=When.MOVED
    ),
    ActionSpec("edit.find", "&Find…", ("Ctrl+F", "/"), lambda c: c.finding.find(), "search"),
    ActionSpec("edit.next", "Ne&xt hit", ("F3",), lambda c: c.finding.next_hit(), when=When.HITS),
    ActionSpec("edit.previous", "Pre&vious hit", ("Shift+F3",), lambda c: c.finding.previous_hit(), when=When.HITS),
    ActionSpec(
        "view.big", "&Big picture", ("Ctrl+1",), lambda c: c.views.show_big_picture(), "", When.ON_MAP, checkable=True
    ),
    ActionSpec("view.start", "Whole map, no filter", ("Home",), lambda c: c.views.show_start(), "", When.ON_MAP),
    ActionSpec("view.atlas", "&Atlas", ("Ctrl+2",), lambda c: c.views.show_atlas(), "map", When.ON_MAP, checkable=True),
    ActionSpec(
        "view.around", "Aro&und it", ("Ctrl+3", "A"), lambda c: c.views.go_around(), "", When.CONCEPT, checkable=True
    ),
    ActionSpec("view.lanes", "Lanes", ("Ctrl+4",), lambda c: c.views.show_lanes(), "", When.ON_MAP, checkable=True),
    ActionSpec(
        "view.outline", "Outline", ("Ctrl+5",), lambda c: c.views.show_outline(), "", When.ON_MAP, checkable=True
    ),
    ActionSpec(
        "outline.filter",
        "Filter the outline",
        ("Ctrl+Shift+F",),
        lambda c: c.views.filter_outline(),
        "",
        When.ON_OUTLINE,
    ),
    ActionSpec(
        "outline.order",
        "Order of the outline",
        ("Ctrl+Shift+O",),
        lambda c: c.views.order_outline(),
        "",
        When.ON_OUTLINE,
    ),
    ActionSpec(
        "outline.close", "Close every row", ("Ctrl+Shift+Left",), lambda c: c.views.close_rows(), "", When.ON_OUTLINE
    ),
    ActionSpec("view.in", "Zoom &in", ("Ctrl++", "Ctrl+="), lambda c: c.views.zoom_in(), "zoom-in", When.ON_CANVAS),
    ActionSpec("view.out", "Zoom &out", ("Ctrl+-",), lambda c: c.views.zoom_out(), "zoom-out", When.ON_CANVAS),
    ActionSpec("view.actual", "&100 %", ("Shift+0",), lambda c: c.views.zoom_to_actual(), "", When.ON_CANVAS),
    ActionSpec("view.fit", "&Whole map", ("Ctrl+0", "Shift+1"), lambda c: c.views.fit_map(), "fit", When.ON_CANVAS),
    ActionSpec(
        "view.selection",
        "Fit &selection",
        ("Ctrl+9", "Shift+2"),
        lambda c: c.views.fit_selection(),
        "",
        When.CHOSEN_ON_CANVAS,
    ),
    *(ActionSpec(f"theme.{name}", text, (), partial(_take_theme, name), checkable=True) for name, text in _THEMES),
    ActionSpec("theme.next", "&Next theme", ("Ctrl+T",), lambda c: c.looks.next_theme(), "theme"),
    ActionSpec("text.larger", "Larger te&xt", ("Ctrl+Alt++", "Ctrl+Alt+="), lambda c: c.looks.larger_text()),
    ActionSpec("text.smaller", "Smaller text", ("Ctrl+Alt+-",), lambda c: c.looks.smaller_text()),
    ActionSpec("text.usual", "Usual text", ("Ctrl+Alt+0",), lambda c: c.looks.usual_text()),
    ActionSpec("view.legend", "L&egend", ("Alt+1",), lambda c: c.looks.toggle_legend(), checkable=True),
    ActionSpec("view.details", "De&tails", ("Alt+2",), lambda c: c.looks.toggle_details(), checkable=True),
    ActionSpec(
        "view.minimap", "&Minimap", ("M",), lambda c: c.looks.toggle_minimap(), when=When.ON_CANVAS, checkable=True
    ),
    ActionSpec("view.motion", "&Reduce motion", (), lambda c: c.looks.toggle_motion(), checkable=True),
    ActionSpec("view.full", "&Full screen", ("F11",), lambda c: c.looks.toggle_full_screen(), checkable=True),
    ActionSpec("go.earlier", "B&ack", ("Alt+Left",), lambda c: c.follow.back(), "back", When.CAN_GO_BACK),
    ActionSpec("go.later", "&Forward", ("Alt+Right",), lambda c: c.follow.forward(), "forward", When.CAN_GO_FORWARD),
    ActionSpec(
        "go.map",
        "&Return to the map",
        ("Backspace",),
        lambda c: c.steps.return_to_map(),
        "back",
        When.READING,
    ),
    ActionSpec(
        "go.back",
        "Step &back: find, reader, Around, filters, selection",
        ("Esc",),
        lambda c: c.steps.step_back(),
        "",
        When.STEP_BACK,
    ),
    ActionSpec("go.passages", "&Show its sentences", (), lambda c: c.steps.show_passages(), "quote", When.SELECTION),
    ActionSpec("read.article", "Read the artic&les", ("Ctrl+R",), lambda c: c.reading.read_articles(), "open-book"),
    ActionSpec("read.next", "Next m&ention", ("Alt+Down",), lambda c: c.reading.next_mention(), when=When.MENTIONED),
    ActionSpec(
        "read.previous", "Previous men&tion", ("Alt+Up",), lambda c: c.reading.previous_mention(), when=When.MENTIONED
    ),
    ActionSpec(
        "read.beside",
        "Read besi&de the map",
        ("Alt+5",),
        lambda c: c.reading.switch_place(),
        when=When.ROOM_BESIDE,
        checkable=True,
    ),
    ActionSpec("go.care", "Read &with care", ("Alt+3",), lambda c: c.topics.show_care(), checkable=True),
    ActionSpec("go.gaps", "N&ot in the sources", ("Alt+4",), lambda c: c.topics.show_gaps(), checkable=True),
    ActionSpec(
        "go.copy", "&Copy as a sentence", ("Ctrl+Shift+C",), lambda c: c.topics.copy_sentence(), "copy", When.CHOSEN
    ),
    ActionSpec(
        "go.markdown", "Copy as &Markdown", ("Ctrl+Alt+C",), lambda c: c.topics.copy_markdown(), "copy", When.CHOSEN
    ),
    *(
        ActionSpec(
            f"near.{steps}",
            f"&{steps} {'step' if steps == 1 else 'steps'}",
            (str(steps),),
            partial(_reach, steps),
            when=When.ON_MAP,
            checkable=True,
        )
        for steps in range(1, 10)
    ),
    *(
        ActionSpec(f"near.{way}", text, (key,), partial(_reach_way, way), when=When.ON_MAP, checkable=True)
        for way, text, key in _REACHES
    ),
    ActionSpec("path.find", "&Path from here…", ("P",), lambda c: c.follow.path(), "", When.TO_FIND_PATH),
    ActionSpec("path.next", "&Next path", ("N",), lambda c: c.follow.turn(1), "", When.SEVERAL_PATHS),
    ActionSpec("path.previous", "P&revious path", ("Shift+N",), lambda c: c.follow.turn(-1), "", When.SEVERAL_PATHS),
    ActionSpec("path.swap", "&Swap its ends", ("Shift+P",), lambda c: c.follow.swap(), "", When.ON_PATH),
    ActionSpec(
        "path.arrows",
        "&Along the arrows only",
        ("Shift+O",),
        lambda c: c.follow.toggle_arrows(),
        "",
        When.ON_PATH,
        checkable=True,
    ),
    *(
        ActionSpec(f"lens.{lens}", text, (f"Ctrl+Shift+{at}",), partial(_look_through, lens), checkable=True)
        for at, (lens, text) in enumerate(_LENSES, 1)
    ),
    ActionSpec("lens.next", "&Next lens", ("L",), lambda c: c.asking.next_lens()),
    ActionSpec("lens.stated", "Only what the sources s&tate", (), lambda c: c.asking.only_stated(), checkable=True),
    ActionSpec("lens.lab", "At least tested in the &lab", (), partial(_at_least, "lab"), checkable=True),
    ActionSpec("lens.animals", "At least tested in &animals", (), partial(_at_least, "animals"), checkable=True),
    ActionSpec("lens.analogies", "&Hide analogies", (), lambda c: c.asking.switch_analogies(), checkable=True),
    ActionSpec("lens.fade", "&Fade instead of hiding", (), lambda c: c.asking.switch_fading(), checkable=True),
    ActionSpec("lens.show", "Show what is selected again", (), lambda c: c.asking.show_selected(), when=When.HIDDEN),
    ActionSpec("lens.clear", "Clear all filters", ("X", "Ctrl+Shift+X"), lambda c: c.asking.clear(), "", When.FILTERED),
    ActionSpec("tour.show", "&Show tours", ("Alt+6",), lambda c: c.tours.show(), checkable=True),
    ActionSpec("tour.new", "&New tour", ("Ctrl+Shift+N",), lambda c: c.tours.begin(), "plus"),
    ActionSpec(
        "tour.add", "&Add this view as a step", ("Ctrl+Shift+A",), lambda c: c.tours.add_view(), when=When.ON_MAP
    ),
    ActionSpec(
        "tour.update",
        "&Update the step from this view",
        ("Ctrl+Shift+U",),
        lambda c: c.tours.update_step(),
        "",
        When.OWN_STEP,
    ),
    ActionSpec(
        "tour.present", "&Present from this step", ("Ctrl+F5",), lambda c: c.tours.present(), "present", When.TOUR_STEP
    ),
    ActionSpec("tour.rehearse", "&Rehearse", ("Ctrl+Shift+F5",), lambda c: c.tours.rehearse(), "", When.OWN_STEPS),
    ActionSpec("tour.copy", "Make a &copy to change", (), lambda c: c.tours.copy(), "copy", When.TOUR),
    ActionSpec("tour.import", "&Import a tour…", (), lambda c: c.tours.import_tour()),
    ActionSpec("tour.export", "&Export the tour…", (), lambda c: c.tours.export_tour(), "external", When.TOUR),
    ActionSpec("tour.delete", "&Delete the tour", (), lambda c: c.tours.remove(), "", When.OWN_TOUR),
    ActionSpec("present.start", "&Present", ("F5",), lambda c: c.talks.start(), "present"),
    ActionSpec("present.here", "Present from the &selection", ("Shift+F5",), lambda c: c.talks.here(), "present"),
    ActionSpec("go.next", "&Next area", ("F6",), lambda c: c.steps.next_area()),
    ActionSpec("go.previous", "&Previous area", ("Shift+F6",), lambda c: c.steps.previous_area()),
    ActionSpec("go.menu", "&Menu", ("F10",), lambda c: c.steps.show_menu(), "menu"),
    ActionSpec("file.settings", "&Settings…", ("Ctrl+,",), lambda c: c.looks.show_settings()),
    ActionSpec("help.keys", "&Keys", ("F1", "?"), lambda c: c.steps.show_keys()),
    ActionSpec("help.palette", "&Find a command…", ("Ctrl+Shift+P",), lambda c: c.finding.choose_command(), "search"),
    ActionSpec("help.about", "&About EV Map", (), lambda c: c.steps.show_about(), "info"),
)

_WITH_IT = (
    "go.copy",
    "go.markdown",
    "-",
    "tour.add",
    "present.here",
    "-",
    "view.selection",
    "view.fit",
    "view.atlas",
)

CONTEXT: dict[str, tuple[str, ...]] = {
    "concept": (
        "view.around",
        "path.find",
        "-",
        "go.passages",
        "read.next",
        "-",
        *_WITH_IT,
    ),
    "link": ("go.passages", "-", *_WITH_IT),
    "paper": ("view.big", "view.atlas", "view.lanes", "view.outline", "-", "view.fit", "view.in", "view.out"),
    "row": ("outline.filter", "outline.order", "outline.close", "-", "view.big", "view.atlas", "view.lanes"),
}
"""What a right click on the map offers, or one on a row of the outline."""

ONLY_ON_CANVAS = ("view.selection", "view.fit")
"""What the menu of a concept or link offers on the map alone."""

ONLY_IN_OUTLINE = ("view.atlas",)
"""What it offers in the outline alone: to be shown there."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&File", ("file.open", "file.export", "file.picture", "file.handout", "-", "file.settings", "-", "file.quit")),
    (
        "&Edit",
        (
            "edit.find",
            "edit.next",
            "edit.previous",
            "-",
            "edit.undo",
            "edit.redo",
            "-",
            "edit.left",
            "edit.right",
            "edit.up",
            "edit.down",
            "-",
            "edit.layout",
            "edit.shipped",
        ),
    ),
    (
        "&View",
        (
            "view.big",
            "view.atlas",
            "view.around",
            "view.lanes",
            "view.outline",
            "-",
            "outline.filter",
            "outline.order",
            "outline.close",
            "-",
            "view.in",
            "view.out",
            "view.actual",
            "view.fit",
            "view.start",
            "view.selection",
            "-",
            "theme.light",
            "theme.dark",
            "theme.projector",
            "theme.high-contrast",
            "theme.next",
            "-",
            "text.larger",
            "text.smaller",
            "text.usual",
            "-",
            "view.legend",
            "view.details",
            "view.minimap",
            "view.motion",
            "view.full",
        ),
    ),
    (
        "&Go",
        (
            "go.earlier",
            "go.later",
            "go.map",
            "go.back",
            "-",
            "go.passages",
            "go.care",
            "go.gaps",
            "-",
            "read.article",
            "read.next",
            "read.previous",
            "read.beside",
            "-",
            "go.copy",
            "go.markdown",
            "-",
            "go.next",
            "go.previous",
        ),
    ),
    (
        "&Neighbourhood",
        (*(f"near.{steps}" for steps in range(1, 10)), "-", *(f"near.{way}" for way, _, _ in _REACHES)),
    ),
    (
        "&Lens and filters",
        (
            *(f"lens.{lens}" for lens, _ in _LENSES),
            "lens.next",
            "-",
            "lens.stated",
            "lens.lab",
            "lens.animals",
            "lens.analogies",
            "-",
            "lens.fade",
            "lens.show",
            "lens.clear",
        ),
    ),
    ("&Path", ("path.find", "-", "path.next", "path.previous", "path.swap", "path.arrows")),
    (
        "&Tour",
        (
            "tour.show",
            "tour.new",
            "-",
            "tour.add",
            "tour.update",
            "-",
            "tour.present",
            "tour.rehearse",
            "-",
            "tour.copy",
            "tour.delete",
            "-",
            "tour.import",
            "tour.export",
        ),
    ),
    ("P&resent", ("present.start", "present.here")),
    ("&Help", ("help.palette", "help.keys", "help.about")),
)
"""The menus as data; "-" is a line between two groups."""
