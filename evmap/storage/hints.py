"""Why a text is not found in an article, said so that its author can mend it at a glance."""

from evmap.reading.texts import fold
from evmap.storage.faults import shown
from evmap.storage.library import CheckedArticle

_MOST_LOOKED_THROUGH = 500_000_000
"""So many characters are looked through for the hints of one check: thousands of hints in common articles."""


class Hints:
    """Looks for the nearest thing to a text that is not there."""

    def __init__(self, articles: dict[str, CheckedArticle]) -> None:
        self._articles = articles
        self._looked_through = 0

    def why(self, wanted: str, prefix: str, article: CheckedArticle) -> str:
        """What to do about a text that is not found in the body of an article."""
        if self._looked_through > _MOST_LOOKED_THROUGH:
            return "copy it from the article"
        self._looked_through += len(article.text) * len(wanted).bit_length()
        return (
            _without_prefix(wanted, prefix, article)
            or _in_furniture(wanted, article)
            or self._elsewhere(wanted, article)
            or _spelled_otherwise(wanted, article)
            or _agrees_at_first(wanted, article)
            or "nothing there is like it; copy it from the article"
        )

    def _elsewhere(self, wanted: str, article: CheckedArticle) -> str:
        for name, other in self._articles.items():
            if other is not article and wanted in other.text:
                return f"it is in the source {shown(name)}; name that as its “source”"
        return ""


def _without_prefix(wanted: str, prefix: str, article: CheckedArticle) -> str:
    if prefix and _in_body(article.text, wanted, article) >= 0:
        return f"not with {shown(prefix)} right before it; copy the prefix up to the very character before"
    return ""


def _in_furniture(wanted: str, article: CheckedArticle) -> str:
    at = article.text.find(wanted)
    if at < 0:
        return ""
    what = article.furniture_at((at, at + len(wanted))) or "between its parts"
    return f"it stands in page furniture ({what}), which is never quoted; quote the article itself"


def _spelled_otherwise(wanted: str, article: CheckedArticle) -> str:
    at = _in_body(article.folded, fold(wanted), article)
    if at < 0:
        return ""
    for index, (ours, theirs) in enumerate(zip(wanted, article.text[at : at + len(wanted)], strict=False)):
        if ours != theirs:
            near = article.text[max(at, at + index - 12) : at + index + 8]
            return f"the article has {_named(theirs)} where this has {_named(ours)}, in {shown(near)}; copy it exactly"
    return ""


def _agrees_at_first(wanted: str, article: CheckedArticle) -> str:
    """The longest beginning that is there: if a beginning is there, every shorter one is, so halving finds it."""
    folded = fold(wanted)
    there, not_there = 0, len(folded)
    while not_there - there > 1:
        middle = (there + not_there) // 2
        if _in_body(article.folded, folded[:middle], article) >= 0:
            there = middle
        else:
            not_there = middle
    if there < min(8, len(folded) // 2):
        return ""
    at = _in_body(article.folded, folded[:there], article)
    agreed = shown(wanted[max(0, there - 24) : there])
    goes_on = shown(article.text[at + max(0, there - 12) : at + there + 20])
    return f"it agrees up to {agreed}, where the article has {goes_on}; copy it exactly"


def _in_body(text: str, wanted: str, article: CheckedArticle) -> int:
    for start, end in article.body:
        at = text.find(wanted, start, end)
        if at >= 0:
            return at
    return -1


def _named(char: str) -> str:
    names = {"‘": "a curly ‘", "’": "a curly ’", "“": "a curly opening quote", "”": "a curly closing quote"}
    names |= {"'": "a straight '", '"': 'a straight "', "—": "a long dash —", "–": "a dash –", "-": "a hyphen -"}
    names |= {"\u00a0": "a no-break space", " ": "a space", "\n": "a line break", "…": "one character …"}
    return names.get(char) or shown(char)
