"""``evmap export``: the form is chosen by the ending of the file's name."""

from collections.abc import Callable
from pathlib import Path

from evmap.exchange.map_json import to_json
from evmap.storage.opening import OpenMap

_FORMS: dict[str, Callable[[OpenMap], bytes]] = {
    ".json": lambda opened: to_json(opened.map, opened.places),
}


class UnknownForm(ValueError):  # noqa: N818  (it names what is wrong, as the rest of this room does)
    """No form has the ending that was asked for."""


def form_for(path: Path) -> Callable[[OpenMap], bytes]:
    """What turns an opened map into the bytes of this file, or :class:`UnknownForm`."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        ending = f"“{path.suffix}” is no form" if path.suffix else "the name has no ending"
        raise UnknownForm(f"{path}: {ending} that can be written; end the name with {' or '.join(_FORMS)}")
    return form
