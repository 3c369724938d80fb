"""Passages that are not accounted for, and what is listed as left out."""

import pytest

from tests.storage.breaking import LEFT_OUT, Broken, assert_told, broken
from tests.storage.small_map import SmallMap

CASES = [
    broken(
        "unaccounted",
        LEFT_OUT,
        'text = "Cells eat."',
        'text = "Cells sleep."',
        ("articles/cells.txt:5: “Cells eat.” is not accounted for; quote it or list it in left-out.toml"),
        ("left-out.toml:18: this passage is already left out at left-out.toml:13; take one of the two away"),
    ),
    broken(
        "leftout part",
        LEFT_OUT,
        'text = "It is a postal service!"',
        'text = "postal"',
        ("articles/cells.txt:4: “It is a postal service!” is not accounted for; quote it or list it in left-out.toml"),
        ("left-out.toml:8: “postal” is not a whole passage; the passage there is “It is a postal service!”"),
    ),
    broken(
        "leftout notfound",
        LEFT_OUT,
        'text = "It is a postal service!"',
        'text = "It is a letter!"',
        ("articles/cells.txt:4: “It is a postal service!” is not accounted for; quote it or list it in left-out.toml"),
        (
            "left-out.toml:8: “It is a letter!” is not in the article; it agrees up to “It is"
            " a ”, where the article has “It is a postal service!\\n- Ce”; copy it exactly"
        ),
    ),
    broken(
        "leftout source",
        LEFT_OUT,
        'source = "second"',
        'source = "third"',
        ("articles/hope.txt:1: “Mice get well” is not accounted for; quote it or list it in left-out.toml"),
        "left-out.toml:22: there is no source “third”; name a source of map.toml",
    ),
    broken(
        "leftout reason",
        LEFT_OUT,
        'reason = "rhetoric"',
        'reason = "boring"',
        (
            "left-out.toml:9: “reason” is “boring”; write one of heading, rhetoric, anecdote,"
            " praise, question, transition, call"
        ),
    ),
    broken(
        "leftout and quoted",
        LEFT_OUT,
        'text = "It is a postal service!"',
        'text = "Cells release vesicles."',
        ("articles/cells.txt:4: “It is a postal service!” is not accounted for; quote it or list it in left-out.toml"),
        (
            "left-out.toml:8: warning: this passage is left out and also quoted by a concept "
            "or link; decide for one of them"
        ),
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_fault_is_told_with_its_line(small: SmallMap, case: Broken) -> None:
    assert_told(small, case)
