"""The shipped themes give every role a colour that can be read, and a wrong theme file is named and explained."""

import math
import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from evmap import data
from evmap.model import Kind
from evmap.ui.theme import THEME_NAMES
from evmap.ui.theme.roles import KINDS, LENS_HUES, ROLES, TEXT, debts
from evmap.ui.theme.theme_file import BadThemeError, ThemeData, read_theme_file

THEMES = data.RESOURCES / "themes"


def theme(name: str) -> ThemeData:
    return read_theme_file(THEMES / f"{name}.toml")


def linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    lights = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (rgb(one), rgb(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = rgb(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def difference(one: str, other: str) -> float:
    """How far apart two colours look, in hundredths of Oklab; about 2 can just be seen."""
    return 100 * math.dist(oklab(one), oklab(other))


def test_the_measure_of_contrast_knows_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_everything_drawn_can_be_read_on_its_ground(name: str) -> None:
    colours = theme(name).colours
    weak = [
        f"{drawn} on {ground}: {contrast(colours[drawn], colours[ground]):.2f} < {ratio}"
        for drawn, ground, ratio in debts()
        if contrast(colours[drawn], colours[ground]) < ratio
    ]
    assert not weak


def grounds_of_the_style_sheet() -> list[tuple[str, str, str]]:
    """Who has text in one role on a ground in another, as the window's style sheet says."""
    text = re.sub(r"/\*.*?\*/", "", (THEMES / "window.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        ground = re.search(r"(?<![-\w])background: @([a-z.-]+)", body)
        drawn = re.search(r"(?<![-\w])color: @([a-z.-]+)", body)
        if ground and drawn and ":disabled" not in selector:
            found.append((selector.strip(), drawn[1], ground[1]))
    return found


@pytest.mark.parametrize("name", THEME_NAMES)
def test_what_the_style_sheet_writes_on_a_ground_can_be_read(name: str) -> None:
    colours = theme(name).colours
    pairs = grounds_of_the_style_sheet()
    assert len(pairs) > 12
    weak = [each for each in pairs if contrast(colours[each[1]], colours[each[2]]) < TEXT]
    assert weak == []


@pytest.mark.parametrize("name", ["projector", "high-contrast"])
def test_the_strong_themes_reach_seven_to_one_for_text(name: str) -> None:
    colours = theme(name).colours
    strong = [("ink", "paper"), ("muted", "panel"), ("accent", "panel"), ("care", "care.soft"), ("hedge", "card")]
    strong += [(f"kind.{kind}", "paper") for kind in KINDS] + [("on-kind", f"kind.{kind}.solid") for kind in KINDS]
    strong += [(hue, "paper") for hue in LENS_HUES] + [("on-kind", hue) for hue in LENS_HUES]
    reached = {(text, ground): contrast(colours[text], colours[ground]) for text, ground in strong}
    assert {pair: ratio for pair, ratio in reached.items() if ratio < 7} == {}


def test_only_decoration_owes_no_contrast() -> None:
    owing = {drawn for drawn, _, _ in debts()} | {ground for _, ground, _ in debts()}
    assert set(ROLES) - owing == {"faint", "dimmed"}


@pytest.mark.parametrize("name", THEME_NAMES)
def test_any_two_kinds_differ_in_colour(name: str) -> None:
    colours = theme(name).colours
    near = {
        (one, other): round(difference(colours[f"kind.{one}"], colours[f"kind.{other}"]), 1)
        for one, other in combinations(KINDS, 2)
        if difference(colours[f"kind.{one}"], colours[f"kind.{other}"]) < 6
    }
    assert near == {}


@pytest.mark.parametrize("lens", ["sure", "stage", "source"])
@pytest.mark.parametrize("name", THEME_NAMES)
def test_any_two_groups_of_a_lens_differ_in_colour(name: str, lens: str) -> None:
    colours = theme(name).colours
    groups = [*(hue for hue in LENS_HUES if hue.startswith(f"{lens}.")), "background"]
    near = {
        (one, other): round(difference(colours[one], colours[other]), 1)
        for one, other in combinations(groups, 2)
        if difference(colours[one], colours[other]) < 6
    }
    assert near == {}


def test_every_group_of_every_lens_has_a_colour() -> None:
    from evmap.ui.hues import hues
    from evmap.workspace.lenses import Lens, sort_by
    from tests.ui.small_map import small_workspace

    index = small_workspace().index
    for lens in Lens:
        assert set(hues(sort_by(lens, index)).values()) <= set(ROLES)


def test_themes_know_the_kinds_of_the_model() -> None:
    assert tuple(KINDS) == tuple(Kind)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_a_shipped_theme_reads_as_toml_says(name: str) -> None:
    with (THEMES / f"{name}.toml").open("rb") as file:
        said = tomllib.load(file)
    read = theme(name)
    assert read.colours == said["colours"]
    assert (read.title, read.is_dark, read.scale) == (said["title"], said["dark"], said["scale"])
    assert set(said) == {"title", "dark", "scale", "colours"}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('ink = "#1c1f2e"', "", 'no colour for "ink"'),
        ('ink = "#1c1f2e"', 'inc = "#1c1f2e"', 'no colour for "ink"'),
        ('ink = "#1c1f2e"', 'ink = "#1c1f2e"\nblood = "#ff0000"', '"blood" is no role'),
        ('ink = "#1c1f2e"', 'ink = "black"', '"ink" is "black"; write a colour as #rrggbb'),
        ('ink = "#1c1f2e"', "ink is black", 'light.toml:15: cannot read "ink is black"'),
    ],
)
def test_a_wrong_theme_file_is_named_and_explained(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = (THEMES / "light.toml").read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "light.toml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadThemeError, match=complaint.replace(".", r"\.")):
        read_theme_file(broken)


def test_text_is_held_to_the_ratio_of_wcag_aa() -> None:
    assert TEXT == 4.5
