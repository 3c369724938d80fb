"""A small map that is right in every way, written to a folder, for tests that break one thing in it."""

from pathlib import Path

CELLS_ARTICLE = """\
Menu Home About
What cells do
Cells release vesicles. The vesicles carry “cargo”, and they may help the body.
It is a postal service!
- Cells eat. Cells sleep.
Share this page
"""

HOPE_ARTICLE = """\
Mice get well

Vesicles could heal mice. Not yet people. So they say.
Leave a Reply
"""

MAP = """\
title = "Small map"
question = "What do cells send?"

[[source]]
id = "first"
title = "What cells do"
untitled = true
file = "articles/cells.txt"

[[source.furniture]]
what = "menu"
begins = "Menu"
ends = "About"

[[source.furniture]]
what = "share prompt"
begins = "Share this page"

[[source]]
id = "second"
title = "Mice get well"
file = "articles/hope.txt"

[[source.furniture]]
what = "reply form"
begins = "Leave a Reply"
"""

CONCEPTS = """\
[[concept]]
id = "cells"
name = "cells"
kind = "cell"
summary = "They release vesicles."

[[concept.quote]]
source = "first"
text = "Cells release vesicles."
certainty = "stated"
stage = "general"

[[concept]]
id = "vesicles"
name = "vesicles"
kind = "vesicle"
aliases = [
    "cargo",
]
summary = "What cells release."

[[concept.quote]]
source = "first"
text = "The vesicles carry “cargo”, and they may help the body."
certainty = "hedged"
stage = "general"
cues = ["may"]

[[concept]]
id = "mice"
name = "mice"
kind = "body"
summary = "Said to be healed."

[[concept.quote]]
source = "second"
spans = ["Vesicles could heal mice.", "Not yet people."]
certainty = "hedged"
stage = "animals"
cues = ["could"]
"""

LINKS = """\
[[link]]
id = "cells-release-vesicles"
from = "cells"
phrase = "release"
to = "vesicles"

[[link.quote]]
source = "first"
text = "Cells release vesicles."
certainty = "stated"
stage = "general"
subject = "Cells"
says = "release"
object = "vesicles"

[[link]]
id = "vesicles-heal-mice"
from = "vesicles"
phrase = "could heal"
to = "mice"

[[link.quote]]
source = "second"
text = "Vesicles could heal mice."
certainty = "hedged"
stage = "animals"
cues = ["could"]

[[link]]
id = "mice-have-cells"
from = "mice"
phrase = "are made of"
to = "cells"
origin = "background"
note = "No article says so."
"""

LEFT_OUT = """\
[[left_out]]
source = "first"
text = "What cells do"
reason = "heading"

[[left_out]]
source = "first"
text = "It is a postal service!"
reason = "rhetoric"

[[left_out]]
source = "first"
text = "Cells eat."
reason = "anecdote"

[[left_out]]
source = "first"
text = "Cells sleep."
reason = "anecdote"

[[left_out]]
source = "second"
text = "Mice get well"
reason = "heading"
"""

TENSIONS = """\
[[tension]]
id = "mice-or-people"
question = "Who is healed?"

[[tension.quote]]
source = "second"
text = "Vesicles could heal mice."
certainty = "hedged"
stage = "animals"
cues = ["could"]

[[tension.quote]]
source = "second"
text = "Not yet people."
certainty = "stated"
stage = "humans not yet"
negated = true
"""

TOUR = """\
id = "first-tour"
title = "First tour"
question = "What do cells do?"

[[step]]
title = "They release"
focus = ["cells"]
links = ["cells-release-vesicles"]
notes = "Look at the cells."

[step.quote]
source = "second"
text = "So they say."
certainty = "stated"
stage = "none"
"""

PLACES = """\
{"concepts":{
"cells":[0.0,0.0,80.0,40.0],
"vesicles":[200.0,0.0,80.0,40.0],
"mice":[200.0,200.0,80.0,40.0]
},
"links":{
"cells-release-vesicles":{"points":[[80.0,20.0],[200.0,20.0]],"phrase":[110.0,12.0,60.0,16.0]},
"vesicles-heal-mice":{"points":[[240.0,40.0],[240.0,200.0]],"phrase":[210.0,112.0,60.0,16.0]},
"mice-have-cells":{"points":[[200.0,200.0],[80.0,40.0]],"phrase":[110.0,112.0,60.0,16.0]}
}}
"""

BIG_PICTURE = """\
{"places":{"concepts":{
"vesicles":[200,0,80,40]
},"links":{}},
"behind":{"vesicles":["mice"]}}
"""

FILES = {
    "map.toml": MAP,
    "concepts/all.toml": CONCEPTS,
    "links/all.toml": LINKS,
    "left-out.toml": LEFT_OUT,
    "tensions.toml": TENSIONS,
    "tours/1-first.toml": TOUR,
    "places.json": PLACES,
    "big-picture.json": BIG_PICTURE,
    "articles/cells.txt": CELLS_ARTICLE,
    "articles/hope.txt": HOPE_ARTICLE,
}


class SmallMap:
    """The small map in a folder of its own."""

    def __init__(self, parent: Path) -> None:
        self.folder = parent / "map"
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def replace(self, name: str, old: str, new: str) -> None:
        """Change one place of a file; it must be there exactly once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def append(self, name: str, more: str) -> None:
        self.write(name, self.read(name) + more)

    def line(self, name: str, words: str, nth: int = 1) -> int:
        """The line of the nth place of some words in a file."""
        at = -1
        text = self.read(name)
        for _ in range(nth):
            at = text.index(words, at + 1)
        return text.count("\n", 0, at) + 1

    def told(self, name: str, words: str, nth: int = 1) -> str:
        """How a fault at these words begins."""
        return f"{self.folder}/{name}:{self.line(name, words, nth)}: "
