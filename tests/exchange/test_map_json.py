"""A map as JSON has the shape that other tools count on, and comes back as it was."""

import json
from typing import Any

import pytest

from evmap.exchange.export import Form, UnknownForm, form_for
from evmap.exchange.map_json import from_json, to_json
from evmap.model import ConceptMap, Quote
from evmap.storage.exported import quotes_of
from evmap.storage.faults import MapFaults
from evmap.storage.opening import OpenMap, open_map
from tests.storage.small_map import CELLS_ARTICLE, SmallMap

QUOTE = ["source", "spans", "text", "certainty", "nature", "negated", "stage", "cues", "flags"]


@pytest.fixture
def opened(small: SmallMap) -> OpenMap:
    return open_map(small.folder)


@pytest.fixture
def plain(opened: OpenMap) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(to_json(opened.map, opened.places))
    return whole


def test_shape_is_the_fixed_one(plain: dict[str, Any]) -> None:
    assert list(plain) == ["schema", "title", "question", "sources", "concepts", "links", "tensions", "tours", "layout"]
    assert plain["schema"] == 1
    assert list(plain["sources"][0]) == ["id", "title", "untitled", "file", "body"]
    assert list(plain["concepts"][0]) == ["id", "name", "kind", "aliases", "summary", "origin", "quotes"]
    assert list(plain["links"][0]) == ["id", "from", "phrase", "to", "origin", "note", "quotes"]
    assert list(plain["tensions"][0]) == ["id", "question", "quotes"]
    assert list(plain["tours"][0]) == ["id", "title", "question", "steps"]
    assert list(plain["tours"][0]["steps"][0]) == ["title", "focus", "links", "quote", "notes"]
    assert list(plain["layout"]["atlas"]) == ["concepts", "links"]
    assert list(plain["layout"]["atlas"]["links"]["mice-have-cells"]) == ["points", "phrase"]


def test_every_quote_has_exactly_the_fixed_keys(plain: dict[str, Any]) -> None:
    quotes = [quote for key in ("concepts", "links", "tensions") for item in plain[key] for quote in item["quotes"]]
    quotes += [step["quote"] for tour in plain["tours"] for step in tour["steps"]]
    assert all(list(quote) == QUOTE for quote in quotes)


def test_values_are_plain(plain: dict[str, Any]) -> None:
    quote = plain["links"][0]["quotes"][0]
    (start, end), *_ = quote["spans"]
    assert CELLS_ARTICLE[start:end] == quote["text"] == "Cells release vesicles."
    assert (quote["certainty"], quote["stage"], quote["negated"]) == ("stated", "general", False)
    assert plain["layout"]["atlas"]["concepts"]["cells"] == [0, 0, 80, 40]


def test_comes_back_as_it_was_without_marks(opened: OpenMap) -> None:
    concept_map, places = from_json(to_json(opened.map, opened.places))
    assert places == opened.places
    assert [_bare(quote) for _, quote in quotes_of(opened.map)] == [_bare(quote) for _, quote in quotes_of(concept_map)]
    assert to_json(concept_map, places) == to_json(opened.map, opened.places)


def test_a_map_that_nobody_has_laid_out_has_an_empty_layout(opened: OpenMap) -> None:
    data = to_json(opened.map, None)
    assert json.loads(data)["layout"] == {}
    assert from_json(data)[1] is None


def test_text_of_every_script_is_written_as_it_is(opened: OpenMap) -> None:
    odd = "“µ” e\u0301 \U0001f9ec \u202e <b> \x00"
    changed = ConceptMap(odd, "", opened.map.sources, opened.map.concepts, opened.map.links, (), ())
    assert from_json(to_json(changed, None))[0].title == odd
    assert "“µ”".encode() in to_json(changed, None)


def test_what_is_no_map_is_refused() -> None:
    with pytest.raises(MapFaults, match="is not JSON"):
        from_json(b"not a map")


@pytest.mark.parametrize("name", ["map.xml", "map", "map.json.gz", ".json"])
def test_only_known_endings_have_a_form(tmp_path: Any, name: str) -> None:
    with pytest.raises(UnknownForm, match=r"end the name with \.json"):
        form_for(tmp_path / name)


def test_endings_are_taken_in_any_case(tmp_path: Any) -> None:
    assert form_for(tmp_path / "MAP.JSON") is Form.JSON
    assert form_for(tmp_path / "Map.Svg").is_picture


def _bare(quote: Quote) -> tuple[object, ...]:
    return tuple(getattr(quote, key) for key in QUOTE)
