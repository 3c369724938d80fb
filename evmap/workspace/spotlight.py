"""What is lit on the map while the rest fades, as ids: the same for a selection, a neighbourhood, a path or a step."""

from msgspec import Struct


class Spotlight(Struct, frozen=True):
    """What is lit. A view that lacks some of it leaves that out.

    Attributes:
        focus: the concepts that it is about; they are drawn as chosen.
        concepts: other concepts that are lit of their own.
        links: the links that are lit, and with each of them its two ends.
        near: those of the links that are lit only because they are near what is chosen: filters hide these.
    """

    focus: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.focus or self.concepts or self.links)
