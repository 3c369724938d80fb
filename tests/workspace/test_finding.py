"""Finding on the shipped map: what is current, walking through the hits, and where one gets to."""

import pytest

from evmap.graph.search.hits import HitKind
from evmap.workspace import Change, Workspace
from evmap.workspace.finding import Finding
from evmap.workspace.opening import open_workspace


@pytest.fixture
def shipped() -> Workspace:
    return open_workspace()


@pytest.fixture
def finding(shipped: Workspace) -> Finding:
    while not shipped.finding.prepare(1.0):
        pass
    return shipped.finding


def first_of(finding: Finding, kind: HitKind) -> int:
    return next(at for at in range(len(finding.found)) if finding.hit(at).kind is kind)


def test_what_is_asked_before_all_is_known_is_answered_then(shipped: Workspace) -> None:
    finding = shipped.finding
    told: list[Change] = []
    shipped.changed.connect(told.append)
    finding.ask("exosomes")
    assert not finding.prepare(0.0)
    assert 0 <= finding.share < 1
    assert finding.current is None
    while not finding.prepare(0.001):
        pass
    assert finding.share == 1.0
    assert finding.hit(0).text == "exosomes"
    assert finding.current == 0
    assert set(told) == {Change.FIND}


def test_asking_only_points_and_the_first_step_goes_to_the_first_hit(shipped: Workspace, finding: Finding) -> None:
    finding.ask("exosomes")
    assert finding.current == 0
    assert not shipped.selection
    finding.step(1)
    assert finding.current == 0
    assert shipped.selection.only_concept == "exosomes"
    finding.step(1)
    assert finding.current == 1


def test_one_walks_round_in_both_directions(finding: Finding) -> None:
    finding.ask("lupus")
    number = len(finding.found)
    seen = []
    for _ in range(number + 1):
        finding.step(1)
        seen.append(finding.current)
    assert seen == [*range(number), 0]
    finding.step(-1)
    assert finding.current == number - 1


def test_stepping_back_first_goes_to_the_last_hit(finding: Finding) -> None:
    finding.ask("tumour")
    finding.step(-1)
    assert finding.current == len(finding.found) - 1


def test_a_link_is_chosen(shipped: Workspace, finding: Finding) -> None:
    finding.ask("exosomes carry important")
    finding.point(first_of(finding, HitKind.LINK))
    hit = finding.go()
    assert hit
    assert shipped.selection.only_link == hit.id


def test_a_passage_chooses_what_the_map_quotes_of_it(shipped: Workspace, finding: Finding) -> None:
    finding.ask("killer tools, like proteins called cytotoxins")
    finding.point(first_of(finding, HitKind.PASSAGE))
    hit = finding.go()
    assert hit
    assert shipped.reading is None
    assert shipped.selection.links
    for link in shipped.selection.links:
        quotes = shipped.index.links[link].quotes
        assert any(start < hit.place[1] and end > hit.place[0] for quote in quotes for start, end in quote.spans)


def test_a_passage_that_nothing_quotes_is_read(shipped: Workspace, finding: Finding) -> None:
    for source in shipped.map.sources:
        article = shipped.articles.article(source.id)
        for passage in article.passages:
            if not any(shipped.quoting.touched(source.id, ((passage.start, passage.end),))):
                finding.ask(article.text[passage.start : passage.end])
                finding.point(first_of(finding, HitKind.PASSAGE))
                finding.go()
                assert shipped.reading
                assert shipped.reading.spans == ((passage.start, passage.end),)
                return
    pytest.fail("the map quotes everything")


def test_one_who_reads_goes_on_reading_and_comes_back_for_a_concept(shipped: Workspace, finding: Finding) -> None:
    shipped.read("cancer", ((0, 5),))
    finding.ask("cytotoxins")
    finding.point(first_of(finding, HitKind.PASSAGE))
    finding.go()
    assert shipped.reading
    assert shipped.reading.source == "cancer"
    finding.point(0)
    finding.go()
    assert shipped.reading is None
    assert shipped.selection.only_concept == "cytotoxins"


def test_nothing_found_leaves_everything_as_it_is(shipped: Workspace, finding: Finding) -> None:
    shipped.select_concept("lupus")
    finding.ask("exoxxxes")
    assert finding.current is None
    assert finding.step(1) is None
    assert finding.go() is None
    assert shipped.selection.only_concept == "lupus"


def test_articles_that_cannot_be_read_leave_the_map_to_be_found(
    shipped: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped.articles, "if_readable", lambda _source: None)
    finding = shipped.finding
    while not finding.prepare(1.0):
        pass
    finding.ask("cytotoxins")
    assert [finding.hit(at).kind for at in range(len(finding.found))] == [HitKind.CONCEPT]


def test_an_article_beside_the_map_stays_open_for_a_concept(shipped: Workspace, finding: Finding) -> None:
    shipped.read("cancer", ((0, 5),))
    finding.ask("cytotoxins")
    finding.step(1, map_in_sight=True)
    assert shipped.reading
    assert shipped.selection.only_concept == "cytotoxins"
