"""``evmap export``: the form is chosen by the ending of the file's name."""

from enum import StrEnum
from pathlib import Path


class Form(StrEnum):
    """What a map can be written as; the values are the endings."""

    JSON = ".json"
    SVG = ".svg"
    PDF = ".pdf"
    PNG = ".png"

    @property
    def is_picture(self) -> bool:
        """Whether it is seen rather than read."""
        return self is not Form.JSON


class UnknownForm(ValueError):  # noqa: N818  (it names what is wrong, as the rest of this room does)
    """No form has the ending that was asked for."""


def form_for(path: Path) -> Form:
    """The form of this file, or :class:`UnknownForm`."""
    try:
        return Form(path.suffix.lower())
    except ValueError:
        ending = f"“{path.suffix}” is no form" if path.suffix else "the name has no ending"
        endings = ", ".join(list(Form)[:-1])
        raise UnknownForm(f"{path}: {ending} that can be written; end the name with {endings} or {Form.PNG}") from None
