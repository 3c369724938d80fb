"""What is said of a whole map, worked out once: it does not change while the map is open, and counting takes long."""

from collections.abc import Callable
from functools import wraps
from weakref import WeakKeyDictionary

from evmap.workspace import Workspace


def said_once(words: Callable[[Workspace], str]) -> Callable[[Workspace], str]:
    """The same words, kept for each workspace as long as that is there."""
    kept: WeakKeyDictionary[Workspace, str] = WeakKeyDictionary()

    @wraps(words)
    def say(workspace: Workspace) -> str:
        if workspace not in kept:
            kept[workspace] = words(workspace)
        return kept[workspace]

    return say
