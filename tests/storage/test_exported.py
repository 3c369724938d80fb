"""Exported maps from anywhere: what does not hold together, or does not say what its articles say, is refused."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from evmap.exchange.map_json import to_json
from evmap.storage.faults import MapFaults
from evmap.storage.opening import open_map
from tests.storage.small_map import SmallMap

Change = Callable[[dict[str, Any]], None]


def open_changed(small: SmallMap, change: Change) -> str:
    """What is told of an exported map after one change, or "" if it opens."""
    opened = open_map(small.folder)
    plain = json.loads(to_json(opened.map, opened.places))
    change(plain)
    small.write("out.json", json.dumps(plain, indent=1, ensure_ascii=False))
    try:
        open_map(small.folder / "out.json")
    except MapFaults as problem:
        return "; ".join(fault.message for fault in problem.faults)
    return ""


def set_quote(key: str, value: object) -> Change:
    def change(plain: dict[str, Any]) -> None:
        plain["links"][0]["quotes"][0][key] = value

    return change


def add_step_focus(plain: dict[str, Any]) -> None:
    plain["tours"][0]["steps"][0]["focus"] = ["ghost"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda plain: plain.update(schema=2), "“schema” is 2: a newer EV Map wrote this file; open it with that one"),
        (lambda plain: plain.update(schema=0), "“schema” is 0: there is no such form"),
        (lambda plain: plain.pop("schema"), "does not have the right form (object missing required field “schema”)"),
        (lambda plain: plain.pop("links"), "does not have the right form (object missing required field “links”)"),
        (
            lambda plain: plain["concepts"][0].update(kind="ghost"),
            "does not have the right form (at concepts[0].kind: invalid enum value 'ghost')",
        ),
        (lambda plain: plain["links"][0].update(to="ghost"), "leads to “ghost”, which is no concept"),
        (lambda plain: plain["links"][0].update(quotes=[]), "is of origin source and its quotes do not fit that"),
        (lambda plain: plain["links"][0].update(id="cells"), "the id “cells” is taken 2 times"),
        (lambda plain: plain["sources"][0].update(file="../cells.txt"), "leads out of the map's folder"),
        (lambda plain: plain["sources"][0].update(body=[[0, 10**9]]), "does not lie within its article"),
        (lambda plain: plain["tensions"][0]["quotes"].pop(), "does not have the right form"),
        (add_step_focus, "points at “ghost”, which is not on the map"),
        (set_quote("text", "Cells eat vesicles."), "does not say what its article says, in “Cells eat vesicles.”"),
        (set_quote("spans", [[0, 4]]), "does not lie within the body of its article"),
        (set_quote("spans", [[5, 5]]), "has spans that are no spans"),
        (set_quote("spans", [[-5, 5]]), "has spans that are no spans"),
        (set_quote("spans", [[40, 45], [30, 35]]), "has spans that are no spans"),
        (set_quote("spans", []), "has spans that are no spans"),
        (set_quote("source", "ghost"), "names the source “ghost”, which is not there"),
    ],
)
def test_a_changed_export_is_refused(small: SmallMap, change: Change, told: str) -> None:
    assert told in open_changed(small, change)


def test_a_fault_names_the_line_of_what_is_wrong(small: SmallMap) -> None:
    open_changed(small, lambda plain: plain["links"][1].update(to="ghost"))
    with pytest.raises(MapFaults) as caught:
        open_map(small.folder / "out.json")
    (fault,) = caught.value.faults
    assert '"vesicles-heal-mice"' in small.read("out.json").splitlines()[fault.line - 1]


def test_unknown_keys_are_passed_over(small: SmallMap) -> None:
    assert open_changed(small, lambda plain: plain.update(extra={"a": [1]})) == ""


def test_marks_from_elsewhere_are_not_believed(small: SmallMap) -> None:
    assert open_changed(small, set_quote("marks", {"subject": [0, 10**12]})) == ""
    opened = open_map(small.folder / "out.json")
    assert opened.map.links[0].quotes[0].marks is None


def test_without_its_articles_a_map_still_opens(small: SmallMap) -> None:
    assert open_changed(small, lambda plain: None) == ""
    for name in ("articles/cells.txt", "articles/hope.txt"):
        (small.folder / name).unlink()
    assert open_map(small.folder / "out.json").map.title == "Small map"


def test_places_that_do_not_fit_are_dropped(small: SmallMap) -> None:
    assert open_changed(small, lambda plain: plain["layout"]["atlas"]["concepts"].pop("mice")) == ""
    assert open_map(small.folder / "out.json").places is None
    assert open_changed(small, lambda plain: plain.update(layout={})) == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "1: is not JSON (input data was truncated)"),
        (b'{"schema": 1,\n "title": oops}', "2: is not JSON (invalid character)"),
        (b"[" * 200_000, "1: does not have the right form (expected an object, got a list)"),
        (b'{"schema": 1, "x": ' + b"[" * 200_000, "1: is nested too deeply"),
        (b'{"schema": 1, "title": "\xff"}', "1: "),
        ("{}".encode("utf-16"), "1: is not JSON"),
        (b'{"schema": NaN}', "1: is not JSON"),
        (b'{"schema": 1e999}', "1: does not have the right form"),
        (b'{"schema": 99999999999999999999999999}', "1: "),
        (b'{"schema": "1"}', "1: does not have the right form (at schema: expected a whole number, got a text)"),
    ],
)
def test_what_is_no_exported_map_is_told_in_one_line(small: SmallMap, data: bytes, told: str) -> None:
    small.write("out.json", data)
    with pytest.raises(MapFaults) as caught:
        open_map(small.folder / "out.json")
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"{small.folder}/out.json:{told}")
    assert "\n" not in str(fault)
