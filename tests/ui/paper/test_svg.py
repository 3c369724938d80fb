"""Pictures as SVG: ids and titles for machines and people, real text, fonts brought along, nothing that runs."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from evmap.model import Kind
from evmap.ui.canvas.stage import Stage
from evmap.ui.paper.svg_pencil import path_data
from evmap.ui.theme import load_theme
from evmap.workspace import Lens, Spotlight, View, Viewing, Workspace
from evmap.workspace.filters import Filters
from evmap.workspace.opening import open_workspace
from tests.ui.canvas.hand_made import LINKS, NAMES, hand_made
from tests.ui.paper.conftest import NO_ROOM, SVG, Drawn, groups, svg_of, texts


def test_every_concept_and_link_is_a_group_with_its_id_and_words(drawn: Drawn, made: Workspace) -> None:
    root = svg_of(drawn("svg", size=None))
    assert groups(root, "concept-") == {key: name for key, (name, _, _) in NAMES.items()}
    assert groups(root, "link-") == {key: made.index.sentence(link) for key, link in made.index.links.items()}
    assert groups(root, "phrase-").keys() == LINKS.keys() - {NO_ROOM}


@pytest.mark.parametrize("view", [View.BIG_PICTURE, View.ATLAS, View.LANES, View.AROUND])
@pytest.mark.parametrize("lens", [Lens.KIND, Lens.STAGE])
def test_every_view_of_the_shipped_map_is_told_whole(drawn: Drawn, view: View, lens: Lens) -> None:
    workspace = open_workspace()
    viewing = Viewing(view, "exosomes" if view is View.AROUND else None)
    root = svg_of(drawn("svg", workspace, viewing, lens=lens))
    concepts, links = groups(root, "concept-"), groups(root, "link-")
    assert all(title == workspace.index.concepts[each].name for each, title in concepts.items())
    assert all(title == workspace.index.sentence(workspace.index.links[each]) for each, title in links.items())
    if view in (View.ATLAS, View.LANES):
        assert concepts.keys() == workspace.index.concepts.keys()
        assert links.keys() == workspace.index.links.keys()
    elif view is View.BIG_PICTURE:
        assert workspace.big_picture
        assert concepts.keys() == workspace.big_picture.places.concepts.keys()
        assert links.keys() == workspace.big_picture.places.links.keys()
    else:
        assert concepts.keys() == {"exosomes", *workspace.index.neighbours("exosomes")}


def test_ids_are_given_once_whatever_is_lit_and_filtered(drawn: Drawn) -> None:
    filters = Filters(kind=frozenset({Kind.DISEASE.value}))
    lit = Spotlight(("exosomes",), (), ("stated", "hedged", "like"))
    root = svg_of(drawn("svg", spotlight=lit, filters=filters, fades=True, size=None))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert groups(root, "concept-").keys() == NAMES.keys()


def test_what_filters_hide_is_not_drawn(drawn: Drawn) -> None:
    root = svg_of(drawn("svg", filters=Filters(kind=frozenset({Kind.DISEASE.value}))))
    assert groups(root, "concept-").keys() == NAMES.keys() - {"cancer"}
    assert groups(root, "link-").keys() == LINKS.keys() - {"open"}
    assert any("1 concept and 1 link filtered" in text for text in texts(root))


def test_what_is_seen_is_all_that_is_drawn(drawn: Drawn) -> None:
    from evmap.workspace import Seen

    root = svg_of(drawn("svg", size=(300.0, 200.0), seen=Seen(1.0, 0.0, 0.0), legend=False))
    assert "exosomes" in groups(root, "concept-")
    assert "vesicles" not in groups(root, "concept-")
    assert (root.get("width"), root.get("height")) == ("300", "200")


def test_boxes_stand_where_the_screen_has_them(drawn: Drawn, made: Workspace) -> None:
    from evmap.workspace import Seen

    root = svg_of(drawn("svg", size=(1200.0, 800.0), seen=Seen(1.0, 400.0, 100.0), legend=False))
    stage = Stage(_scene(made), load_theme("light"))
    plan = stage.plan(1.0, 2)  # type: ignore[arg-type]
    moved = next(each for each in root.iter(f"{SVG}g") if each.get("transform", "").startswith("translate(200 300)"))
    assert moved.find(f"{SVG}g[@id='map']") is not None
    box = moved.find(f".//{SVG}g[@id='concept-therapy']/{SVG}path")
    assert box is not None
    x, y, w, h = plan.rects[plan.scene.concept_numbers["therapy"]]
    numbers = [float(each) for each in box.attrib["d"].translate(str.maketrans("MLCZ", "    ")).split()]
    assert min(numbers[0::2]) == pytest.approx(x, abs=0.01)
    assert max(numbers[0::2]) == pytest.approx(x + w, abs=0.01)
    assert (min(numbers[1::2]), max(numbers[1::2])) == pytest.approx((y, y + h), abs=0.01)


def _scene(workspace: Workspace):  # type: ignore[no-untyped-def]
    from evmap.ui.canvas.viewing import scene_of

    return scene_of(workspace, Viewing(View.ATLAS), 1.5)


def test_fonts_come_along_and_nothing_runs(drawn: Drawn) -> None:
    data = drawn("svg").decode()
    assert data.count("@font-face") >= 2
    assert "url(data:font/ttf;base64," in data
    for word in ("<script", "http://", "https://", "href", "onload", "<image", "foreignObject"):
        assert word not in data.replace("http://www.w3.org/2000/svg", "")


HOSTILE = '</text><script>alert(1)</script> & "it\'s" \x00\x07\ufffe ]]> \U0001f9ec'


def test_hostile_names_phrases_and_ids_stay_text(drawn: Drawn) -> None:
    concept_map, places = hand_made()
    concepts = tuple(replace(each, name=HOSTILE) if each.id == "cells" else each for each in concept_map.concepts)
    links = tuple(replace(each, phrase=HOSTILE) if each.id == "detour" else each for each in concept_map.links)
    links = tuple(replace(each, id='a" b=<') if each.id == "stated" else each for each in links)
    spread = replace(places, links={('a" b=<' if k == "stated" else k): v for k, v in places.links.items()})
    hostile = replace(concept_map, concepts=concepts, links=links, question=HOSTILE, title=HOSTILE)
    root = svg_of(drawn("svg", Workspace(hostile, spread, Path()), size=None))
    assert not list(root.iter(f"{SVG}script"))
    assert 'a" b=<' in groups(root, "link-")
    assert "<script>alert(1)</script>" in groups(root, "concept-")["cells"]
    assert any("alert(1)" in text for text in texts(root))


def test_letters_that_the_sans_lacks_bring_the_serif(drawn: Drawn) -> None:
    concept_map, places = hand_made()
    plain = drawn("svg", Workspace(concept_map, places, Path())).decode()
    arrowed = drawn("svg", Workspace(replace(concept_map, question="a → b"), places, Path())).decode()
    assert "Source Serif 4" not in plain
    assert arrowed.count("@font-face{font-family:'Source Serif 4'") == 1


def test_an_empty_map_is_a_picture_too(drawn: Drawn) -> None:
    from evmap.model import ConceptMap, Places

    empty = Workspace(ConceptMap("", "", (), (), (), (), ()), Places({}, {}), Path())
    assert not groups(svg_of(drawn("svg", empty)), "concept-")


def test_paths_are_written_with_their_curves_and_ends() -> None:
    from PySide6.QtGui import QPainterPath

    path = QPainterPath()
    path.addRect(0, 0, 2, 1)
    path.moveTo(5, 5)
    path.cubicTo(6, 6, 7, 7, 8.12345, 8)
    assert path_data(path) == "M0 0 L2 0 L2 1 L0 1 L0 0 Z M5 5 C6 6 7 7 8.123 8"
