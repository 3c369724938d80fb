"""Where the articles of a map are found and how they are read."""

from pathlib import Path, PureWindowsPath

from evmap import data
from evmap.model import Source
from evmap.storage.faults import Fault, MapFaults, shown
from evmap.storage.files import MOST_ARTICLE, read_text


def source_text(source: Source, folder: Path) -> str:
    """The article of a source, unchanged, or :class:`MapFaults`."""
    return read_article_file(source.file, folder)


def read_article_file(file: str, folder: Path) -> str:
    """The text of the article that a map in ``folder`` calls ``file``, or :class:`MapFaults`."""
    return read_text(article_path(file, folder), MOST_ARTICLE)


def article_path(file: str, folder: Path) -> Path:
    """Where an article lies: in the map's folder, beside it, or among those that came with the program.

    A map may come from anywhere, so a ``file`` that leads elsewhere (absolute, or upwards) is refused.
    """
    if leads_elsewhere(file):
        raise MapFaults(Fault(shown(file), 0, "leads out of the map's folder; write a path like seeds/article.txt"))
    for place in (folder / file, folder.parent / file, data.HOME / file):
        try:
            place.stat()
        except FileNotFoundError:
            continue
        except (OSError, ValueError):  # it is there and cannot be read: reading it says why
            return place
        return place
    raise MapFaults(Fault(shown(file), 0, "this article is not there; put it into the map's folder"))


def leads_elsewhere(file: str) -> bool:
    """Whether a path is absolute or climbs, by the rules of any system: maps travel."""
    path = PureWindowsPath(file)  # takes both kinds of slashes
    return not file or bool(path.anchor) or ".." in path.parts
