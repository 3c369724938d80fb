"""Hand-outs read back: a page for each step with everything that belongs on it, the sources, and nothing cut."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from evmap.graph.index import MapIndex
from evmap.model import Quote, Step, Tour
from evmap.ui.paper.handout import handout
from evmap.ui.words.names import chips
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from evmap.workspace.paper import HandoutOrder, PaperError, tour_for
from tests.ui.paper.conftest import embedded_fonts, pdf_of, words


@pytest.fixture(scope="module")
def shipped() -> Workspace:
    return open_workspace()


def pages_of(workspace: Workspace, order: HandoutOrder) -> list[str]:
    return [words(page.extract_text()) for page in pdf_of(handout(workspace, order)).pages]


def bare(text: str) -> str:
    """A text without spaces: where a line ends, one may be missing or added."""
    return "".join(text.split())


def quotes_of(step: Step, index: MapIndex) -> list[Quote]:
    links = [index.links[each] for each in step.links]
    return [*([step.quote] if step.quote else []), *(quote for link in links for quote in link.quotes)]


@pytest.mark.parametrize("page", ["a4", "letter"])
@pytest.mark.parametrize("number", [0, 5])
def test_each_step_has_a_page_with_all_that_belongs_to_it(
    qapp: QApplication, shipped: Workspace, number: int, page: str
) -> None:
    tour = shipped.map.tours[number]
    told = pages_of(shipped, HandoutOrder(tour, page, date="25 November 2026"))
    assert len(told) == len(tour.steps) + 1
    for text, step in zip(told, tour.steps, strict=False):
        assert bare(step.title) in bare(text)
        assert bare(step.notes) in bare(text)
        for quote in quotes_of(step, shipped.index):
            assert bare(quote.text) in bare(text)
            assert all(bare(chip.text) in bare(text) for chip in chips(quote))
            assert bare(shipped.citing.place(quote).full) in bare(text)
        for link in step.links:
            assert bare(shipped.index.links[link].phrase) in bare(text)
        assert "25 November 2026" in text
    assert all(source.title in told[-1] for source in shipped.map.sources)


def test_the_class_gets_no_notes_but_lines_for_its_own(qapp: QApplication, shipped: Workspace) -> None:
    tour = shipped.map.tours[0]
    told = pages_of(shipped, HandoutOrder(tour, notes=False))
    assert len(told) == len(tour.steps) + 1
    assert not any(bare(step.notes) in bare(text) for step in tour.steps for text in told)
    assert any("My notes" in text for text in told)


def test_pages_have_their_size_fonts_and_no_pixels(qapp: QApplication, shipped: Workspace) -> None:
    tour = replace(shipped.map.tours[0], steps=shipped.map.tours[0].steps[:1])
    for page, size in (("a4", (595.3, 841.9)), ("letter", (612.0, 792.0))):
        reader = pdf_of(handout(shipped, HandoutOrder(tour, page)))
        for each in reader.pages:
            assert (float(each.mediabox.width), float(each.mediabox.height)) == pytest.approx(size, abs=1)
            assert not each.images
            assert "\t" not in each.extract_text()
        assert all(embedded_fonts(reader).values())


def own(*steps: Step) -> Tour:
    return Tour("own", "My <b>own</b> tour", "Why?", steps)


def test_own_tours_whole_maps_and_ids_that_are_gone_are_printed(qapp: QApplication, shipped: Workspace) -> None:
    whole = Step("Everything", (), (), None, "")
    gone = Step("Gone", ("no-such-concept",), ("no-such-link",), None, "Notes stay.", lens="stage")
    lens = Step("Seen by stage", ("exosomes",), ("exosomes-carry-lipids",), None, "", lens="certainty")
    told = pages_of(shipped, HandoutOrder(own(whole, gone, lens)))
    assert len(told) == 4
    assert "My <b>own</b> tour: Why?" in told[0]
    assert "T cell exosomes" in told[0]
    assert "Notes stay." in told[1]
    assert "Concepts + links" not in told[2]


def test_a_step_that_is_too_long_for_its_page_goes_on(qapp: QApplication, shipped: Workspace) -> None:
    long = Step(
        "Long", ("exosomes",), tuple(link.id for link in shipped.index.links_of("exosomes")), None, "Word " * 900
    )
    told = pages_of(shipped, HandoutOrder(own(long)))
    assert len(told) > 2
    assert "Step 1 of 1, continued" in told[1]
    whole = bare(" ".join(told))
    for quote in quotes_of(long, shipped.index):
        assert bare(quote.text)[:40] in whole
    assert whole.count("Word") >= 900


def test_a_tour_without_steps_is_refused_in_words(qapp: QApplication, shipped: Workspace) -> None:
    with pytest.raises(PaperError, match="has no steps"):
        handout(shipped, HandoutOrder(own()))


def test_tours_are_asked_for_by_number_id_title_or_file(shipped: Workspace, tmp_path: Path) -> None:
    from evmap.storage.tour_files import encode_tour

    second = shipped.map.tours[1]
    for said in ("2", second.id, second.title.upper()):
        assert tour_for(shipped, said) == (second, ())
    file = tmp_path / "own.json"
    file.write_bytes(encode_tour(own(Step("One", ("no-such",), (), None, "")), shipped.map.title))
    tour, problems = tour_for(shipped, str(file))
    assert tour.title == "My <b>own</b> tour"
    assert problems == ("Step 1 shows “no-such”, which is not on this map.",)
    for said in ("0", "99", "nothing"):
        with pytest.raises(PaperError, match="is no tour of this map; it has 1 "):
            tour_for(shipped, said)
