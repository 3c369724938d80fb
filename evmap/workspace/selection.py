"""What is chosen on the map, what the details speak of, and the passage that is open: small values."""

from enum import StrEnum

from msgspec import Struct

from evmap.model import Quote, Span


class Topic(StrEnum):
    """What the details show: what is selected, or a page about something else, which any new selection closes."""

    SELECTION = "selection"
    PATH = "path"
    CARE = "care"  # wording to read with care, and tensions
    GAPS = "gaps"  # what is not in the sources, and what they leave open
    TOUR = "tour"  # the chosen tour, or all tours where none is chosen


class Selection(Struct, frozen=True):
    """The chosen concepts and links, as they were chosen one by one; ``alone``: nothing else is lit with them."""

    concepts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    alone: bool = False

    def __bool__(self) -> bool:
        return bool(self.concepts or self.links)

    @property
    def only_concept(self) -> str | None:
        """The concept, when one concept and nothing else is chosen."""
        return self.concepts[0] if len(self.concepts) == 1 and not self.links else None

    @property
    def only_link(self) -> str | None:
        """The link, when one link and nothing else is chosen."""
        return self.links[0] if len(self.links) == 1 and not self.concepts else None


class Reading(Struct, frozen=True):
    """An opened article and the spans to show marked in it."""

    source: str
    spans: tuple[Span, ...]
    quote: Quote | None = None
