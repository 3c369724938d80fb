"""Long passages are cut round what was found."""

from hypothesis import given
from hypothesis import strategies as st

from evmap.ui.finding.excerpts import excerpt

LONG = "One begins here and says many things, " * 6 + "then comes the needle in it, " + "and goes on for long. " * 8


def test_a_short_text_stays_whole() -> None:
    assert excerpt("A short text.", ((2, 7),)) == ("A short text.", ((2, 7),))


def test_the_mark_is_in_sight_and_words_stay_whole() -> None:
    at = LONG.index("needle")
    text, marks = excerpt(LONG, ((at, at + 6),))
    assert [text[start:end] for start, end in marks] == ["needle"]
    assert text.startswith("…")
    assert text.endswith("…")
    assert all(word in LONG.split() for word in text.strip("…").split())
    assert len(text) <= 152


@given(st.text(max_size=600), st.data())
def test_any_text_and_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marks = ((start, end),) if start < end else ()
    shown, kept = excerpt(text, marks, most=60)
    assert len(shown) <= 62
    for low, high in kept:
        assert 0 <= low < high <= len(shown)
    if marks:
        assert kept
        assert shown[kept[0][0] : kept[0][1]] in text[start:end]
