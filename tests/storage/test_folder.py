"""Loading a map's folder: what the model then holds, and how the loader meets files that it cannot read."""

import os
from pathlib import Path

import pytest

from evmap.model import Certainty, Kind, Marks, Nature, Origin, Stage
from evmap.storage.faults import MapFaults
from evmap.storage.folder import load_folder
from tests.storage.breaking import told_of
from tests.storage.small_map import CELLS_ARTICLE, HOPE_ARTICLE, SmallMap


def test_the_small_map_is_right(small: SmallMap) -> None:
    assert told_of(small) == []


def test_model_holds_what_the_files_say(small: SmallMap) -> None:
    loaded = load_folder(small.folder).map
    assert (loaded.title, loaded.question) == ("Small map", "What do cells send?")
    assert [source.untitled for source in loaded.sources] == [True, False]
    assert [(concept.id, concept.kind) for concept in loaded.concepts] == [
        ("cells", Kind.CELL),
        ("vesicles", Kind.VESICLE),
        ("mice", Kind.BODY),
    ]
    assert loaded.concepts[1].aliases == ("cargo",)
    assert [(link.subject, link.phrase, link.object, link.origin) for link in loaded.links] == [
        ("cells", "release", "vesicles", Origin.SOURCE),
        ("vesicles", "could heal", "mice", Origin.SOURCE),
        ("mice", "are made of", "cells", Origin.BACKGROUND),
    ]
    assert loaded.tensions[0].quotes[1].negated
    assert loaded.tours[0].steps[0].focus == ("cells",)


def test_quote_holds_spans_of_the_unchanged_text(small: SmallMap) -> None:
    quote = load_folder(small.folder).map.concepts[2].quotes[0]
    assert [HOPE_ARTICLE[start:end] for start, end in quote.spans] == ["Vesicles could heal mice.", "Not yet people."]
    assert quote.text == "Vesicles could heal mice. […] Not yet people."
    assert (quote.certainty, quote.nature, quote.stage) == (Certainty.HEDGED, Nature.CLAIM, Stage.ANIMALS)
    assert quote.cues == ("could",)


def test_marks_are_spans_of_the_source(small: SmallMap) -> None:
    marks = load_folder(small.folder).map.links[0].quotes[0].marks
    assert marks is not None
    words = [CELLS_ARTICLE[span[0] : span[1]] for span in (marks.subject, marks.phrase, marks.object) if span]
    assert words == ["Cells", "release", "vesicles"]


def test_a_mark_is_a_whole_word_if_it_can_be(small: SmallMap) -> None:
    small.replace("links/all.toml", 'cues = ["could"]\n', 'cues = ["could"]\nsubject = "s"\nsays = "heal"\n')
    marks = load_folder(small.folder).map.links[1].quotes[0].marks
    start = HOPE_ARTICLE.index("Vesicles could")
    assert marks == Marks(subject=(start + 2, start + 3), phrase=(start + 15, start + 19), object=None)


def test_body_leaves_furniture_out(small: SmallMap) -> None:
    source = load_folder(small.folder).map.sources[0]
    assert [CELLS_ARTICLE[start:end] for start, end in source.body] == [
        CELLS_ARTICLE[CELLS_ARTICLE.index("What") : CELLS_ARTICLE.index("\nShare")]
    ]


def test_prefix_tells_twins_apart(small: SmallMap) -> None:
    small.replace("links/all.toml", 'text = "Cells release vesicles."', 'text = "vesicles"\nprefix = "The "')
    small.replace("links/all.toml", 'subject = "Cells"\nsays = "release"\n', "")
    assert load_folder(small.folder).map.links[0].quotes[0].spans == (
        (CELLS_ARTICLE.index("The ves") + 4, CELLS_ARTICLE.index("The ves") + 12),
    )


def test_spans_have_a_prefix_each(small: SmallMap) -> None:
    old = 'text = "Cells release vesicles."'
    small.replace("links/all.toml", old, 'spans = ["Cells release", "vesicles"]\nprefix = ["", "The "]')
    assert load_folder(small.folder).map.links[0].quotes[0].text == "Cells release […] vesicles"


def test_reason_silences_a_hedge_word(small: SmallMap) -> None:
    small.replace("links/all.toml", 'certainty = "hedged"', 'certainty = "stated"\nreason = "could: was able to"')
    assert told_of(small) == []


