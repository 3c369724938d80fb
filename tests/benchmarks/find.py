"""What finding costs, with 20,000 passages on maps of three sizes, against a plain look through all their texts.

The plain look folds case and finds one exact run of letters: it knows no plurals, no typing errors, no order.
"""

import gc
import random
from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from evmap.graph.index import MapIndex
from evmap.graph.search.asking import ask
from evmap.graph.search.hits import Found
from evmap.graph.search.index import SearchIndex
from evmap.model import Source
from evmap.reading.articles import Article
from evmap.reading.breaking import read_article
from evmap.reading.texts import word_set
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import load_theme
from evmap.workspace.opening import open_workspace
from tests.benchmarks.timing import Row, row, spent
from tests.made_maps import generated_map

PASSAGES = 20_000
_SENTENCES = 5
"""In a paragraph."""
_SYLLABLES = sorted(word_set("ka lo mi ren tus vel dra po sin ter fu gal hem ic ox pha sal thi um ve zym cor bra dex"))
_COMMON = sorted(word_set("the a of exosome exosomes vesicle carries carry tumour tumor signal cell to in"))
_QUESTIONS = {
    "a word": "exosome",
    "one letter": "e",
    "two words": "carries tumour",
    "the beginning of a word": "vesi",
    "a typing error": "exosone",
    "a sentence": "the exosome carries a signal to the tumour",
    "nothing like it": "qxqxqxqx",
}


def rows(sizes: tuple[int, ...], runs: int) -> Iterator[Row]:
    """Finding on maps of these sizes, and what one sees on the shipped map after a key."""
    article = made_article(PASSAGES)
    for size in sizes:
        yield from _of_size(size, article, runs)
    yield from _on_screen(runs)


def _of_size(size: int, article: Article, runs: int) -> Iterator[Row]:
    source = Source("s", "Made up", False, "s.txt", ((0, len(article.text)),))
    concept_map = replace(generated_map(size), sources=(source,))
    index = SearchIndex(MapIndex(concept_map))
    steps = []
    gc.collect()
    gc.freeze()  # as the app does after its first paint: what a start makes, stays
    filling = index.fill(lambda _: article)
    is_filled = False

    def fill() -> None:
        nonlocal is_filled
        is_filled = next(filling, None) is None

    while not is_filled:
        steps.append(spent(fill))
    texts = [concept.name for concept in concept_map.concepts] + [index.map.sentence(link) for link in index.links]
    texts += [article.text[passage.start : passage.end] for passage in article.passages]
    name = f"{size} concepts, {len(index.passages)} passages"
    plain = [spent(lambda: [text for text in texts if "exosome" in text.casefold()]) for _ in range(runs)]
    yield row(f"index all, {name}", [sum(steps)], plain)
    yield row(f"longest step of it, {name}", [max(steps)], plain, "50 ms")
    for what, asked in _QUESTIONS.items():
        taken = [spent(lambda asked=asked: _look(index, asked)) for _ in range(runs)]  # type: ignore[misc]
        yield row(f"find {what}, {name}", taken, plain, "50 ms")
    gc.unfreeze()


def _look(index: SearchIndex, asked: str) -> Found:
    """Ask, and make the hits that are in sight."""
    found = ask(index, asked)
    for at in range(min(len(found), 20)):
        index.hit(found, at)
    return found


def _on_screen(runs: int) -> Iterator[Row]:
    """From a key in the field to the painted list, against the painting of that list alone."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = MainWindow(open_workspace(), load_theme("light"), Settings())
    window.resize(1366, 768)
    window.show()
    window.fill()
    window.commands.finding.find()
    while not window.workspace.finding.prepare(1.0):
        pass
    bar = window.find_bar
    for typed in ("c", "cell", "exosone", "exoxxxes"):
        taken, floors = [], []
        for _ in range(runs):
            bar.field.setText("")
            bar.field.textEdited.emit("")
            bar.drop.grab()
            bar.field.setText(typed)

            def press(typed: str = typed) -> None:
                bar.field.textEdited.emit(typed)
                bar.drop.grab()

            taken.append(spent(press))
            floors.append(spent(bar.drop.grab))
        yield row(f"type “{typed}” on the shipped map", taken, floors, "16 ms")
    window.close()


def made_article(passages: int) -> Article:
    """An article of so many sentences of a few thousand different words."""
    rng = random.Random(5)
    words = ["".join(rng.sample(_SYLLABLES, rng.choice((2, 3, 4)))) for _ in range(6000)]
    words += _COMMON * 60
    sentences = (" ".join(rng.choices(words, k=18)).capitalize() + "." for _ in range(passages))
    lines = [" ".join(next(sentences) for _ in range(_SENTENCES)) for _ in range(passages // _SENTENCES)]
    text = "\n\n".join(lines)
    return read_article(text, ((0, len(text)),))
