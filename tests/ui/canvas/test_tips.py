"""Tooltips show text from articles letter by letter."""

from msgspec.structs import replace
from PySide6.QtGui import QTextDocument

from evmap.graph.index import MapIndex
from evmap.ui.canvas.tips import behind_tip, links_tip, tip_for
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


def test_dots_name_what_is_behind_them() -> None:
    index = MapIndex(hand_made()[0])
    assert "1 concept behind it: cancer; click to unfold" in behind_tip(index, ("cancer",))
    several = behind_tip(index, ("cancer", "vesicles"))
    assert "2 concepts behind it: cancer, &lt;b&gt;extracellular&lt;/b&gt; vesicles" in several


def test_a_link_of_the_big_picture_tells_the_others_between_the_same_two() -> None:
    made, _ = hand_made()
    assert links_tip(MapIndex(made), "stated") == ""
    again = replace(made.links[0], id="again", subject="exosomes", phrase="return to", object="cells")
    told = links_tip(MapIndex(replace(made, links=(*made.links, again))), "stated")
    assert "body cells release exosomes" in told
    assert "exosomes return to body cells" in told
