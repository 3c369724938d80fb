"""A small map of the real articles, made by hand: few concepts and links, and everything a panel can show."""

from pathlib import Path

from evmap import data
from evmap.model import (
    JOINER,
    Certainty,
    Concept,
    ConceptMap,
    Flag,
    Kind,
    Link,
    LinkPlace,
    Marks,
    Nature,
    Origin,
    Places,
    Quote,
    Source,
    Span,
    Stage,
    Tension,
)
from evmap.reading.texts import decode
from evmap.workspace import Workspace

AUTOIMMUNE = "seeds/000_f11ccf6eb2bf0679.txt"
CANCER = "seeds/004_2e8d6595ccedaf19.txt"
_FILES = {"autoimmune": AUTOIMMUNE, "cancer": CANCER}


def article_text(source: str) -> str:
    return decode((data.HOME / _FILES[source]).read_bytes())


def quote(
    source: str,
    *texts: str,
    certainty: Certainty = Certainty.STATED,
    nature: Nature = Nature.CLAIM,
    stage: Stage = Stage.GENERAL,
    negated: bool = False,
    cues: tuple[str, ...] = (),
    flags: tuple[Flag, ...] = (),
    marks: tuple[str, str, str] | None = None,
) -> Quote:
    """A quote of these exact texts, each the first of its kind; marks are words of the first."""
    article = article_text(source)
    spans = tuple((article.index(text), article.index(text) + len(text)) for text in texts)
    found = Marks(*(_within(article, spans[0], word) for word in marks)) if marks else None
    return Quote(source, spans, JOINER.join(texts), certainty, nature, negated, stage, cues, flags, found)


def _within(article: str, span: Span, word: str) -> Span | None:
    at = article.index(word, span[0], span[1]) if word else -1
    return (at, at + len(word)) if word else None


FOUND = (
    "A team of scientists found that exosomes made by a certain type of T cell — CD8+ T cells — "
    "have the power to destroy tumor cells."
)
DRONES = "T cell-derived exosomes act more like drones."
ALARM = "They don’t set off alarm bells in the immune system like some drugs do."
ONLY = "It only attacks the cancer cells while leaving everything else intact."
TESTED = "Right now, it’s only been tested in lab and animal studies."
POSTAL = (
    "Think of extracellular vesicles as the body's postal service—tiny envelopes that cells use "
    "to send messages to each other."
)
BIOMARKERS = "The research suggests these vesicles could serve as biomarkers"
TREATMENTS = "Scientists could potentially develop treatments that:"
BLOCK = (
    "Block harmful vesicles: Preventing disease-promoting vesicles from reaching their targets "
    "could reduce autoimmune attacks on healthy tissue"
)


def small_map() -> ConceptMap:
    """Nine concepts, eight links, every kind of quote."""
    texts = {source: article_text(source) for source in _FILES}
    body_end = texts["autoimmune"].index("Next in Immune System")
    return ConceptMap(
        title="Extracellular vesicles",
        question="How can tiny packages from our cells harm us, and heal us?",
        sources=(
            Source("autoimmune", "Extracellular vesicles and autoimmune diseases", True, AUTOIMMUNE, ((0, body_end),)),
            Source(
                "cancer",
                "Exosomes from T Cells: A New Hope in the Fight Against Cancer",
                False,
                CANCER,
                ((0, len(texts["cancer"])),),
            ),
        ),
        concepts=_concepts(),
        links=_links(),
        tensions=(
            Tension(
                "only-cancer-cells",
                "How can it be known that only cancer cells are attacked, if no human was treated yet?",
                (quote("cancer", ONLY, flags=(Flag.UNIVERSAL,)), quote("cancer", TESTED, stage=Stage.LAB_AND_ANIMALS)),
            ),
        ),
        tours=(),
    )


