"""What is pasted elsewhere says exactly what the map and the articles say, in plain text and in Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from evmap import data
from evmap.exchange.citing import Form, Hop, beginning, escaped
from evmap.model import Concept, ConceptMap, Kind, Origin
from evmap.workspace import Workspace
from tests.ui.small_map import ONLY, places_for

TITLE = "Exosomes from T Cells: A New Hope in the Fight Against Cancer"


def hops(workspace: Workspace, *ids: str) -> list[Hop]:
    return [Hop(workspace.index.links[each.lstrip("-")], forwards=not each.startswith("-")) for each in ids]


def shown(markdown: str) -> str:
    """What a line of Markdown shows whose markup is all escaped."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def test_a_quote_is_exact_and_says_where_it_stands(workspace: Workspace) -> None:
    quote = workspace.index.links["therapy-only"].quotes[0]
    words, place = workspace.citing.quote(quote).split("\n")
    assert words == f"“{ONLY}”"
    assert place.startswith(f"{TITLE}, ")
    assert re.search(r", ¶ \d+$", place)
    assert workspace.citing.quote(quote, Form.MARKDOWN).startswith(f"> “{ONLY}”\n>\n> — Exosomes")


def test_a_link_is_a_sentence_with_its_numbered_quote(workspace: Workspace) -> None:
    link = workspace.index.links["therapy-only"]
    assert workspace.citing.things((), [link]).startswith(
        f"Exosome therapy only attacks cancer cells [1].\n\n[1] “{ONLY}” — {TITLE}, "
    )
    assert workspace.citing.things((), [link], Form.MARKDOWN).startswith(
        f"**Exosome therapy** *only attacks* **cancer cells** \\[1\\].\n\n1. “{ONLY}” — Exosomes"
    )


def test_a_path_reads_as_a_paragraph_and_marks_what_is_ours(workspace: Workspace) -> None:
    told = workspace.citing.path(hops(workspace, "exosomes-kind", "vesicles-biomarkers"))
    top, paragraph, *_ = told.split("\n")
    assert top == "From exosomes to biomarkers"
    assert paragraph == (
        "Exosomes are a kind of extracellular vesicles (not in the sources). "
        "Extracellular vesicles could serve as biomarkers [1]."
    )
    assert told.count("[1] “") == 1


def test_a_link_that_is_gone_backwards_keeps_its_sentence(workspace: Workspace) -> None:
    told = workspace.citing.path(hops(workspace, "-therapy-only", "-blocking"))
    assert told.startswith(
        "From cancer cells to extracellular vesicles\nExosome therapy only attacks cancer cells [1]."
    )


def test_the_same_words_have_one_number(workspace: Workspace) -> None:
    link = workspace.index.links["therapy-only"]
    told = workspace.citing.things([workspace.index.concepts["therapy"]], [link, link])
    assert told.count("[1] “") == 1
    assert "[2]" not in told


def test_a_concept_gives_its_summary(workspace: Workspace) -> None:
    told = workspace.citing.things([workspace.index.concepts["vesicles"], workspace.index.concepts["biology"]], ())
    assert told.startswith("Extracellular vesicles: Tiny packages that cells release")
    assert "\nCell biology: The field. (not in the sources)\n" in told


def test_nothing_is_cited_as_nothing(workspace: Workspace) -> None:
    assert workspace.citing.path([]) == ""
    assert workspace.citing.things((), ()) == ""


@pytest.mark.parametrize(
    ("name", "begun"), [("exosomes", "Exosomes"), ("mRNA", "mRNA"), ("p53", "p53"), ("T cells", "T cells"), ("", "")]
)
def test_a_sentence_begins_large_where_that_is_no_other_name(name: str, begun: str) -> None:
    assert beginning(name) == begun


HOSTILE = (
    "**bold** _it_ `code` <b>html</b> &amp; [link](http://x.y) ![image](a.png)",
    "# heading",
    "- bullet",
    "+ bullet",
    "1. number",
    "12) number",
    "> quote",
    "| a | b |",
    "~~gone~~ $x^2$ ==mark== :smile: @someone #12 [^1] ++ins++",
    "see www.example.org and https://example.org or me@example.org",
    "two\nlines\r\n- with a bullet\u2028and more",
    "back\\slash \\",
    "---",
    "===",
    "\t indented",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words_in_markdown(text: str) -> None:
    written = escaped(text)
    assert "\n" not in written
    assert shown(written) == " ".join(text.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]|~$#&@]", written)
    assert not re.match(r"[-+=] |\d+[.)] |[-=]{3}", written)
    assert not re.search(r"(?<!\\)://", written)
    assert "www." not in written


@given(st.text())
def test_no_text_at_all_breaks_out(text: str) -> None:
    written = escaped(text)
    assert shown(written) == " ".join(text.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`<>\[\]|~$#&@]", written)


def test_names_with_markup_and_lines_stay_in_their_sentence(small_map: ConceptMap) -> None:
    odd = Concept("exosomes", "exo\n\n# *somes*", Kind.VESICLE, (), "", Origin.SOURCE, ())
    concepts = tuple(odd if each.id == "exosomes" else each for each in small_map.concepts)
    changed = replace(small_map, concepts=concepts)
    workspace = Workspace(changed, places_for(changed), data.HOME)
    link = workspace.index.links["exosomes-kind"]
    assert workspace.citing.things((), [link]).startswith("Exo # *somes* are a kind of")
    assert workspace.citing.things((), [link], Form.MARKDOWN).startswith(r"**Exo \# \*somes\*** *are a kind of*")


def test_without_the_article_the_title_is_the_place(small_map: ConceptMap) -> None:
    sources = tuple(replace(source, file="seeds/not-there.txt") for source in small_map.sources)
    changed = replace(small_map, sources=sources)
    workspace = Workspace(changed, places_for(changed), data.HOME)
    quote = workspace.index.links["therapy-only"].quotes[0]
    assert workspace.citing.quote(quote) == f"“{quote.text}”\n{TITLE}"
