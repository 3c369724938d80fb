"""A step that wears a lens says what its colours mean: those that are seen, in words, and never over the map."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from evmap.graph.sureness import Sureness
from evmap.ui.presenter.caption import Caption
from evmap.ui.presenter.class_view import class_theme
from evmap.ui.presenter.lens_key import draw_key, key_to, key_width
from evmap.ui.presenter.saying import said_at
from evmap.ui.theme import Theme
from evmap.ui.words.names import SURENESS
from evmap.workspace import Lens
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Position, Talk

WORKSPACE = open_workspace()


def wearing(lens: str, step: int = 3, *, whole: bool = False) -> Talk:
    """A talk whose step wears a lens."""
    tour = next(tour for tour in WORKSPACE.map.tours if tour.id == "how-t-cell-exosomes-strike")
    changed = replace(tour.steps[step], lens=lens, **({"focus": (), "links": ()} if whole else {}))
    steps = (*tour.steps[:step], changed, *tour.steps[step + 1 :])
    return Talk(replace(tour, steps=steps), WORKSPACE.index)


@pytest.mark.parametrize("lens", [lens for lens in Lens if lens is not Lens.KIND])
def test_the_key_tells_every_group_that_is_seen_and_no_other(lens: Lens) -> None:
    scene = wearing(lens.value).scene_at(Position(3, 99))
    found = WORKSPACE.asking.sorted_by(lens)
    seen = {found.concepts[each] for each in scene.frame} | {found.links[each] for each in scene.links}
    assert len(key_to(scene, WORKSPACE)) == len(seen)


def test_the_key_says_it_in_words() -> None:
    words = {entry.words for entry in key_to(wearing("certainty", whole=True).scene_at(Position(3)), WORKSPACE)}
    assert words == {SURENESS[sure] for sure in Sureness if sure in WORKSPACE.asking.sorted_by(Lens.CERTAINTY).present}


@pytest.mark.parametrize("lens", ["", "kind", "none that is known"])
def test_kinds_need_no_key(lens: str) -> None:
    assert key_to(wearing(lens).scene_at(Position(3)), WORKSPACE) == ()


def test_the_caption_tells_the_key_to_a_screen_reader_too(light: Theme) -> None:
    caption = Caption(light)
    talk = wearing("certainty")
    caption.tell(said_at(Position(3), talk, WORKSPACE))
    assert "Colours: States it" in caption.accessibleName()


@pytest.mark.parametrize("room", [2000.0, 700.0, 400.0])
def test_a_key_stays_in_its_room(light: Theme, room: float) -> None:
    """A long name of a source is cut, and nothing is painted beside the row."""
    key = key_to(wearing("source", whole=True).scene_at(Position(3)), WORKSPACE)
    picture = QImage(2100, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    with QPainter(picture) as painter:
        painter.setFont(class_theme("projector", 1080).sans(23))
        assert key_width(key, QFontMetricsF(painter.font())) > 700
        draw_key(painter, key, QRectF(2050 - room, 10, room, 30), light)
    inked = {x for x in range(2100) for y in range(0, 60, 3) if picture.pixel(x, y) != 0xFFFFFFFF}
    assert inked
    assert min(inked) >= 2050 - room - 4
    assert max(inked) <= 2054
