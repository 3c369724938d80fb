"""From the offsets of an article to places on the page, whatever characters stand between."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from evmap.reading.breaking import read_article
from evmap.ui.panels.reader.text import ReaderText
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable

ODD = {
    "plain": "A heading\n\nFirst words here. Second words.\n\n- a bullet\n- another bullet",
    "emoji": "Smile \U0001f600 and \U0001f9ec go.\n\nThen words.",
    "control": "a\x00b words\x1b here.",
    "surrogate": "a \ud800 b words.",
    "crlf": "One line.\r\n\r\nTwo words.\r\n",
    "bom": "\ufeffOne line. Two words.",
    "bidi": "left \u202eright\u202c words אבג.",
    "combining": "cafe\u0301 words n\u0303o.",
    "frame marks": "a \ufdd0\ufdd1 b \ufffc words.",
    "markup": "<b>bold</b> &amp; <script>words</script>",
    "empty": "",
    "one long line": "words " * 20_000,
}


@pytest.mark.parametrize("name", ODD)
def test_every_passage_is_found_where_it_is_shown(qapp: QApplication, light: Theme, name: str) -> None:
    text = ODD[name]
    article = read_article(text, ((0, len(text)),) if text else ())
    document = QTextDocument()
    written = ReaderText(article, light, "<i>Title</i>", with_furniture=True)
    written.write(document, 64)
    assert document.toPlainText().startswith("<i>Title</i>")
    for passage in article.passages:
        shown = "".join(each.selectedText() for each in written.cursors(document, (passage.start, passage.end)))
        expected = showable(text[passage.start : passage.end])
        assert shown.replace("\xa0", " ") == expected.replace("\xa0", " ")


def test_what_is_not_shown_has_no_place(qapp: QApplication, light: Theme) -> None:
    text = "Menu\n\nBody words here."
    article = read_article(text, ((6, len(text)),))
    document = QTextDocument()
    written = ReaderText(article, light, "T", with_furniture=False)
    written.write(document, 64)
    assert written.furniture == 1
    assert written.position(1) is None
    assert written.cursors(document, (0, 4)) == []
    assert document.toPlainText() == "T\nBody words here."
