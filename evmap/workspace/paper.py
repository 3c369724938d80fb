"""What is asked of a picture, as plain data: a window and the command line say it alike."""

from datetime import datetime

from msgspec import Struct

from evmap.workspace.filters import Filters
from evmap.workspace.history import Seen
from evmap.workspace.lenses import Lens
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.state import Workspace
from evmap.workspace.views import View, Viewing

MOST_TIMES = 4

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


Order = PictureOrder


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


def today() -> str:
    """The day in words."""
    now = datetime.now().astimezone()
    return f"{now.day} {_MONTHS[now.month - 1]} {now.year}"
