"""Texts that break things: odd characters, odd line ends, and far too much of one thing."""

from hypothesis import strategies as st

ODD_TEXTS = {
    "empty": "",
    "blank": " \t\n\u3000\r\n\ufeff\u200b ",
    "nul": "T cells\0 kill.\0\nNul \0 stays.",
    "lone surrogates": "T cells \ud800 kill. \udfff\n\udc00",
    "bidi controls": "\u202eT cells\u202c kill. \u2066Exosomes\u2069 help.",
    "decomposed": "Nai\u0308ve T cells kill. Nai\u0308ve cells do not.",
    "crlf": "A Title\r\n\r\nT cells kill. They do.\r\n- one\r\n- two\r\n",
    "cr": "A Title\r\rT cells kill. They do.\r- one\r- two\r",
    "byte order mark": "\ufeffA Title\n\nT cells kill.",
    "separators": "A Title\u2028\u2029T cells kill.\x85They do.\x0b\x0cYes.",
}

_WORST_UNITS = (
    "a",
    ".",
    "A. ",
    '"',
    "?” ",
    "\n",
    "\r\n",
    "•",
    "• a\n",
    "([",
    "Previous in ",
    "Previous in Cells\n",
    "cell ",
    "T cell-",
    "T cell\n",
    "a'",
    "e\u0301",
    "İ",
    "… ",
    "x.Share this:",
    "Related posts\nA Title\n",
    "ab.Cd",
    "\ud800",
    "> ",
)
LENGTH = 300_000
"""Enough for quadratic work to take hours, and little enough for linear work to take a second."""
_PROSE = "This line is long enough to be taken for a sentence of the article itself.\n"
_BOX = "Related posts\nTitle A\nTitle B\n" + _PROSE
WORST_TEXTS = {
    **{repr(unit): unit * (LENGTH // len(unit)) for unit in _WORST_UNITS},
    "boxes": _BOX * (LENGTH // len(_BOX)) + _PROSE,
}

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
"""Every code point may be in it, lone surrogates too."""

page_like = st.lists(
    st.sampled_from(
        [
            *("T cell", "exosomes", "The", "a", "mRNA", "Dr.", "e.g.", "et al.", "2.5", "U.S.", "CD8+", "Share this:"),
            *(" ", " ", " ", "\n", "\n\n", "\r\n", ". ", "? ", "! ", "… ", ".", "“", "”", "’s", "-", "—", ", ", ": "),
            *("\n• ", "\n- ", "\n1. ", "\nRelated posts\n", "\nLeave a Reply\n", "Leave a comment below. ", "Next in "),
        ]
    ),
    max_size=60,
).map("".join)
"""Text made of the pieces that the rules look at."""
