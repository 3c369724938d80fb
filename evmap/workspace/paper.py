"""What is asked of a picture or a hand-out, as plain data: a window, the command line and a worker say it alike."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from evmap.model import BigPicture, ConceptMap, Places, Tour
from evmap.workspace.filters import Filters
from evmap.workspace.history import Seen
from evmap.workspace.lenses import Lens
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.state import Workspace
from evmap.workspace.views import View, Viewing

MOST_TIMES = 4
PAGES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height of a page in millimetres."""


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class PaperError(ValueError):
    """Why a picture or a hand-out cannot be made, in words for people."""


class PictureOrder(Struct, frozen=True, tag=True):
    """A picture of the map.

    Attributes:
        form: how it is written: "svg", "pdf" or "png".
        viewing: the view.
        lens: what colours mean.
        filters: what is not to be seen.
        fades: whether that fades; else it vanishes.
        spotlight: what is lit.
        size: width and height in pixels; of the map alone where only what is seen is drawn. Nothing: as large as the
            map is at 100 %, with every name and phrase.
        seen: what the camera sees; nothing for the whole.
        level: how much is told there; nothing: as much as the scale has room for.
        aspect: width over height that views are laid out for which depend on it; 0: that of the size.
        theme: the theme by its name.
        text: the text size, 1 for 100 %.
        legend: whether question, legend and sources are drawn too.
        times: pixels of the image to a pixel, 1 to 4.
        date: the day on which the map was as it is drawn, in words.
    """

    form: str
    viewing: Viewing
    lens: Lens = Lens.KIND
    filters: Filters = Filters()
    fades: bool = False
    spotlight: Spotlight = Spotlight()
    size: tuple[float, float] | None = (1600.0, 1000.0)
    seen: Seen | None = None
    level: int | None = None
    aspect: float = 0.0
    theme: str = "light"
    text: float = 1.0
    legend: bool = True
    times: int = 1
    date: str = ""


class HandoutOrder(Struct, frozen=True, tag=True):
    """A tour on paper.

    Attributes:
        tour: the tour.
        page: the size of the pages, a key of :data:`PAGES`.
        notes: whether the speaker's notes are there; the class gets pages without.
        date: the day on which the map was as it is drawn, in words.
    """

    tour: Tour
    page: str = "a4"
    notes: bool = True
    date: str = ""


Order = PictureOrder | HandoutOrder


class PaperJob(Struct, frozen=True):
    """An order with the map that it is about, and the file that is to be filled."""

    order: Order
    map: ConceptMap
    places: Places
    big_picture: BigPicture | None
    folder: str
    out: str

    @property
    def workspace(self) -> Workspace:
        """The map as it was when the job was given."""
        return Workspace(self.map, self.places, Path(self.folder), big_picture=self.big_picture)


def viewing_for(workspace: Workspace, view: str | None, around: str | None = None) -> Viewing:
    """The view of a map that words ask for.

    Args:
        workspace: the map.
        view: "big-picture", "atlas", "around" or "lanes"; nothing: the one that the map opens in.
        around: for Around, the id or the name of a concept; with it no view needs to be named.

    Raises:
        PaperError: the map has no such view.
    """
    if view == "around" or (view is None and around is not None):
        return Viewing(View.AROUND, _concept(workspace, around))
    if around is not None:
        raise PaperError("“--around” names the concept of the view around; leave it out, or leave “--view” out")
    if view is None:
        return workspace.viewing
    if view == "big-picture" and workspace.big_picture is None:
        raise PaperError("this map has no big picture; evmap layout makes one, and --view atlas draws the whole map")
    return Viewing(View(view.replace("-", " ")))


def _concept(workspace: Workspace, said: str | None) -> str:
    if said is None:
        raise PaperError("the view around needs a concept to go around: --around CONCEPT")
    concepts = workspace.index.concepts
    named = [each.id for each in concepts.values() if each.name.casefold() == said.casefold()]
    if said not in concepts and not named:
        raise PaperError(f"no concept of this map has the id or name “{said}”")
    return said if said in concepts else named[0]


def tour_for(workspace: Workspace, said: str) -> tuple[Tour, tuple[str, ...]]:
    """The tour that words ask for, and what of it does not fit the map.

    Args:
        workspace: the map.
        said: the number of a tour, counted from 1, its id or its title; or the file of an exported tour.

    Raises:
        PaperError: there is no such tour.
        MapFaults: the file holds none.
    """
    tours = workspace.map.tours
    named = [tour for tour in tours if said == tour.id or said.casefold() == tour.title.casefold()]
    if named:
        return named[0], ()
    if said.isdecimal() and 1 <= int(said) <= len(tours):
        return tours[int(said) - 1], ()
    if Path(said).suffix.lower() == ".json":
        from evmap.storage.tour_files import check_tour, read_tour

        checked = check_tour(read_tour(Path(said)), workspace.map, workspace.folder)
        return checked.tour, checked.problems
    known = "; it has " + ", ".join(f"{i} {tour.id}" for i, tour in enumerate(tours, 1)) if tours else ""
    raise PaperError(f"“{said}” is no tour of this map{known or ', which has none'}")


def today() -> str:
    """The day in words."""
    now = datetime.now().astimezone()
    return f"{now.day} {_MONTHS[now.month - 1]} {now.year}"


def job_for(workspace: Workspace, order: Order, out: Path) -> PaperJob:
    """What another process needs to carry out an order."""
    return PaperJob(
        order, workspace.map, workspace.places, workspace.big_picture, str(workspace.folder.absolute()), str(out)
    )
