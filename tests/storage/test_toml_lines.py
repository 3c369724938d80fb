"""The lines of a TOML text, for texts as authors write them and for any text that tomllib takes."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from evmap.storage.findings import Path
from evmap.storage.toml_lines import Lines

TRICKY = '''\
# [[link]] in a comment
title = "a # [[link]] in a text" # and a comment
"quoted key" = 'C:\\\\'
'single.dotted' = 1
a . "b.c" . d = 1

many = """
[[link]]
id = "no link"
\\""" still the same text ""\\"
"""  # end
literal = \'\'\'
[[link]] \'\' "
\'\'\'\'\'
list = [ # a comment ]
  "one", "two",
  """three
  is long""", [1,
  2],
  { x = 1, y = [
    3 ] },
]
when = 2024-02-03 04:05:06

[table.inner]
key = 1
[[link]]
id = "first"
[[link.quote]]
text = "a"
[[link.quote]]
text = "b"
[link.quote.more]
deep = true
[[link]]
id = "second"
[[link.quote]]
"te\\u0078t" = "c"
'''


def line(words: str, nth: int = 1) -> int:
    at = -1
    for _ in range(nth):
        at = TRICKY.index(words, at + 1)
    return TRICKY.count("\n", 0, at) + 1


def test_every_kind_of_value_is_found_on_its_line() -> None:
    tomllib.loads(TRICKY)
    lines = Lines(TRICKY)
    expected: dict[Path, int] = {
        ("title",): line("title ="),
        ("quoted key",): line('"quoted key"'),
        ("single.dotted",): line("'single.dotted'"),
        ("a",): line("a ."),
        ("a", "b.c", "d"): line("a ."),
        ("many",): line("many ="),
        ("literal",): line("literal ="),
        ("list", 0): line('"one"'),
        ("list", 1): line('"one"'),
        ("list", 2): line('"""three'),
        ("list", 3): line('is long"""'),
        ("list", 3, 1): line("  2]"),
        ("list", 4): line("{ x"),
        ("list", 4, "y"): line("{ x"),
        ("list", 4, "y", 0): line("    3 ]"),
        ("when",): line("when ="),
        ("table", "inner"): line("[table.inner]"),
        ("table", "inner", "key"): line("key = 1"),
        ("link", 0): line("[[link]]", 5),
        ("link", 0, "id"): line('"first"'),
        ("link", 0, "quote", 0, "text"): line('"a"'),
        ("link", 0, "quote", 1): line("[[link.quote]]", 2),
        ("link", 0, "quote", 1, "text"): line('"b"'),
        ("link", 0, "quote", 1, "more", "deep"): line("deep ="),
        ("link", 1, "id"): line('"second"'),
        ("link", 1, "quote", 0, "text"): line('= "c"'),
    }
    assert {path: lines.of(path) for path in expected} == expected


def test_what_is_not_there_is_on_the_line_of_what_is_around_it() -> None:
    lines = Lines(TRICKY)
    assert lines.of(("link", 1, "missing")) == line("[[link]]", 6)
    assert lines.of(("link", 1, "quote", 0, "missing", 3)) == line("[[link.quote]]", 3)
    assert lines.of(("nothing",)) == 1


def test_windows_line_ends_count_once() -> None:
    assert Lines("a = 1\r\nb = 2\r\n").of(("b",)) == 2


KEYS = st.sampled_from(["id", '"a.b"', "'c d'", "x-1", '"é#["', '"q\\"q"'])
STRINGS = st.sampled_from(
    [
        '"plain"',
        '"with # and [[x]]"',
        '"esc \\" \\\\"',
        "'lit \\'",
        '"""one\n[[x]]\n"""',
        '"""a""""',
        '"""\\\n  b"""',
        "'''\n'' = 1\n'''",
        "'''a''''",
        '""',
        "''",
        '""""""',
        "''''''",
    ]
)
SCALARS = st.one_of(STRINGS, st.sampled_from(["1", "true", "-1.5e3", "0xff", "2024-02-03 04:05:06", "07:00:00"]))
GAPS = st.sampled_from(["", " ", "\n", " # note ]\n", "\n\n  "])


@st.composite
def _arrays(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    items = draw(st.lists(values, max_size=4))
    gaps = [draw(GAPS) for _ in range(2 * len(items) + 1)]
    text = "".join(f"{before}{item}{after}," for item, before, after in zip(items, gaps, gaps[1:], strict=False))
    return f"[{text}{gaps[-1]}]"


@st.composite
def _inline_tables(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    pairs = draw(st.lists(st.tuples(KEYS, values), max_size=3, unique_by=lambda pair: pair[0]))
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


VALUES = st.recursive(SCALARS, lambda inner: st.one_of(_arrays(inner), _inline_tables(inner)), max_leaves=6)
TABLES = st.tuples(
    st.sampled_from(["[[link]]", "[[ link . quote ]]", "[[other]] # note"]),
    st.lists(st.tuples(KEYS, VALUES), max_size=4, unique_by=lambda pair: pair[0]),
)


@given(st.lists(TABLES, max_size=6))
def test_every_value_is_on_the_line_it_was_written_on(tables: list[tuple[str, list[tuple[str, str]]]]) -> None:
    text = "[[link]]\n"
    expected: dict[Path, int] = {}
    links, quotes, others = 1, 0, 0
    for header, pairs in tables:
        if header == "[[link]]":
            links, quotes = links + 1, 0
            path: Path = ("link", links - 1)
        elif header.startswith("[[other"):
            others += 1
            path = ("other", others - 1)
        else:
            quotes += 1
            path = ("link", links - 1, "quote", quotes - 1)
        expected[path] = text.count("\n") + 1
        text += header + "\n"
        for key, value in pairs:
            (plain,) = tomllib.loads(f"{key} = 0")
            expected[*path, plain] = text.count("\n") + 1
            text += f"  {key}  =  {value}  # note\n"
    tomllib.loads(text)
    lines = Lines(text)
    assert {path: lines.of(path) for path in expected} == expected
