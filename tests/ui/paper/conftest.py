"""What tests of pictures and hand-outs need: a map with every sureness, and ways to read what was made."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject
from PySide6.QtWidgets import QApplication

from evmap.ui.paper.picture import picture
from evmap.workspace import View, Viewing, Workspace
from evmap.workspace.paper import PictureOrder
from tests.ui.canvas.hand_made import hand_made

SVG = "{http://www.w3.org/2000/svg}"
ATLAS = Viewing(View.ATLAS)

NO_ROOM = "background"
"""The link whose phrase would stand on another one, so that it is told only when it is lit."""

Drawn = Callable[..., bytes]


@pytest.fixture
def made() -> Workspace:
    """Six concepts, six links, and a name that looks like markup."""
    return Workspace(*hand_made(), Path())


@pytest.fixture
def drawn(qapp: QApplication, made: Workspace) -> Drawn:
    """Draws the map in a form."""

    def draw(form: str, workspace: Workspace | None = None, viewing: Viewing = ATLAS, **said: object) -> bytes:
        return picture(workspace or made, PictureOrder(form, viewing, **said))  # type: ignore[arg-type]

    return draw


def svg_of(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def groups(root: ElementTree.Element, prefix: str) -> dict[str, str]:
    """The titles of the groups whose ids begin so."""
    found = [each for each in root.iter(f"{SVG}g") if each.get("id", "").startswith(prefix)]
    return {each.attrib["id"].removeprefix(prefix): each.findtext(f"{SVG}title", "") for each in found}


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def pdf_of(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def words(page: str) -> str:
    """The words of a page with single spaces, whichever lines they stand on."""
    return " ".join(page.split())


def embedded_fonts(reader: PdfReader) -> dict[str, bool]:
    """Whether each font of all pages is embedded."""
    return {str(font["/BaseFont"]): _is_embedded(font) for page in reader.pages for font in _fonts(page)}


def _fonts(page: PageObject) -> list[DictionaryObject]:
    resources = _dictionary(page["/Resources"])
    return [_dictionary(font) for font in _dictionary(resources["/Font"]).values()] if "/Font" in resources else []


def _is_embedded(font: DictionaryObject) -> bool:
    descendants = font["/DescendantFonts"].get_object() if "/DescendantFonts" in font else None
    inner = _dictionary(descendants[0]) if isinstance(descendants, ArrayObject) else font
    return any(f"/FontFile{n}" in _dictionary(inner["/FontDescriptor"]) for n in ("", "2", "3"))


def _dictionary(found: PdfObject) -> DictionaryObject:
    inner = found.get_object()
    assert isinstance(inner, DictionaryObject)
    return inner