def _concepts() -> tuple[Concept, ...]:
    def concept(
        concept_id: str, name: str, kind: Kind, *quotes: Quote, aliases: tuple[str, ...] = (), summary: str = ""
    ) -> Concept:
        return Concept(concept_id, name, kind, aliases, summary, Origin.SOURCE, quotes)

    return (
        concept(
            "t-cell-exosomes",
            "T cell exosomes",
            Kind.VESICLE,
            quote("cancer", FOUND, stage=Stage.STUDY),
            quote("cancer", DRONES, nature=Nature.ANALOGY, stage=Stage.NONE, cues=("more like",)),
            aliases=("exosomes made by a certain type of T cell", "T cell-derived exosomes"),
            summary="Exosomes that CD8+ T cells release. In the lab and in mice they destroyed tumor cells.",
        ),
        concept("exosomes", "exosomes", Kind.VESICLE, quote("cancer", ALARM, negated=True, cues=("don’t",))),
        concept("cancer-cells", "cancer cells", Kind.CELL, quote("cancer", FOUND), aliases=("tumor cells",)),
        concept(
            "vesicles",
            "extracellular vesicles",
            Kind.VESICLE,
            quote("autoimmune", POSTAL, nature=Nature.ANALOGY, stage=Stage.NONE),
            aliases=("these vesicles",),
            summary="Tiny packages that cells release and use to send messages to each other.",
        ),
        concept("postal-service", "postal service", Kind.ANALOGY, quote("autoimmune", POSTAL, nature=Nature.ANALOGY)),
        concept("drones", "drones", Kind.ANALOGY, quote("cancer", DRONES, nature=Nature.ANALOGY, stage=Stage.NONE)),
        concept(
            "biomarkers",
            "biomarkers",
            Kind.EVIDENCE,
            quote("autoimmune", BIOMARKERS, certainty=Certainty.HEDGED, cues=("suggests", "could"), stage=Stage.STUDY),
        ),
        concept("therapy", "exosome therapy", Kind.THERAPY, quote("cancer", ONLY, flags=(Flag.UNIVERSAL,))),
        Concept("biology", "cell biology", Kind.PROCESS, (), "The field.", Origin.BACKGROUND, ()),
    )


def _links() -> tuple[Link, ...]:
    def link(link_id: str, ends: tuple[str, str], phrase: str, *quotes: Quote, note: str = "") -> Link:
        origin = Origin.SOURCE if quotes else Origin.BACKGROUND
        return Link(link_id, ends[0], phrase, ends[1], origin, note, quotes)

    return (
        link(
            "t-cell-exosomes-destroy",
            ("t-cell-exosomes", "cancer-cells"),
            "have the power to destroy",
            quote(
                "cancer",
                FOUND,
                stage=Stage.LAB_AND_ANIMALS,
                marks=("exosomes made by a certain type of T cell", "have the power to destroy", "tumor cells"),
            ),
        ),
        link(
            "t-cell-exosomes-drones",
            ("t-cell-exosomes", "drones"),
            "act more like",
            quote("cancer", DRONES, nature=Nature.ANALOGY, stage=Stage.NONE, cues=("more like",)),
        ),
        link(
            "vesicles-postal",
            ("vesicles", "postal-service"),
            "are like the body’s",
            quote("autoimmune", POSTAL, nature=Nature.ANALOGY, stage=Stage.NONE),
        ),
        link(
            "vesicles-biomarkers",
            ("vesicles", "biomarkers"),
            "could serve as",
            quote(
                "autoimmune",
                BIOMARKERS,
                certainty=Certainty.HEDGED,
                stage=Stage.STUDY,
                cues=("suggests", "could"),
                marks=("these vesicles", "could serve as", "biomarkers"),
            ),
        ),
        link(
            "blocking",
            ("vesicles", "therapy"),
            "could be blocked by",
            quote(
                "autoimmune", TREATMENTS, BLOCK, certainty=Certainty.HEDGED, cues=("could",), stage=Stage.HUMANS_NOT_YET
            ),
        ),
        link(
            "therapy-only",
            ("therapy", "cancer-cells"),
            "only attacks",
            quote("cancer", ONLY, flags=(Flag.UNIVERSAL,), marks=("It", "only attacks", "the cancer cells")),
        ),
        link("exosomes-kind", ("exosomes", "vesicles"), "are a kind of", note="Neither article says so."),
        link("biology-vesicles", ("biology", "vesicles"), "studies"),
    )


def places_for(concept_map: ConceptMap) -> Places:
    """Concepts in rows, links straight."""
    boxes = {
        concept.id: (at % 3 * 320.0, at // 3 * 200.0, 180.0, 48.0) for at, concept in enumerate(concept_map.concepts)
    }
    links = {}
    for link in concept_map.links:
        a, b = boxes[link.subject], boxes[link.object]
        start, end = (a[0] + 90, a[1] + 24), (b[0] + 90, b[1] + 24)
        middle = ((start[0] + end[0]) / 2 - 40, (start[1] + end[1]) / 2 - 9, 80.0, 18.0)
        links[link.id] = LinkPlace((start, end), middle)
    return Places(boxes, links)


def small_workspace(folder: Path = data.HOME) -> Workspace:
    made = small_map()
    return Workspace(made, places_for(made), folder, every_sentence_placed=True)
