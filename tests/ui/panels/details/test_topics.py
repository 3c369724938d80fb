"""The pages "Read with care" and "Not in the sources", and the ladder of evidence, on the shipped map."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.model import Flag, Nature, Origin, Stage
from evmap.ui.main_window import MainWindow
from evmap.ui.panels.details.care_page import flagged
from evmap.ui.panels.details.gaps_page import open_passages
from evmap.ui.panels.details.ladder import RUNGS, ladder_words, standing_on
from evmap.ui.parts.blocks import BlockButton
from evmap.ui.parts.fold import Fold, FoldHeader, Pair
from evmap.ui.parts.pointing import touched_by
from evmap.workspace import Spotlight, Topic
from tests.ui.looking import button, cards, focused, text_of

ALT = Qt.KeyboardModifier.AltModifier


def folds(window: MainWindow) -> list[FoldHeader]:
    return [each for each in window.details.findChildren(FoldHeader) if each.isVisibleTo(window.details)]


def topic(window: MainWindow) -> Topic:
    return window.workspace.topic


def test_care_lists_every_tension_and_kind_of_wording(shipped: MainWindow) -> None:
    QTest.keyClick(shipped, Qt.Key.Key_3, ALT)
    names = [each.accessibleName() for each in folds(shipped)]
    assert names[:10] == [each.question for each in shipped.workspace.map.tensions]
    assert [each.split(" · ")[0] for each in names[10:]] == [
        "Strong words",
        "Says all or only",
        "An opinion",
        "A figure of speech",
    ]
    assert "10 pairs" in text_of(shipped.details)


def test_a_tension_unfolds_both_passages_and_shows_them_on_the_map(shipped: MainWindow) -> None:
    QTest.keyClick(shipped, Qt.Key.Key_3, ALT)
    assert focused() is folds(shipped)[0]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    tension = shipped.workspace.map.tensions[0]
    assert [each.quote for each in cards(shipped.details)] == list(tension.quotes)
    touched = {
        each.item.id for quote in tension.quotes for each in shipped.workspace.quoting.at(quote.source, quote.spans)
    }
    light = shipped.workspace.spotlight
    assert touched == {*light.concepts, *light.links}
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is cards(shipped.details)[0]
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert shipped.workspace.reading
    assert shipped.workspace.reading.spans == tension.quotes[0].spans
    assert topic(shipped) is Topic.CARE
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert topic(shipped) is Topic.SELECTION


def test_two_passages_stand_beside_each_other_as_long_as_they_are_unfolded(shipped: MainWindow, qtbot: QtBot) -> None:
    before = shipped.splitter.sizes()
    shipped.commands.topics.show_care()
    header = folds(shipped)[0]
    header.click()
    pair = shipped.details.findChildren(Pair)[0]
    qtbot.waitUntil(lambda: pair.is_beside)
    first, second = cards(shipped.details)
    qtbot.waitUntil(lambda: first.y() == second.y() and first.height() >= first.heightForWidth(first.width()))
    assert shipped.splitter.sizes()[0] == before[0]
    assert shipped.splitter.widths == tuple(before)
    header.click()
    qtbot.waitUntil(lambda: shipped.splitter.sizes() == before)
    header.click()
    qtbot.waitUntil(lambda: pair.is_beside)
    shipped.workspace.select_concept("exosomes")
    qtbot.waitUntil(lambda: shipped.splitter.sizes() == before)


def test_where_the_map_would_have_too_little_two_passages_stand_below_each_other(
    shipped: MainWindow, qtbot: QtBot
) -> None:
    shipped.resize(900, 700)
    before = shipped.splitter.sizes()
    shipped.commands.topics.show_care()
    folds(shipped)[0].click()
    first, second = cards(shipped.details)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert shipped.splitter.sizes() == before
    shipped.resize(1900, 700)
    shipped.splitter.setSizes([200, 900, 800])
    qtbot.waitUntil(lambda: first.y() == second.y())


def test_flagged_wording_is_all_there(shipped: MainWindow) -> None:
    found = flagged(shipped.workspace)
    assert set(found) == set(Flag)
    for flag, passages in found.items():
        assert all(flag in passage.quote.flags for passage in passages)
        covered = {(each.quote.source, span) for each in passages for span in each.quote.spans}
        for each in shipped.workspace.quoting.all:
            if flag in each.quote.flags:
                assert any(
                    source == each.quote.source and a <= each.quote.spans[0][0] < b for source, (a, b) in covered
                )


def test_gaps_list_what_is_ours_and_what_is_left_open(shipped: MainWindow) -> None:
    QTest.mouseClick(button(shipped.details, "Not in the sources"), Qt.MouseButton.LeftButton)
    assert shipped.workspace.topic is Topic.GAPS
    assert button(shipped.details, "exosomes are a kind of extracellular vesicles").isVisible()
    assert "Neither says it" in text_of(shipped.details)
    assert "our description" in text_of(shipped.details)
    fold = folds(shipped)[0]
    assert fold.accessibleName() == f"They ask, or look ahead · {len(open_passages(shipped.workspace))}"
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert shipped.details.page
    for each in shipped.details.findChildren(Fold):
        each.repaint()
    assert any(card.quote.text.startswith("Could Tiny Cell Packages") for card in cards(shipped.details))


def test_clicking_what_is_ours_leaves_the_page_for_its_own(shipped: MainWindow) -> None:
    shipped.commands.topics.show_gaps()
    QTest.mouseClick(
        button(shipped.details, "exosomes are a kind of extracellular vesicles"), Qt.MouseButton.LeftButton
    )
    assert shipped.workspace.topic is Topic.SELECTION
    assert shipped.workspace.selection.only_link == "exosomes-are-a-kind-of-vesicles"


def test_the_same_key_opens_and_closes_a_page(shipped: MainWindow) -> None:
    QTest.keyClick(shipped, Qt.Key.Key_4, ALT)
    assert topic(shipped) is Topic.GAPS
    QTest.keyClick(shipped, Qt.Key.Key_4, ALT)
    assert topic(shipped) is Topic.SELECTION


def test_the_ladder_counts_each_rung_and_shows_its_passages(shipped: MainWindow) -> None:
    link = next(
        each
        for each in shipped.workspace.map.links
        if any(quote.stage is Stage.ANIMALS and quote.nature is Nature.CLAIM for quote in each.quotes)
    )
    shipped.workspace.select_link(link.id)
    evidence = folds(shipped)[0]
    assert evidence.accessibleName() == f"Evidence: {ladder_words(link.quotes)}"
    assert "in animals" in evidence.accessibleName()
    before = len(cards(shipped.details))
    QTest.mouseClick(evidence, Qt.MouseButton.LeftButton)
    assert "In the lab: none" in text_of(shipped.details)
    rung = next(each for each in folds(shipped) if each.accessibleName().startswith("In animals"))
    rung.setFocus()
    QTest.keyClick(rung, Qt.Key.Key_Space)
    assert len(cards(shipped.details)) > before


def test_every_quote_stands_on_the_ladder_or_below_it(shipped: MainWindow) -> None:
    for each in shipped.workspace.quoting.all:
        rungs = [rung for rung in RUNGS if standing_on(rung, [each.quote])]
        assert len(rungs) == (
            2 if each.quote.stage is Stage.LAB_AND_ANIMALS and each.quote.nature is Nature.CLAIM else 1
        )
        if each.quote.nature is not Nature.CLAIM:
            assert not rungs[0].is_evidence


def test_a_folded_line_leads_to_the_next_by_tab(shipped: MainWindow) -> None:
    shipped.commands.topics.show_care()
    first, second = folds(shipped)[:2]
    assert focused() is first
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert focused() is second
    assert isinstance(focused(), BlockButton)


def come(widget: QWidget) -> None:
    """The pointer comes; said by event, as the offscreen screen is narrower than the window."""
    at = QPointF(12, 6)
    QApplication.sendEvent(widget, QEnterEvent(at, at, widget.mapToGlobal(at)))


def leave(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def test_pointing_at_a_passage_lights_what_it_touches_and_chooses_nothing(shipped: MainWindow, qtbot: QtBot) -> None:
    workspace = shipped.workspace
    shipped.commands.views.show_atlas()
    shipped.commands.topics.show_care()
    folds(shipped)[-1].click()
    chosen, card = workspace.selection, cards(shipped.details)[0]
    come(card)
    passage = list(flagged(workspace).values())[-1][0]
    qtbot.waitUntil(lambda: workspace.glance == touched_by(workspace, passage.judged))
    assert passage.quote == card.quote
    assert workspace.selection == chosen
    leave(card)
    qtbot.waitUntil(lambda: workspace.glance is None)


def test_the_keyboard_lights_what_its_focus_is_on(shipped: MainWindow, qtbot: QtBot) -> None:
    workspace = shipped.workspace
    shipped.commands.views.show_atlas()
    QTest.keyClick(shipped, Qt.Key.Key_3, ALT)
    tension = workspace.map.tensions[0]
    qtbot.waitUntil(lambda: workspace.glance == touched_by(workspace, tension.quotes))
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: workspace.glance == touched_by(workspace, workspace.map.tensions[1].quotes))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    shipped.canvas.setFocus()
    qtbot.waitUntil(lambda: workspace.glance is None)


def test_a_link_of_ours_is_pointed_at_from_its_row(shipped: MainWindow, qtbot: QtBot) -> None:
    workspace = shipped.workspace
    shipped.commands.views.show_atlas()
    QTest.keyClick(shipped, Qt.Key.Key_4, ALT)
    ours = next(link for link in workspace.map.links if link.origin is Origin.BACKGROUND)
    row = button(shipped.details, workspace.index.sentence(ours))
    come(row)
    qtbot.waitUntil(lambda: workspace.hovered == ours.id)
    assert workspace.index.sentence(ours) in text_of(shipped.status)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    leave(row)
    qtbot.wait(150)
    assert workspace.hovered == ours.id
    shipped.canvas.setFocus()
    qtbot.waitUntil(lambda: workspace.hovered is None)


def test_a_passage_that_is_opened_is_one_step(shipped: MainWindow) -> None:
    workspace = shipped.workspace
    shipped.commands.topics.show_care()
    folds(shipped)[-1].click()
    before = len(workspace.history.earlier)
    cards(shipped.details)[0].click()
    assert workspace.reading is not None
    assert len(workspace.history.earlier) == before + 1
    assert workspace.selection
    workspace.history.back()
    assert workspace.reading is None
    assert not workspace.selection


def test_a_glance_at_what_is_not_in_this_view_fades_nothing(shipped: MainWindow) -> None:
    workspace = shipped.workspace
    before = shipped.canvas.shot
    assert workspace.big_picture
    away = next(each for each in workspace.index.concepts if each not in workspace.big_picture.places.concepts)
    workspace.glance_at(Spotlight(concepts=(away,)))
    assert shipped.canvas.shot == before
