"""Pictures as PDF and PNG: text that can be selected, fonts embedded, sizes as asked for, and the legend's words."""

from collections import Counter

import pytest
from PySide6.QtGui import QImage

from evmap.ui.paper.picture import picture
from evmap.ui.theme import THEME_NAMES, load_theme
from evmap.workspace import Lens, View, Viewing, Workspace
from evmap.workspace.opening import open_workspace
from evmap.workspace.paper import PaperError, PictureOrder, viewing_for
from tests.ui.canvas.hand_made import LINKS, NAMES
from tests.ui.paper.conftest import NO_ROOM, Drawn, embedded_fonts, pdf_of, words


def test_a_pdf_is_one_page_of_the_size_with_text_and_fonts(drawn: Drawn, made: Workspace) -> None:
    reader = pdf_of(drawn("pdf", size=(1600.0, 1000.0)))
    assert len(reader.pages) == 1
    page = reader.pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((1200, 750), abs=1)
    told = words(page.extract_text())
    assert made.map.question in told
    assert all(word in told for word in ("Kinds", "How sure is the source?", "States it", "Hedges it: could, may"))
    fonts = embedded_fonts(reader)
    assert fonts
    assert all(fonts.values())
    assert reader.metadata
    assert reader.metadata.title == made.map.question


def test_the_whole_at_full_size_tells_every_name_and_phrase(drawn: Drawn) -> None:
    told = words(pdf_of(drawn("pdf", size=None)).pages[0].extract_text())
    assert all(name in told for name, _, _ in NAMES.values())
    assert all(phrase in told for key, (_, phrase, _, _) in LINKS.items() if key != NO_ROOM)


def test_a_pdf_is_vectors(drawn: Drawn) -> None:
    assert not pdf_of(drawn("pdf", lens=Lens.CERTAINTY)).pages[0].images


@pytest.mark.parametrize("times", [1, 2, 4])
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_an_image_has_so_many_pixels_and_the_theme(drawn: Drawn, times: int, theme: str) -> None:
    image = QImage.fromData(drawn("png", size=(600.0, 500.0), times=times, theme=theme))
    assert (image.width(), image.height()) == (600 * times, 500 * times)
    assert image.pixelColor(1, 1) == load_theme(theme).colour("paper")


@pytest.mark.parametrize("lens", [Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE])
def test_the_legend_tells_the_groups_of_the_lens_with_their_numbers(drawn: Drawn, lens: Lens) -> None:
    workspace = open_workspace()
    told = words(pdf_of(drawn("pdf", workspace, lens=lens)).pages[0].extract_text())
    found = workspace.asking.sorted_by(lens)
    concepts, links = Counter(found.concepts.values()), Counter(found.links.values())
    for group in found.present:
        assert f"{concepts[group]} + {links[group]}" in told


def test_the_sources_are_named(drawn: Drawn) -> None:
    workspace = open_workspace()
    told = words(pdf_of(drawn("pdf", workspace)).pages[0].extract_text())
    assert all(source.title in told for source in workspace.map.sources)


def test_without_legend_there_is_the_map_alone(drawn: Drawn, made: Workspace) -> None:
    told = words(pdf_of(drawn("pdf", legend=False)).pages[0].extract_text())
    assert made.map.question not in told
    assert "Kinds" not in told


def test_how_far_it_is_is_told_and_grows(made: Workspace, drawn: Drawn) -> None:
    told: list[float] = []
    picture(made, PictureOrder("svg", Viewing(View.ATLAS)), told.append)
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == 1.0


def test_too_large_an_image_is_refused_in_words(drawn: Drawn) -> None:
    with pytest.raises(PaperError, match="too large"):
        drawn("png", size=(9000.0, 9000.0), times=4)


def test_a_legend_that_leaves_no_room_is_refused_in_words(drawn: Drawn) -> None:
    with pytest.raises(PaperError, match="no room for the map"):
        drawn("svg", size=(300.0, 200.0))


def test_views_are_asked_for_by_words(made: Workspace) -> None:
    assert viewing_for(made, "atlas") == viewing_for(made, None) == Viewing(View.ATLAS)
    assert viewing_for(made, None, "Body Cells") == viewing_for(made, "around", "cells")
    for view, around in (("around", None), ("around", "nobody"), ("atlas", "cells"), ("big-picture", None)):
        with pytest.raises(PaperError):
            viewing_for(made, view, around)
