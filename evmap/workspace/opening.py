"""From a path to a workspace: the map is read, and laid out quickly where it comes without places."""

from pathlib import Path

from evmap.model import Places
from evmap.storage.opening import OpenMap, open_map
from evmap.workspace.state import Workspace


def open_workspace(path: Path | None = None) -> Workspace:
    """Open the map at ``path``, or the one that comes with the app.

    Raises:
        MapFaults: the map cannot be read, or cannot be laid out.
    """
    opened = open_map(path)
    places = opened.places
    if places is None:
        places = _laid_out(opened)
    # A folder does not open unless every sentence is accounted for; of an exported file that is not known.
    placed = path is None or path.name == "map.toml" or path.is_dir()
    return Workspace(
        opened.map,
        places,
        opened.folder,
        every_sentence_placed=placed,
        has_own_places=opened.places is not None,
        big_picture=opened.big_picture,
    )


def _laid_out(opened: OpenMap) -> Places:
    from evmap.layout.problem import SelfLinkError
    from evmap.layout.searching.start import start_places
    from evmap.storage.faults import Fault, MapFaults

    try:
        return start_places(opened.map)
    except SelfLinkError as problem:
        raise MapFaults(Fault(str(opened.folder), 0, str(problem))) from None
