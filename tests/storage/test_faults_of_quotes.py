"""A quote that is not word for word what its article says, or not judged as it should be."""

import pytest

from tests.storage.breaking import CONCEPTS, LINKS, Broken, assert_told, broken
from tests.storage.small_map import SmallMap

CASES = [
    broken(
        "quote not found",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "Cells release bubbles."',
        (
            "links/all.toml:9: “Cells release bubbles.” is not in the article; it agrees up "
            "to “Cells release ”, where the article has “lls release vesicles. The vesicl”; "
            "copy it exactly"
        ),
    ),
    broken(
        "quote straight",
        CONCEPTS,
        'text = "The vesicles carry “cargo”, and they',
        'text = "The vesicles carry \\"cargo\\", and they',
        (
            "articles/cells.txt:3: “The vesicles carry “cargo”, and they may help the body.” "
            "is not accounted for; quote it or list it in left-out.toml"
        ),
        (
            'concepts/all.toml:24: “The vesicles carry "cargo", and they may help the body.” '
            "is not in the article; the article has a curly opening quote where this has a "
            'straight ", in “icles carry “cargo”,”; copy it exactly'
        ),
    ),
    broken(
        "quote case",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "cells release vesicles."',
        (
            "links/all.toml:9: “cells release vesicles.” is not in the article; the article "
            "has “C” where this has “c”, in “Cells re”; copy it exactly"
        ),
    ),
    broken(
        "quote other source",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "Not yet people."',
        (
            "links/all.toml:9: “Not yet people.” is not in the article; it is in the source "
            "“second”; name that as its “source”"
        ),
    ),
    broken(
        "quote unlike",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "Quantum physics"',
        (
            "links/all.toml:9: “Quantum physics” is not in the article; nothing there is like"
            " it; copy it from the article"
        ),
    ),
    broken(
        "quote furniture",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "Share this page"',
        (
            "links/all.toml:9: “Share this page” is not in the article; it stands in page "
            "furniture (share prompt), which is never quoted; quote the article itself"
        ),
    ),
    broken(
        "quote twice",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "vesicles"',
        (
            "links/all.toml:9: “vesicles” stands more than once in the article; give a "
            "prefix, the words right before the one that is meant"
        ),
    ),
    broken(
        "quote prefix wrong",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "vesicles"\nprefix = "Some "',
        (
            "links/all.toml:9: “vesicles” is not in the article; not with “Some ” right "
            "before it; copy the prefix up to the very character before"
        ),
    ),
    broken(
        "quote prefix short",
        LINKS,
        'text = "Cells release vesicles."',
        'text = "vesicles"\nprefix = " "',
        ("links/all.toml:9: “vesicles” stands more than once in the article; give a longer prefix"),
    ),
    broken(
        "quote empty",
        LINKS,
        'text = "Cells release vesicles."',
        'text = " "',
        "links/all.toml:9: this text is empty; copy the words from the article",
    ),
    broken(
        "quote none",
        LINKS,
        'text = "Cells release vesicles."\n',
        "",
        ("links/all.toml:7: this quote has no words: neither “text” nor “spans”; add one of them"),
    ),
    broken(
        "quote both",
        LINKS,
        'text = "Cells release vesicles."\n',
        'text = "Cells release vesicles."\nspans = ["Cells"]\n',
        "links/all.toml:9: this quote has both “text” and “spans”; keep one of them",
    ),
    broken(
        "span order",
        CONCEPTS,
        'spans = ["Vesicles could heal mice.", "Not yet people."]',
        'spans = ["Not yet people.", "Vesicles could heal mice."]',
        (
            "concepts/all.toml:37: “Vesicles could heal mice.” stands before the end of the "
            "span before it; put spans in the article's order"
        ),
    ),
    broken(
        "span prefixes",
        CONCEPTS,
        'spans = ["Vesicles could heal mice.", "Not yet people."]',
        'spans = ["Vesicles could heal mice.", "Not yet people."]\nprefix = [""]',
        ('concepts/all.toml:38: “prefix” has to be a list as long as “spans”; write "" where none is needed'),
    ),
    broken(
        "quote source",
        LINKS,
        'source = "second"',
        'source = "third"',
        "links/all.toml:23: there is no source “third”; the sources are “first, second”",
    ),
    broken(
        "stated hedge",
        LINKS,
        'certainty = "hedged"',
        'certainty = "stated"',
        (
            "links/all.toml:25: warning: the quote says “could” and is judged stated; judge "
            "it hedged or open, or give a “reason”"
        ),
    ),
    broken(
        "hedged nocues",
        LINKS,
        'cues = ["could"]\n',
        "",
        ("links/all.toml:25: warning: the quote is judged hedged; name its hedging words in “cues”"),
    ),
    broken(
        "cue not in",
        LINKS,
        'cues = ["could"]',
        'cues = ["could",\n"might"]',
        ("links/all.toml:28: the cue “might” is not in the quote; copy its words from the quote"),
    ),
    broken(
        "cue empty",
        LINKS,
        'cues = ["could"]',
        'cues = [""]',
        "links/all.toml:27: this cue is empty; copy its words from the quote or leave it out",
    ),
    broken(
        "subject",
        LINKS,
        'subject = "Cells"',
        'subject = "They"',
        ("links/all.toml:12: the “subject” “They” is not in the quote; copy its words from the quote"),
    ),
    broken(
        "says",
        LINKS,
        'says = "release"',
        'says = "releases"',
        ("links/all.toml:13: the “says” “releases” is not in the quote; copy its words from the quote"),
    ),
    broken(
        "object",
        LINKS,
        'object = "vesicles"',
        'object = "Vesicles"',
        ("links/all.toml:14: the “object” “Vesicles” is not in the quote; copy its words from the quote"),
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_fault_is_told_with_its_line(small: SmallMap, case: Broken) -> None:
    assert_told(small, case)
