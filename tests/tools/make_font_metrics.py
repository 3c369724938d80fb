"""Writes resources/fonts/metrics.json, the text widths for the layout: ``python -m tests.tools.make_font_metrics``."""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from evmap import data

# fontTools is wanted by this tool alone: tests and type checks do without it.
TTFont: Any = import_module("fontTools.ttLib").TTFont
Font = Any

FACES: Mapping[str, str] = {
    "sans-regular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "sans-semibold": "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "sans-bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "sans-italic": "AtkinsonHyperlegibleNext-Italic.ttf",
    "sans-semibold-italic": "AtkinsonHyperlegibleNext-SemiBoldItalic.ttf",
    "serif-regular": "SourceSerif4-Regular.ttf",
    "serif-italic": "SourceSerif4-It.ttf",
    "serif-semibold": "SourceSerif4-Semibold.ttf",
}
# A character that the sans lacks is drawn from the serif (the families of every font are named in that order).
STAND_IN: Mapping[str, str] = {
    "sans-regular": "serif-regular",
    "sans-semibold": "serif-semibold",
    "sans-bold": "serif-semibold",
    "sans-italic": "serif-italic",
    "sans-semibold-italic": "serif-italic",
}
ASCII = [chr(code) for code in range(0x20, 0x7F)]
PUNCTUATION = list("–—‘’“”…•¶→←↗↑↓−×≥≤‹›")
CHARACTERS = ASCII + [chr(code) for code in range(0xA0, 0x180) if code != 0xAD] + PUNCTUATION
# Pairs of other characters are rare in names and phrases, and each pair costs bytes that the start may have to read.
KERNED = [char for char in ASCII if char.isalnum()] + list(" -.,’“”()")


def kerning_of(font: Font, chars: Iterable[str]) -> dict[str, int]:
    """The horizontal kerning of each pair of ``chars``, in font units, pairs without any left out."""
    names = {char: glyph for char in chars if (glyph := font.getBestCmap().get(ord(char)))}
    lookups = [_pair_tables(lookup) for lookup in _kern_lookups(font)]
    found = {}
    for left, first in names.items():
        for right, second in names.items():
            value = sum(_pair_value(tables, first, second) for tables in lookups)
            if value:
                found[left + right] = value
    return found


def _kern_lookups(font: Font) -> Iterator[Any]:
    table = font["GPOS"].table
    latin = next(r.Script.DefaultLangSys for r in table.ScriptList.ScriptRecord if r.ScriptTag == "latn")
    features = [table.FeatureList.FeatureRecord[index] for index in latin.FeatureIndex]
    indexes = {index for record in features if record.FeatureTag == "kern" for index in record.Feature.LookupListIndex}
    return (table.LookupList.Lookup[index] for index in sorted(indexes))


def _pair_tables(lookup: Any) -> list[Any]:
    tables = [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]
    return [table for table in tables if type(table).__name__ == "PairPos"]


def _pair_value(tables: Iterable[Any], first: str, second: str) -> int:
    """What the first table that knows the pair says, as a text shaper reads them."""
    for table in tables:
        if first not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
            record = next((pair for pair in pairs if pair.SecondGlyph == second), None)
            if record is None:
                continue
        else:
            row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
            record = row.Class2Record[table.ClassDef2.classDefs.get(second, 0)]
        return int(getattr(record.Value1, "XAdvance", 0) or 0)
    return 0


def advances_of(font: Font, chars: Iterable[str]) -> dict[str, int]:
    """The width of each character that the font has, in font units."""
    cmap, widths = font.getBestCmap(), font["hmtx"]
    return {char: widths[cmap[ord(char)]][0] for char in chars if ord(char) in cmap}


def metrics_of(face: str, fonts: Mapping[str, Font]) -> dict[str, Any]:
    """Everything the layout wants to know about one face."""
    font = fonts[face]
    advances = advances_of(font, CHARACTERS)
    if face in STAND_IN:
        advances = advances_of(fonts[STAND_IN[face]], CHARACTERS) | advances
    letters = [advances[char] for char in ASCII if char.isalpha()]
    return {
        "units_per_em": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": -font["hhea"].descent,
        "default": round(sum(letters) / len(letters)),
        "advances": {char: advances[char] for char in CHARACTERS if char in advances},
        "kerning": kerning_of(font, KERNED),
    }


def main(folder: Path = data.RESOURCES / "fonts") -> None:
    """Read the fonts of ``folder`` and write its metrics.json."""
    fonts = {face: TTFont(folder / file) for face, file in FACES.items()}
    metrics = {face: metrics_of(face, fonts) for face in FACES}
    text = json.dumps(metrics, ensure_ascii=False, separators=(",", ":"))
    (folder / "metrics.json").write_text(text.replace('},"s', '},\n"s') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
