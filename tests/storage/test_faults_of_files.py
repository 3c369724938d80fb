"""Files that cannot be read as what they are: TOML, articles and their furniture, places."""

import pytest

from tests.storage.breaking import CONCEPTS, LINKS, MAP, PLACES, TENSIONS, Broken, assert_told, broken
from tests.storage.small_map import SmallMap

CASES = [
    broken(
        "furniture notfound",
        MAP,
        'begins = "Share this page"',
        'begins = "Share that page"',
        ("articles/cells.txt:6: “Share this page” is not accounted for; quote it or list it in left-out.toml"),
        ("map.toml:17: the article has no “Share that page”; copy the furniture's text from it exactly"),
    ),
    broken(
        "furniture twice",
        MAP,
        'begins = "Share this page"',
        'begins = "page"\nends = "e"',
        ("articles/cells.txt:6: “Share this” is not accounted for; quote it or list it in left-out.toml"),
        ("map.toml:18: “e” stands more than once in the article; copy more of the text around it"),
    ),
    broken(
        "furniture order",
        MAP,
        'ends = "About"',
        'ends = "Menu Home"',
        ("articles/cells.txt:1: “About” is not accounted for; quote it or list it in left-out.toml"),
    ),
    broken(
        "furniture backwards",
        MAP,
        'begins = "Share this page"',
        'begins = "Share this page"\nends = "What cells"',
        "map.toml:18: this furniture ends before it begins; let “ends” follow “begins”",
    ),
    broken(
        "furniture overlap",
        MAP,
        'begins = "Share this page"',
        'begins = "Home About"',
        ("articles/cells.txt:6: “Share this page” is not accounted for; quote it or list it in left-out.toml"),
        ("map.toml:15: this furniture (“share prompt”) overlaps “menu”; let one end before the other"),
    ),
    broken(
        "unknown key",
        LINKS,
        'phrase = "release"',
        'phrase = "release"\nphrse = "x"',
        "links/all.toml:5: a link has no key “phrse”; did you mean “phrase”?",
    ),
    broken("missing key", LINKS, 'phrase = "release"\n', "", "links/all.toml:1: a link needs the key “phrase”; add it"),
    broken(
        "wrong type",
        LINKS,
        'phrase = "release"',
        "phrase = 3",
        "links/all.toml:4: “phrase” is a number; write a text in quotation marks",
    ),
    broken(
        "wrong type bool",
        TENSIONS,
        "negated = true",
        'negated = "yes"',
        "tensions.toml:17: “negated” is “yes”; write true or false",
    ),
    broken(
        "wrong type list",
        CONCEPTS,
        'cues = ["could"]',
        'cues = "could"',
        "concepts/all.toml:40: “cues” is “could”; write a list of texts in quotation marks",
    ),
    broken(
        "not tables",
        LINKS,
        '[[link]]\nid = "mice-have-cells"',
        '[[links]]\nid = "mice-have-cells"',
        "links/all.toml:29: a file of links has no key “links”; did you mean “link”?",
    ),
    broken(
        "syntax",
        LINKS,
        'phrase = "release"',
        "phrase = release",
        ("links/all.toml:4: this is not TOML at column 10 (invalid value); mend this line or the one before it"),
    ),
    broken(
        "syntax end",
        LINKS,
        'note = "No article says so."',
        'note = """No article says so.',
        ("links/all.toml:36: this is not TOML (unterminated string); mend this line or the one before it"),
    ),
    broken(
        "dup key",
        LINKS,
        'phrase = "release"',
        'phrase = "release"\nphrase = "let go"',
        (
            "links/all.toml:5: this is not TOML at column 18 (cannot overwrite a value); mend"
            " this line or the one before it"
        ),
    ),
    broken(
        "article all furniture",
        MAP,
        'begins = "Leave a Reply"',
        'begins = "Mice get well"\nends = "Leave a Reply"',
        (
            "concepts/all.toml:37: “Vesicles could heal mice.” is not in the article; it "
            "stands in page furniture (reply form), which is never quoted; quote the article "
            "itself"
        ),
        (
            "left-out.toml:23: “Mice get well” is not in the article; it stands in page "
            "furniture (reply form), which is never quoted; quote the article itself"
        ),
        (
            "links/all.toml:24: “Vesicles could heal mice.” is not in the article; it stands "
            "in page furniture (reply form), which is never quoted; quote the article itself"
        ),
        ("map.toml:22: “articles/hope.txt” holds nothing but furniture; name an article with a body"),
        (
            "tensions.toml:7: “Vesicles could heal mice.” is not in the article; it stands in"
            " page furniture (reply form), which is never quoted; quote the article itself"
        ),
        (
            "tensions.toml:14: “Not yet people.” is not in the article; it stands in page "
            "furniture (reply form), which is never quoted; quote the article itself"
        ),
        (
            "tours/1-first.toml:13: “So they say.” is not in the article; it stands in page "
            "furniture (reply form), which is never quoted; quote the article itself"
        ),
    ),
    broken(
        "deep",
        LINKS,
        'note = "No article says so."',
        "note = " + "[" * 5000 + "]" * 5000,
        "links/all.toml: is nested too deeply; a map needs no more than a few levels",
    ),
    broken(
        "dots",
        LINKS,
        'note = "No article says so."',
        "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.b = 1",
        "links/all.toml:35: a key has far too many dots; write short keys",
    ),
    broken(
        "digits",
        LINKS,
        'note = "No article says so."',
        "note = " + "9" * 5000,
        "links/all.toml: holds a number with far too many digits; a map needs no numbers",
    ),
    broken(
        "escape",
        MAP,
        'file = "articles/hope.txt"',
        'file = "../articles/hope.txt"',
        ("map.toml:22: “../articles/hope.txt”: leads out of the map's folder; write a path like seeds/article.txt"),
    ),
    broken(
        "absolute",
        MAP,
        'file = "articles/hope.txt"',
        'file = "C:\\\\hope.txt"',
        ("map.toml:22: “C:\\hope.txt”: leads out of the map's folder; write a path like seeds/article.txt"),
    ),
    broken(
        "missing article",
        MAP,
        'file = "articles/hope.txt"',
        'file = "articles/hop.txt"',
        ("map.toml:22: “articles/hop.txt”: this article is not there; put it into the map's folder"),
    ),
    broken(
        "places missing",
        PLACES,
        '"mice":[200.0,200.0,80.0,40.0]',
        '"rats":[200.0,200.0,80.0,40.0]',
        "places.json:1: the concept “mice” has no place; run evmap layout on the folder",
        "places.json:4: there is no concept “rats” on the map; run evmap layout on the folder",
    ),
    broken(
        "places number",
        PLACES,
        '"mice":[200.0,200.0,80.0,40.0]',
        '"mice":[200.0,200.0,-80.0,40.0]',
        "places.json:4: the box of “mice” is no box; run evmap layout on the folder",
    ),
    broken(
        "places type",
        PLACES,
        '"mice":[200.0,200.0,80.0,40.0]',
        '"mice":[200.0,200.0,"80",40.0]',
        (
            "places.json:1: does not have the right form (at concepts[...][2]: expected a "
            "number, got a text); run evmap layout on the folder"
        ),
    ),
    broken(
        "places syntax",
        PLACES,
        '"mice":[200.0',
        '"mice":(200.0',
        "places.json:4: is not JSON (invalid character); run evmap layout on the folder",
    ),
    broken(
        "places route",
        PLACES,
        "[[80.0,20.0],[200.0,20.0]]",
        "[[80.0,20.0]]",
        ("places.json:7: the route of “cells-release-vesicles” is no route; run evmap layout on the folder"),
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_fault_is_told_with_its_line(small: SmallMap, case: Broken) -> None:
    assert_told(small, case)
