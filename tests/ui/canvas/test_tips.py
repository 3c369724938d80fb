"""Tooltips show text from articles letter by letter."""

from PySide6.QtGui import QTextDocument

from evmap.graph.index import MapIndex
from evmap.ui.canvas.tips import tip_for
from tests.ui.canvas.hand_made import hand_made


def shown(tip: str) -> str:
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_markup_in_a_name_is_shown_as_it_is() -> None:
    index = MapIndex(hand_made()[0])
    assert shown(tip_for(index, "vesicles")) == "<b>extracellular</b> vesicles"


def test_a_link_is_told_as_a_sentence() -> None:
    index = MapIndex(hand_made()[0])
    assert shown(tip_for(index, "hedged")) == "exosomes could lead to exosome therapy"
