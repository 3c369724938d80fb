"""The names that a theme gives colours to, and the contrast that each of them owes."""

from collections.abc import Iterator

KINDS = ("cell", "vesicle", "cargo", "disease", "therapy", "body", "process", "outcome", "evidence", "analogy")

LENS_HUES = (
    *(f"sure.{each}" for each in ("stated", "hedged", "open", "comparison")),
    *(f"stage.{each}" for each in ("lab-and-animals", "animals", "lab", "study", "general", "humans-not-yet", "none")),
    *(f"source.{each}" for each in ("1", "2", "3", "4", "more", "several")),
)
"""The colours of the lenses besides kind: by certainty, stage and source. What is in no source is background."""

GROUNDS = ("paper", "panel", "card")
"""What lies under everything: the map, the panels beside it, the cards and fields on a panel."""

ROLES: tuple[str, ...] = (
    *GROUNDS,
    "ink",  # text
    "muted",  # text of second rank
    "dimmed",  # text of what cannot be used now; owes no contrast
    "faint",  # rules between things and links at rest: decoration, owes no contrast
    "line",  # a link that is to be followed by eye
    "edge",  # the outline by which a field or a check box is known
    "accent",  # what acts: the main button, the open tab, a link in text
    "accent.soft",  # ground of the chosen row and of chips
    "on-accent",  # text on accent
    "hover",  # ground under the pointer
    "pressed",
    "selection",  # ring round what is chosen on the map; ground of chosen text in a list
    "focus",  # ring of the keyboard focus
    "care",  # text and line of "read with care"
    "care.soft",
    "hedge",  # underline and chip of a hedging word
    "mark.subject",  # grounds of words in a quote
    "mark.phrase",
    "mark.object",
    "background",  # links and concepts that are not in the sources
    "on-kind",  # text on kind.<k>.solid, and on a colour of a lens
    *(f"kind.{kind}{part}" for kind in KINDS for part in ("", ".fill", ".solid")),
    *(f"{hue}{part}" for hue in LENS_HUES for part in ("", ".fill")),
)

TEXT = 4.5
GRAPHIC = 3.0


def debts() -> Iterator[tuple[str, str, float]]:
    """Each pair (drawn, ground, ratio) that WCAG 2.2 AA asks of a theme: 4.5 for text, 3 for graphics."""
    for ground in GROUNDS:
        for text in ("ink", "muted", "accent", "care", "hedge"):
            yield text, ground, TEXT
        for graphic in ("line", "edge", "focus", "background"):
            yield graphic, ground, GRAPHIC
    for ground in ("accent.soft", "hover", "pressed", "selection", "care.soft"):
        yield "ink", ground, TEXT
    for ground in ("mark.subject", "mark.phrase", "mark.object"):
        yield "ink", ground, TEXT
        yield "hedge", ground, GRAPHIC
    for ground in ("accent.soft", "hover"):  # rows that are chosen or pointed at, in legend, lists, tours and outline
        for text in ("muted", "accent", "care", "hedge"):
            yield text, ground, TEXT
        for graphic in ("edge", "focus", "background", *(f"kind.{kind}" for kind in KINDS), *LENS_HUES):
            yield graphic, ground, GRAPHIC
    for text in ("muted", "accent"):
        yield text, "pressed", TEXT
    for text in ("muted", "hedge", "accent"):
        yield text, "care.soft", TEXT
    yield "muted", "mark.phrase", TEXT  # another name of what was found
    yield "panel", "ink", TEXT  # tool tips
    yield "on-accent", "accent", TEXT
    yield "care", "care.soft", TEXT
    yield "selection", "paper", GRAPHIC
    for kind in KINDS:
        yield f"kind.{kind}", "paper", TEXT
        yield f"kind.{kind}", "panel", TEXT
        yield f"kind.{kind}", f"kind.{kind}.fill", TEXT
        yield "ink", f"kind.{kind}.fill", TEXT
        yield "on-kind", f"kind.{kind}.solid", TEXT
        yield f"kind.{kind}.solid", "paper", GRAPHIC
    for hue in LENS_HUES:
        for ground in ("paper", "panel", f"{hue}.fill"):
            yield hue, ground, TEXT
        yield "ink", f"{hue}.fill", TEXT
        yield "on-kind", hue, TEXT
    yield "on-kind", "background", TEXT
