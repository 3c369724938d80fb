"""A fault in a map's files, as one line that says where it is, what is wrong and what to do."""

from msgspec import Struct

_SHOWN = 72


class Fault(Struct, frozen=True):
    """One thing that is wrong. A ``warning`` is worth a look and does not keep a map from opening.

    ``line`` counts from 1; 0 says that the fault is about the whole file.
    """

    file: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {'warning: ' if self.warning else ''}{self.message}"


class MapFaults(Exception):  # noqa: N818  (it carries faults; it is not one error)
    """A map could not be read. ``faults`` holds everything that is wrong with it, in the order of its files."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = faults

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def shown(text: str, most: int = _SHOWN) -> str:
    """A text from a file in quotation marks, on one line: shortened, with control characters made visible."""
    if len(text) > most:
        text = text[: most - 1] + "…"
    return f"“{visible(text)}”"


def visible(text: str) -> str:
    """A text on one line, with control characters written out, so that they do nothing to a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
