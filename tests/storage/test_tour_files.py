"""A tour as a file: whole there and back, and hostile ones refused with a sentence."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from evmap import data
from evmap.model import Tour
from evmap.storage.faults import MapFaults
from evmap.storage.opening import open_map
from evmap.storage.tour_files import check_tour, decode_tour, encode_tour, read_tour

MAP = open_map(data.SHIPPED_MAP).map
TOUR = MAP.tours[3]


def plain() -> dict[str, Any]:
    made: dict[str, Any] = msgspec.json.decode(encode_tour(TOUR, "T"))
    return made


def refusal(content: object) -> str:
    with pytest.raises(MapFaults) as caught:
        decode_tour(content if isinstance(content, bytes) else msgspec.json.encode(content), "t.json")
    return str(caught.value)


@pytest.mark.parametrize("tour", MAP.tours, ids=lambda tour: tour.id)
def test_every_shipped_tour_comes_back_whole_and_fits(tour: Tour) -> None:
    back = decode_tour(encode_tour(tour, MAP.title), "t.json")
    checked = check_tour(back, MAP, data.SHIPPED_MAP)
    assert checked.problems == ()
    assert checked.tour == back
    assert [step.title for step in back.steps] == [step.title for step in tour.steps]
    assert [step.quote.text for step in back.steps if step.quote] == [s.quote.text for s in tour.steps if s.quote]


def test_a_newer_file_is_refused_politely() -> None:
    assert "newer EV Map" in refusal({**plain(), "schema": 2})


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"schema": 1}', b'{"schema": "1"}', b"null"]
)
def test_what_is_no_tour_is_refused_with_the_files_name(content: bytes) -> None:
    assert refusal(content).startswith("t.json")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"steps": []}, "no steps"),
        ({"title": " "}, "no id or no title"),
        ({"title": "x" * 30_000}, "more than"),
        ({"steps": [{"title": "", "focus": [], "links": [], "quote": None, "notes": "", "seconds": -1}]}, "seconds"),
        ({"steps": [{"title": "", "focus": [], "links": [], "quote": None, "notes": ""}] * 300}, "300 steps"),
    ],
)
def test_what_is_out_of_measure_is_refused(change: dict[str, Any], told: str) -> None:
    file = plain()
    file["tour"].update(change)
    assert told in refusal(file)


def test_a_quote_that_does_not_say_what_its_article_says_is_left_out_and_named() -> None:
    file = plain()
    file["tour"]["steps"][1]["quote"]["text"] = "Exosomes cure everything."
    checked = check_tour(decode_tour(msgspec.json.encode(file), "t.json"), MAP, data.SHIPPED_MAP)
    assert checked.tour.steps[1].quote is None
    assert len(checked.problems) == 1
    assert checked.problems[0].startswith("The quote of step 2 does not say what its article says")


def test_marks_from_a_file_are_never_followed() -> None:
    file = plain()
    file["tour"]["steps"][0]["quote"]["marks"] = {"subject": [0, 10_000_000], "phrase": None, "object": None}
    checked = check_tour(decode_tour(msgspec.json.encode(file), "t.json"), MAP, data.SHIPPED_MAP)
    assert checked.tour.steps[0].quote
    assert checked.tour.steps[0].quote.marks is None


def test_ids_that_are_gone_are_named() -> None:
    changed = replace(TOUR, steps=(replace(TOUR.steps[0], focus=("a\nb",), links=("gone",)),))
    problems = check_tour(changed, MAP, data.SHIPPED_MAP).problems
    assert problems == (
        "Step 1 shows “a\\nb”, which is not on this map.",
        "Step 1 shows “gone”, which is not on this map.",
    )


def test_a_file_that_is_not_there_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(MapFaults, match="cannot be read"):
        read_tour(tmp_path / "none.json")
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 2_000_001)
    with pytest.raises(MapFaults, match="larger than 2 MB"):
        read_tour(large)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
    )
)
def test_any_json_is_a_tour_or_a_sentence(content: object) -> None:
    try:
        decode_tour(msgspec.json.encode({"schema": 1, "map": "", "tour": content}), "t.json")
    except MapFaults as faults:
        assert str(faults).startswith("t.json")  # noqa: PT017  (either outcome is right)
