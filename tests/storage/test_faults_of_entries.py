"""Ids, names, references and texts of concepts, links, tensions and tours."""

import pytest

from tests.storage.breaking import CONCEPTS, LINKS, MAP, TENSIONS, TOUR, Broken, assert_told, broken
from tests.storage.small_map import SmallMap

CASES = [
    broken(
        "link from",
        LINKS,
        'from = "vesicles"',
        'from = "vesicle"',
        "links/all.toml:18: there is no concept “vesicle”; did you mean “vesicles”?",
    ),
    broken(
        "link to",
        LINKS,
        'to = "mice"',
        'to = "rats"',
        "links/all.toml:20: there is no concept “rats”; write an id that is on the map",
    ),
    broken(
        "tour focus",
        TOUR,
        'focus = ["cells"]',
        'focus = ["cell"]',
        "tours/1-first.toml:7: there is no concept “cell”; did you mean “cells”?",
    ),
    broken(
        "tour links",
        TOUR,
        'links = ["cells-release-vesicles"]',
        'links = [\n  "cells-release-vesicles",\n  "cells"\n]',
        "tours/1-first.toml:10: there is no link “cells”; write an id that is on the map",
    ),
    broken(
        "tour nowhere",
        TOUR,
        'focus = ["cells"]\nlinks = ["cells-release-vesicles"]\n',
        "",
        ("tours/1-first.toml:5: this step points nowhere; name concepts in “focus” or links in “links”"),
    ),
    broken(
        "tour nosteps",
        TOUR,
        (
            '[[step]]\ntitle = "They release"\nfocus = ["cells"]\nlinks = '
            '["cells-release-vesicles"]\nnotes = "Look at the cells."\n\n[step.quote]\nsource = '
            '"second"\ntext = "So they say."\ncertainty = "stated"\nstage = "none"\n'
        ),
        "",
        ("articles/hope.txt:3: “So they say.” is not accounted for; quote it or list it in left-out.toml"),
        "tours/1-first.toml:1: this tour has no steps; add a [[step]]",
    ),
    broken(
        "tour noquote",
        TOUR,
        "[step.quote]",
        "[step.qoute]",
        ("articles/hope.txt:3: “So they say.” is not accounted for; quote it or list it in left-out.toml"),
        "tours/1-first.toml:5: a step has one quote, this has 0; give it one",
        "tours/1-first.toml:11: a step has no key “qoute”; did you mean “quote”?",
    ),
    broken(
        "kind",
        CONCEPTS,
        'kind = "cell"',
        'kind = "cel"',
        (
            "concepts/all.toml:4: “kind” is “cel”; write one of cell, vesicle, cargo, "
            "disease, therapy, body, process, outcome, evidence, analogy"
        ),
    ),
    broken(
        "certainty",
        LINKS,
        'certainty = "hedged"',
        'certainty = "sure"',
        "links/all.toml:25: “certainty” is “sure”; write one of stated, hedged, open",
    ),
    broken(
        "stage",
        TENSIONS,
        'stage = "humans not yet"',
        'stage = "humans"',
        (
            "tensions.toml:16: “stage” is “humans”; write one of none, humans not yet, "
            "general, study, lab, animals, lab and animals"
        ),
    ),
    broken(
        "nature",
        LINKS,
        'says = "release"',
        'nature = "claims"',
        "links/all.toml:13: “nature” is “claims”; write one of claim, comparison, analogy",
    ),
    broken(
        "origin",
        LINKS,
        'origin = "background"',
        'origin = "own"',
        "links/all.toml:34: “origin” is “own”; write one of source, background",
    ),
    broken(
        "flags",
        LINKS,
        'says = "release"',
        'flags = ["opinion", "funny"]',
        ("links/all.toml:13: “flags” holds “funny”; write one of exaggeration, universal, opinion, figurative"),
    ),
    broken(
        "dup id",
        LINKS,
        'id = "vesicles-heal-mice"',
        'id = "mice"',
        ("links/all.toml:17: the concept or link id “mice” is already taken at concepts/all.toml:29; choose another"),
    ),
    broken(
        "dup concept id",
        CONCEPTS,
        'id = "mice"',
        'id = "cells"',
        (
            "concepts/all.toml:30: the concept or link id “cells” is already taken at "
            "concepts/all.toml:1; choose another"
        ),
        "links/all.toml:20: there is no concept “mice”; write an id that is on the map",
        "links/all.toml:31: there is no concept “mice”; write an id that is on the map",
    ),
    broken(
        "bad id",
        LINKS,
        'id = "vesicles-heal-mice"',
        'id = "Vesicles heal"',
        ("links/all.toml:17: “Vesicles heal” is no id; write small letters, digits and hyphens, as in t-cells"),
    ),
    broken(
        "dup name",
        CONCEPTS,
        'name = "mice"',
        'name = "Cells"',
        ("concepts/all.toml:31: the name “Cells” is already taken at concepts/all.toml:1; choose another"),
    ),
    broken(
        "dup source",
        MAP,
        'id = "second"',
        'id = "first"',
        "concepts/all.toml:36: there is no source “second”; the sources are “first”",
        "left-out.toml:22: there is no source “second”; name a source of map.toml",
        "links/all.toml:23: there is no source “second”; the sources are “first”",
        "map.toml:20: the source id “first” is already taken at map.toml:4; choose another",
        "tensions.toml:6: there is no source “second”; the sources are “first”",
        "tensions.toml:13: there is no source “second”; the sources are “first”",
        "tours/1-first.toml:12: there is no source “second”; the sources are “first”",
    ),
    broken(
        "link noquote",
        LINKS,
        'origin = "background"\n',
        "",
        ('links/all.toml:29: the link “mice-have-cells” has no quote; add a [[link.quote]], or origin = "background"'),
    ),
    broken(
        "bg link quote",
        LINKS,
        'phrase = "could heal"\n',
        'phrase = "could heal"\norigin = "background"\n',
        "links/all.toml:20: a background link has a quote; take the quote or “origin” away",
    ),
    broken(
        "concept noquote",
        CONCEPTS,
        (
            '[[concept.quote]]\nsource = "second"\nspans = ["Vesicles could heal mice.", "Not '
            'yet people."]\ncertainty = "hedged"\nstage = "animals"\ncues = ["could"]\n'
        ),
        "",
        ('concepts/all.toml:29: the concept “mice” has no quote; add a [[concept.quote]], or origin = "background"'),
    ),
    broken(
        "bg concept quote",
        CONCEPTS,
        'kind = "body"\n',
        'kind = "body"\norigin = "background"\n',
        ("concepts/all.toml:33: a background concept has a quote; take the quote or “origin” away"),
    ),
    broken(
        "orphan",
        CONCEPTS,
        'id = "mice"',
        'id = "rats"',
        "concepts/all.toml:30: no link begins or ends at “rats”; link it or take it away",
        "links/all.toml:20: there is no concept “mice”; write an id that is on the map",
        "links/all.toml:31: there is no concept “mice”; write an id that is on the map",
    ),
    broken(
        "alias",
        CONCEPTS,
        '    "cargo",',
        '    "cargo",\n    "bubbles",',
        ("concepts/all.toml:19: the alias “bubbles” is nowhere in the sources; copy their words or take it away"),
    ),
    broken(
        "alias part",
        CONCEPTS,
        '    "cargo",',
        '    "vesicl",',
        ("concepts/all.toml:18: the alias “vesicl” is nowhere in the sources; copy their words or take it away"),
    ),
    broken(
        "alias twice",
        CONCEPTS,
        'name = "mice"',
        'name = "mice"\naliases = ["Cargo"]',
        (
            "concepts/all.toml:32: the alias “Cargo” already belongs to the concept at "
            "concepts/all.toml:13; keep it in one"
        ),
    ),
    broken(
        "alias name",
        CONCEPTS,
        '    "cargo",',
        '    "cells",',
        (
            "concepts/all.toml:18: the alias “cells” already belongs to the concept at "
            "concepts/all.toml:1; keep it in one"
        ),
    ),
    broken(
        "alias own",
        CONCEPTS,
        '    "cargo",',
        '    "vesicles",',
        ("concepts/all.toml:18: warning: the alias “vesicles” is the concept's own name; take it away"),
    ),
    broken("empty name", CONCEPTS, 'name = "mice"', 'name = ""', "concepts/all.toml:31: “name” is empty; write it"),
    broken(
        "empty phrase", LINKS, 'phrase = "release"', 'phrase = " "', "links/all.toml:4: “phrase” is empty; write it"
    ),
    broken(
        "empty summary",
        CONCEPTS,
        'summary = "Said to be healed."',
        'summary = ""',
        "concepts/all.toml:33: “summary” is empty; write it",
    ),
    broken(
        "long summary",
        CONCEPTS,
        'summary = "Said to be healed."',
        'summary = "' + "long " * 40 + '"',
        ("concepts/all.toml:33: warning: “summary” has 200 characters; 140 or fewer are read at a glance"),
    ),
    broken(
        "long name",
        CONCEPTS,
        'name = "mice"',
        'name = "mice that are described at very great length too"',
        ("concepts/all.toml:31: warning: “name” has 48 characters; 44 or fewer are read at a glance"),
    ),
    broken(
        "long phrase",
        LINKS,
        'phrase = "release"',
        'phrase = "do something that takes very many more words"',
        ("links/all.toml:4: warning: “phrase” has 44 characters; 40 or fewer are read at a glance"),
    ),
    broken(
        "loop",
        LINKS,
        'to = "mice"',
        'to = "vesicles"',
        ("links/all.toml:20: warning: the link “vesicles-heal-mice” ends where it begins; name another concept"),
    ),
    broken(
        "same sentence",
        LINKS,
        'id = "vesicles-heal-mice"\nfrom = "vesicles"\nphrase = "could heal"\nto = "mice"',
        'id = "vesicles-heal-mice"\nfrom = "cells"\nphrase = "release"\nto = "vesicles"',
        ("links/all.toml:19: warning: says the same as the link at links/all.toml:1; make them one with two quotes"),
    ),
    broken(
        "tension dup",
        TENSIONS,
        "[[tension]]\n",
        '[[tension]]\nid = "mice-or-people"\nquestion = "Who?"\n\n[[tension]]\n',
        "tensions.toml:1: a tension has two quotes, this has 0; give it two",
        ("tensions.toml:6: the tension id “mice-or-people” is already taken at tensions.toml:1; choose another"),
    ),
    broken(
        "tension one",
        TENSIONS,
        '[[tension.quote]]\nsource = "second"\ntext = "Not yet people."',
        '[tension.other]\nsource = "second"\ntext = "Not yet people."',
        "tensions.toml:5: a tension has two quotes, this has 1; give it two",
        "tensions.toml:12: a tension has no key “other”; did you mean “quote”?",
    ),
    broken(
        "empty cue list word",
        CONCEPTS,
        'kind = "body"',
        "kind = 5",
        (
            "concepts/all.toml:32: “kind” is a number; write one of cell, vesicle, cargo, "
            "disease, therapy, body, process, outcome, evidence, analogy"
        ),
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_fault_is_told_with_its_line(small: SmallMap, case: Broken) -> None:
    assert_told(small, case)
