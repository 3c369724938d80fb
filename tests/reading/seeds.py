"""The two real articles with their bodies, for tests of the reading room."""

from evmap.data import HOME
from evmap.model import Span
from evmap.reading.articles import Article
from evmap.reading.breaking import read_article
from evmap.reading.texts import decode


def _text(name: str) -> str:
    return decode((HOME / "seeds" / name).read_bytes())


def _through(text: str, first: str, last: str) -> Span:
    return text.index(first), text.index(last) + len(last)


VESICLES = _text("000_f11ccf6eb2bf0679.txt")
VESICLES_BODY = (_through(VESICLES, "Scientists discover", "how we might fix them."),)
EXOSOMES = _text("004_2e8d6595ccedaf19.txt")
EXOSOMES_BODY = (
    _through(EXOSOMES, "Exosomes from T Cells", "than ever before."),
    _through(EXOSOMES, "The next revolution", "just be microscopic."),
)


def vesicles() -> Article:
    return read_article(VESICLES, VESICLES_BODY)


def exosomes() -> Article:
    return read_article(EXOSOMES, EXOSOMES_BODY)