@pytest.mark.parametrize(
    "word",
    ["may", "Might", "can", "potentially", "POSSIBLY", "likely", "appear", "seems", "suggests", "hope", "promising"],
)
def test_hedge_words_are_seen(small: SmallMap, word: str) -> None:
    small.write("articles/hope.txt", HOPE_ARTICLE.replace("So they say.", f"So {word} it."))
    small.replace("tours/1-first.toml", "So they say.", f"So {word} it.")
    (warning,) = told_of(small)
    assert f"“{word}” and is judged stated" in warning


def test_faults_of_all_files_are_told_together(small: SmallMap) -> None:
    small.replace("map.toml", 'title = "Small map"', "title = 1")
    small.replace("concepts/all.toml", 'kind = "cell"', 'kind = "cel"')
    small.replace("links/all.toml", 'phrase = "release"', 'phrase = ""')
    small.replace("links/all.toml", 'to = "mice"', 'to = "mouse"')
    small.replace("tensions.toml", 'text = "Not yet people."', 'text = "Not yet."')
    small.replace("tours/1-first.toml", 'focus = ["cells"]', 'focus = ["c"]')
    files = [fault.split(":")[0] for fault in told_of(small)]
    assert files == [
        "concepts/all.toml",
        "links/all.toml",
        "links/all.toml",
        "map.toml",
        "tensions.toml",
        "tours/1-first.toml",
    ]


def test_a_file_that_is_not_toml_hides_no_faults_of_others(small: SmallMap) -> None:
    small.replace("links/all.toml", 'phrase = "release"', "phrase = ")
    small.replace("concepts/all.toml", 'text = "Cells release vesicles."', 'text = "Cells release nothing."')
    files = [fault.split(":")[0] for fault in told_of(small)]
    assert files == ["concepts/all.toml", "links/all.toml"]  # and none of what the links would have held is missed


def test_toml_may_begin_with_a_byte_order_mark_and_have_windows_line_ends(small: SmallMap) -> None:
    small.write("links/all.toml", "\ufeff" + small.read("links/all.toml").replace("\n", "\r\n"))
    assert told_of(small) == []
    small.replace("links/all.toml", 'to = "mice"', 'to = "mouse"')
    assert told_of(small)[0].startswith("links/all.toml:20: ")


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028"])
def test_article_may_have_other_line_ends_and_a_byte_order_mark(small: SmallMap, line_end: str) -> None:
    article = "\ufeff" + CELLS_ARTICLE.replace("\n", line_end)
    small.write("articles/cells.txt", article)
    assert told_of(small) == []
    source = load_folder(small.folder).map.sources[0]
    assert article[source.body[0][0] :].startswith("What cells do")


@pytest.mark.parametrize("odd", ["\x00", "\u202e", "e\u0301", "\U0001f9ec", "<b>&amp;</b>"])
def test_odd_text_is_quoted_as_it_is(small: SmallMap, odd: str) -> None:
    words = f"Cells release {odd} vesicles."
    for name in ("articles/cells.txt", "concepts/all.toml", "links/all.toml"):
        told = words if name.endswith(".txt") else words.replace("\x00", "\\u0000")
        small.replace(name, "Cells release vesicles.", told)
    assert told_of(small) == []
    assert load_folder(small.folder).map.links[0].quotes[0].text == words


def test_control_characters_are_made_visible_in_faults(small: SmallMap) -> None:
    small.replace("links/all.toml", 'to = "mice"', 'to = "\\u001b[31m\\u202emice"')
    assert told_of(small)[0].startswith("links/all.toml:20: there is no concept “\\x1b[31m\\u202emice”")


def test_wrong_encodings_are_told(small: SmallMap) -> None:
    small.write("links/all.toml", small.read("links/all.toml").encode("utf-16"))
    small.write("articles/hope.txt", b"Mice\nget w\xe9ll")
    told = told_of(small)
    assert told[0] == "links/all.toml:1: the file is UTF-16, not UTF-8; save it again as UTF-8"
    assert told[1].startswith("map.toml:22: articles/hope.txt:2: ")


def test_empty_article_is_told(small: SmallMap) -> None:
    small.write("articles/hope.txt", "")
    assert "map.toml:22: “articles/hope.txt” holds nothing but furniture; name an article with a body" in told_of(small)


