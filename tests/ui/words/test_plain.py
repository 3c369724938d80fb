"""Text from outside is shown letter by letter."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel

from evmap.ui.words.plain import (
    breakable,
    closed,
    ellipsis_end,
    ellipsis_start,
    showable,
    tip,
    utf16_length,
    window_title,
)

any_text = st.text(st.characters(), max_size=40)


@given(any_text)
def test_showing_keeps_one_code_point_for_one(text: str) -> None:
    shown = showable(text)
    assert len(shown) == len(text)
    assert showable(shown) == shown
    assert len(shown.encode("utf-16-le")) // 2 == utf16_length(shown)


def test_what_can_be_shown_is_not_changed() -> None:
    text = "“T cells” — don’t… • e\u0301 \U0001f600 \u202e אב\tend"
    assert showable(text) == text


def test_what_breaks_a_layout_gets_a_stand_in() -> None:
    assert showable("a\x00b\ud800c\r\nd\ufdd0") == "a␀b\ufffdc  d\ufffd"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Zs")), min_size=1, max_size=30))
def test_a_tip_shows_markup_literally(text: str) -> None:
    document = QTextDocument()
    document.setHtml(tip(f"<b>{text}</b>"))
    shown = document.toPlainText().replace("\u200b", "")  # a place to break an endless word, not to be seen
    assert shown == showable(f"<b>{text}</b>").strip().replace("\u200b", "")


def test_endless_words_get_places_to_break() -> None:
    path = "/home/someone/" + "deep/" * 50
    shown = breakable(path)
    assert shown.replace("\u200b", "") == path
    assert max(map(len, shown.split("\u200b"))) == 24
    assert breakable("usual words stay as they are") == "usual words stay as they are"


def test_an_empty_tip_is_no_tip() -> None:
    assert tip("") == ""


def test_qt_keeps_what_is_showable(qapp: QApplication) -> None:
    text = showable("a\x00b\ud800\ufdd0\U0001f600")
    assert QLabel(text).text() == text


def test_a_title_that_looks_like_a_sign_of_unsaved_changes_is_shown(qapp: QApplication) -> None:
    assert window_title("A [*] map\x00") == "A [*][*] map␀"
    assert window_title(" ") == "Untitled map"


def test_a_change_of_direction_ends_where_its_text_ends() -> None:
    assert closed("\u202eabc") == "\u202eabc\u202c"
    assert closed("\u2067a\u202bb") == "\u2067a\u202bb\u202c\u2069"
    assert closed("\u2067a\u2069") == "\u2067a\u2069"
    assert closed("plain") == "plain"


def test_cutting_happens_at_words() -> None:
    text = "one two three four"
    assert ellipsis_start(text, 100) == text
    assert ellipsis_start(text, 7) == "…\u00a0four"
    assert ellipsis_end(text, 9) == "one two\u00a0…"
    assert ellipsis_end("a\n  b", 9) == "a b"
