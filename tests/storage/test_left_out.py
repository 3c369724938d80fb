"""Why passages are left out, for readers."""

from pathlib import Path

from evmap import data
from evmap.reading.breaking import read_article
from evmap.storage.left_out import WhyLeftOut, read_reasons
from evmap.storage.opening import open_map
from evmap.storage.seeds import source_text

_OPENED = open_map()
_SOURCES = {source.id: source for source in _OPENED.map.sources}
ARTICLES = {key: read_article(source_text(each, _OPENED.folder), each.body) for key, each in _SOURCES.items()}


def test_every_reason_is_that_of_a_whole_passage() -> None:
    reasons = read_reasons(data.SHIPPED_MAP, ARTICLES)
    passages = {(key, (each.start, each.end)) for key, article in ARTICLES.items() for each in article.passages}
    assert reasons
    assert set(reasons) <= passages
    texts = {ARTICLES[key].text[slice(*span)]: why for (key, span), why in reasons.items()}
    assert texts["You’re not alone."] == WhyLeftOut("rhetoric", "Speaks to the reader.")


def test_what_cannot_be_read_has_no_reasons(tmp_path: Path) -> None:
    assert read_reasons(tmp_path, ARTICLES) == {}
    assert read_reasons(tmp_path / "nowhere", ARTICLES) == {}
    (tmp_path / "map.toml").write_text("", encoding="utf-8")
    for wrong in ("left_out = 3", "[[left_out]]\nsource = 'cancer'", "no TOML at all"):
        (tmp_path / "left-out.toml").write_text(wrong, encoding="utf-8")
        assert read_reasons(tmp_path, ARTICLES) == {}


def test_what_is_not_in_the_article_has_no_reason(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text("", encoding="utf-8")
    row = '[[left_out]]\nsource = "{}"\ntext = "{}"\nreason = "rhetoric"\n'
    rows = (("cancer", "You’re not alone."), ("cancer", "Nowhere to be found."), ("other", "You’re not alone."))
    text = "".join(row.format(source, words) for source, words in rows)
    (tmp_path / "left-out.toml").write_text(text, encoding="utf-8")
    assert list(read_reasons(tmp_path, ARTICLES).values()) == [WhyLeftOut("rhetoric", "")]