@pytest.mark.parametrize(
    ("name", "size", "told"),
    [
        ("links/all.toml", 5 << 20, "links/all.toml: is larger than 4 MB"),
        ("links/all.toml", 1 << 40, "its files are larger than 16 MB"),
        ("articles/hope.txt", 17 << 20, "map.toml:22: articles/hope.txt: is larger than 16 MB"),
        ("places.json", 9 << 20, "places.json: is larger than 8 MB"),
    ],
)
def test_huge_files_are_refused_before_they_are_read(small: SmallMap, name: str, size: int, told: str) -> None:
    os.truncate(small.folder / name, size)  # takes no room on the disk
    assert any(told in fault for fault in told_of(small))


def test_pipes_and_folders_in_the_place_of_files_are_refused(small: SmallMap) -> None:
    (small.folder / "tensions.toml").unlink()
    (small.folder / "tensions.toml").mkdir()
    (small.folder / "left-out.toml").unlink()
    os.mkfifo(small.folder / "left-out.toml")
    told = told_of(small)
    assert "left-out.toml: is not a regular file; put a file there" in told
    assert "tensions.toml: is a folder; put a file there" in told


def test_links_that_lead_in_a_circle_are_told(small: SmallMap) -> None:
    for name in ("links/all.toml", "articles/hope.txt"):
        (small.folder / name).unlink()
        (small.folder / name).symlink_to(small.folder / name)
    told = told_of(small)
    assert told[0].startswith("links/all.toml: cannot be read (too many levels of symbolic links)")
    assert told[1].startswith("map.toml:22: articles/hope.txt: cannot be read (too many levels of symbolic links)")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told(small: SmallMap) -> None:
    (small.folder / "links/all.toml").chmod(0)
    assert told_of(small)[0] == "links/all.toml: may not be read; give yourself permission to read it"


def test_a_folder_that_is_linked_into_itself_is_no_trouble(small: SmallMap) -> None:
    (small.folder / "concepts" / "again").symlink_to(small.folder)
    assert told_of(small) == []


def test_files_that_nothing_reads_are_warned_of(small: SmallMap) -> None:
    small.write("tour.toml", "")
    assert told_of(small) == ["tour.toml: warning: nothing reads this file; move it or take it away"]


@pytest.mark.parametrize("name", ["map.toml", "nothing", "nothing\0"])
def test_what_is_no_map_folder_is_told_in_one_line(small: SmallMap, name: str) -> None:
    with pytest.raises(MapFaults) as caught:
        load_folder(small.folder / name)
    (fault,) = caught.value.faults
    assert "\n" not in str(fault)
    assert not fault.warning


def test_a_folder_without_a_map_is_told(tmp_path: Path) -> None:
    with pytest.raises(MapFaults, match=r"there is no map\.toml in this folder"):
        load_folder(tmp_path)


def test_very_many_faults_are_cut_off(small: SmallMap) -> None:
    small.append("links/all.toml", "[[link]]\n" * 3000)
    told = told_of(small)
    assert len(told) < 1100
    assert "links/all.toml: has more faults than are shown; mend these first" in told


def test_tours_stand_in_the_order_of_their_file_names(small: SmallMap) -> None:
    tour = small.read("tours/1-first.toml")
    small.write("tours/3-third.toml", tour.replace("first-tour", "third-tour"))
    small.write("tours/2-second.toml", tour.replace("first-tour", "second-tour"))
    assert [tour.id for tour in load_folder(small.folder).map.tours] == ["first-tour", "second-tour", "third-tour"]


def test_articles_that_are_too_large_together_are_refused(small: SmallMap) -> None:
    small.write("articles/cells.txt", CELLS_ARTICLE + "x" * (15 << 20))
    source = small.read("map.toml")[small.read("map.toml").index("[[source]]") :]
    more = "".join(f'[[source]]\nid = "s{number}"\ntitle = "s"\nfile = "articles/cells.txt"\n' for number in range(9))
    small.write("map.toml", 'title = "t"\nquestion = "q"\n' + more + source)
    assert any("the articles are too large together" in fault for fault in told_of(small))


def test_blocks_of_furniture_are_limited(small: SmallMap) -> None:
    small.append("map.toml", '[[source.furniture]]\nwhat = "x"\nbegins = "Mice get well"\n' * 300)
    assert "map.toml:24: has more than 200 blocks of furniture; join some" in told_of(small)
