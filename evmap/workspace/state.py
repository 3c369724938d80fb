"""The state of one person's work on one map: selection, what is pointed at, the passage being read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from evmap.graph.index import MapIndex
from evmap.model import BigPicture, ConceptMap, Places, Quote, Span
from evmap.workspace.arranging import Arrangement
from evmap.workspace.asking import Asking
from evmap.workspace.changes import Change, Signal
from evmap.workspace.following import Following
from evmap.workspace.history import History, Place, Seen
from evmap.workspace.selection import Reading, Selection, Topic
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.views import StepView, View, Viewing, Views

if TYPE_CHECKING:  # the articles are read when they are first asked for, after the first window is painted
    from evmap.exchange.citing import Citing
    from evmap.graph.quoting import Quoting
    from evmap.workspace.articles import Articles
    from evmap.workspace.finding import Finding
    from evmap.workspace.talk.drawings import StepDrawings
    from evmap.workspace.talk.starting import LeftTalks
    from evmap.workspace.tours import TourDesk, Touring


class Workspace:
    """What a person is doing with a map. Widgets call its methods and listen to ``changed``.

    Attributes:
        map: the map being explored.
        folder: the map's folder, beside which its articles are looked for.
        every_sentence_placed: whether it was checked that each sentence is quoted or left out for a reason.
        has_own_places: whether the map came with places; else those at the start are only quickly made.
        big_picture: the first view, if the map has one.
        index: the map by id.
        arrangement: the places of the Atlas, and the ways to change them.
        asking: the lens that the map is seen through, and the filters on it.
        following: how far the light reaches from what is chosen, and the path from here to there.
        history: the places one has been to.
        watch: tells what the camera sees, once there is one.
        watch_details: tells how far down the details are scrolled, once there are any.
        changed: emits a :class:`Change` after the state changed.
    """

    def __init__(
        self,
        concept_map: ConceptMap,
        places: Places,
        folder: Path,
        *,
        every_sentence_placed: bool = False,
        has_own_places: bool = True,
        big_picture: BigPicture | None = None,
    ) -> None:
        self.map = concept_map
        self.folder = folder
        self.every_sentence_placed = every_sentence_placed
        self.has_own_places = has_own_places
        self.big_picture = big_picture if big_picture and big_picture.places.concepts else None
        self.index = MapIndex(concept_map)
        self.changed: Signal[Change] = Signal()
        self.arrangement = Arrangement(self.index, places, lambda: self.changed.emit(Change.PLACES))
        self.history = History(self._here, self._go_to)
        self.asking = Asking(self.index, self.changed.emit, self.history.step)
        self._selection = Selection()
        self._spotlight: Spotlight | None = None
        self._glance: Spotlight | None = None
        self._topic = Topic.SELECTION
        self.following = Following(self)
        self.watch: Callable[[], Seen | None] = lambda: None
        self.watch_details: Callable[[], int] = lambda: 0
        self._views = Views(Viewing(View.BIG_PICTURE if self.big_picture else View.ATLAS))
        self._hovered: str | None = None
        self._reading: Reading | None = None

    @property
    def places(self) -> Places:
        """Where everything stands in the Atlas."""
        return self.arrangement.places

    @property
    def can_arrange(self) -> bool:
        """Whether concepts can be moved: in the Atlas, the one view whose places are the map's own."""
        return self.viewing.view is View.ATLAS and self._reading is None

    @property
    def selection(self) -> Selection:
        """The chosen concepts and links."""
        return self._selection

    @property
    def spotlight(self) -> Spotlight:
        """What is lit: a path, or what is chosen with its neighbourhood. Reckoned when first asked for."""
        return self.chosen_light if self._glance is None else self._glance

    @property
    def chosen_light(self) -> Spotlight:
        """What is lit when nothing else is looked at."""
        if self._spotlight is None:
            self._spotlight = self.following.light()
        return self._spotlight

    def relight(self, change: Change = Change.SPOTLIGHT) -> None:
        """Something else is to be lit, because of a change that is told with it."""
        self._spotlight = None
        self.changed.emit(change)

    @property
    def viewing(self) -> Viewing:
        """The view that the map is shown in; at first the big picture, if there is one."""
        return self._views.now

    def show_view(self, view: View, centre: str | None = None) -> None:
        """Show the map in a view; a map without a big picture shows the Atlas in its place.

        Args:
            view: the view.
            centre: the concept to go around, for that view only; one that is not on the map raises ``KeyError``.
        """
        if view is View.AROUND:
            if centre is None:
                raise ValueError("Around needs a concept to go around")
            self.index.concepts[centre]
        elif view is View.BIG_PICTURE and self.big_picture is None:
            view = View.ATLAS
        with self.history.step():
            if self._views.show(Viewing(view, centre if view is View.AROUND else None)):
                self.changed.emit(Change.VIEW)

    def show_step(self, step: StepView) -> None:
        """Show what a step of a talk shows; its drawing comes from ``step_drawings``."""
        if self._views.show(Viewing(View.STEP, step=step)):
            self.changed.emit(Change.VIEW)

    @cached_property
    def step_drawings(self) -> StepDrawings:
        """The drawings of steps, for the room that a class sees."""
        from evmap.workspace.talk.drawings import StepDrawings

        return StepDrawings(self.map, self.places)

    def take_drawings(self, drawings: StepDrawings, places: Places) -> None:
        """Show steps as they are drawn over other places of the Atlas; at least the one that is shown is drawn."""
        self.step_drawings = drawings
        self.arrangement.restore(places)
        self.changed.emit(Change.PLACES)

    @cached_property
    def left_talks(self) -> LeftTalks:
        """Where talks about this map were left in this session."""
        from evmap.workspace.talk.starting import LeftTalks

        return LeftTalks()

    def leave_view(self) -> bool:
        """Go back from Around to where one came from; whether there was a way back."""
        with self.history.step():
            gone_back = self._views.back()
            if gone_back:
                self.changed.emit(Change.VIEW)
        return gone_back

    @property
    def hovered(self) -> str | None:
        """The id of the concept or link that is pointed at or has the keyboard's focus."""
        return self._hovered

    @property
    def reading(self) -> Reading | None:
        """The passage that is open in the reader, if any."""
        return self._reading

    @property
    def topic(self) -> Topic:
        """What the details show."""
        return self._topic

    def show_topic(self, topic: Topic) -> None:
        """Let the details show something; the selection stays."""
        if topic is not self._topic:
            with self.history.step():
                self._topic, self._spotlight = topic, None
                self.changed.emit(Change.TOPIC)

    def select(
        self,
        concepts: Iterable[str] = (),
        links: Iterable[str] = (),
        *,
        topic: Topic = Topic.SELECTION,
        alone: bool = False,
    ) -> None:
        """Choose exactly these; ids that are not on the map raise ``KeyError``.

        Args:
            concepts: ids of concepts.
            links: ids of links.
            topic: what the details show then; a page that shows on the map what it speaks of names itself.
            alone: light these alone, as one sentence speaks of them, and not all other links of the concepts.
        """
        chosen = Selection(tuple(dict.fromkeys(concepts)), tuple(dict.fromkeys(links)), alone)
        for concept_id in chosen.concepts:
            self.index.concepts[concept_id]
        for link_id in chosen.links:
            self.index.links[link_id]
        with self.history.step():
            is_new, self._selection = chosen != self._selection, chosen
            self._glance = None
            if is_new:
                self._spotlight = None
            self.show_topic(topic)  # before it is told, so that a page is built once and for the new selection
            if is_new:
                self.changed.emit(Change.SELECTION)

    def select_concept(self, concept_id: str) -> None:
        """Choose one concept and nothing else."""
        self.select(concepts=(concept_id,))

    def select_link(self, link_id: str) -> None:
        """Choose one link and nothing else."""
        self.select(links=(link_id,))

    def toggle(self, item_id: str) -> None:
        """Add a concept or link to the selection, or take it out."""
        concepts, links = list(self._selection.concepts), list(self._selection.links)
        group = links if item_id in self.index.links else concepts
        if item_id in group:
            group.remove(item_id)
        else:
            group.append(item_id)
        self.select(concepts, links)

    def clear_selection(self) -> None:
        """Choose nothing."""
        self.select()

    def point_at(self, item_id: str | None) -> None:
        """Note what is pointed at; ``None`` for nothing."""
        if item_id != self._hovered:
            self._hovered = item_id
            self.changed.emit(Change.HOVER)

    def glance_at(self, spotlight: Spotlight | None) -> None:
        """Light something for as long as it is looked at elsewhere, in the place of what is chosen."""
        if spotlight != self._glance:
            self._glance = spotlight
            self.changed.emit(Change.SPOTLIGHT)

    @property
    def glance(self) -> Spotlight | None:
        """What is looked at elsewhere now: a sentence, a card of the details."""
        return self._glance

    def read(self, source: str, spans: tuple[Span, ...], quote: Quote | None = None) -> None:
        """Open an article with some spans marked. The selection stays, so that the way back is where it was."""
        with self.history.step():
            self._reading = Reading(source, spans, quote)
            self.changed.emit(Change.READING)

    def read_quote(self, quote: Quote) -> None:
        """Open the article of a quote at the quote."""
        self.read(quote.source, quote.spans, quote)

    def return_to_map(self) -> None:
        """Close the reader; the map is as it was left."""
        if self._reading is not None:
            with self.history.step():
                self._reading = None
                self.changed.emit(Change.READING)

    def _here(self) -> Place:
        """The place that one is at."""
        return Place(
            viewing=self._views.now,
            before=self._views.before,
            selection=self._selection,
            topic=self._topic,
            search=self.following.looked_at,
            reading=self._reading,
            reach=self.following.reach,
            asked=self.asking.now,
            tour=self.touring.place if self._topic is Topic.TOUR else None,
            seen=self.watch(),
            scrolled=self.watch_details(),
        )

    def _go_to(self, place: Place) -> None:
        """Be at a place again; everything is as it was before anything of it is told."""
        before = self._here()
        self._views.restore(place.viewing, place.before)
        self._selection, self._topic, self._reading = place.selection, place.topic, place.reading
        self.following.restore(place.reach, place.search)
        self.asking.restore(place.asked)
        if place.tour is not None:
            self.touring.restore(place.tour)
        self._spotlight = self._glance = None
        told = {
            Change.LENS: before.asked.lens is not place.asked.lens,
            Change.FILTERS: before.asked.filters != place.asked.filters,
            Change.VIEW: before.viewing != place.viewing,
            Change.TOPIC: before.topic is not place.topic,
            Change.SELECTION: before.selection != place.selection,
            Change.SPOTLIGHT: before.reach != place.reach,
            Change.PATH: before.search != place.search,
            Change.TOURS: place.tour is not None and before.tour != place.tour,
            Change.READING: before.reading != place.reading,
            Change.ARRIVED: True,
        }
        for change, is_told in told.items():
            if is_told:
                self.changed.emit(change)

    @cached_property
    def touring(self) -> Touring:
        """The tours of this map, and what is done with them; no start waits for it."""
        from evmap.workspace.tours import Touring

        return Touring(self)

    @property
    def tours(self) -> TourDesk:
        """The tours of this map: those that came with it, and one's own."""
        return self.touring.desk

    @property
    def chosen_tour(self) -> str | None:
        """The id of the tour that is chosen."""
        return self.touring.chosen if "touring" in vars(self) else None

    def choose_tour(self, tour_id: str | None) -> None:
        """Choose a tour, or none; an id that no tour has raises ``KeyError``."""
        self.touring.choose(tour_id)

    @cached_property
    def articles(self) -> Articles:
        """The articles behind the map; no start waits for them."""
        from evmap.workspace.articles import Articles

        return Articles(self.map, self.index.sources, self.folder)

    @cached_property
    def finding(self) -> Finding:
        """The search of this map; its index is made when one asks it to."""
        from evmap.workspace.finding import Finding

        return Finding(self)

    @cached_property
    def quoting(self) -> Quoting:
        """The concepts and links behind any stretch of an article."""
        from evmap.graph.quoting import Quoting

        return Quoting(self.map)

    @cached_property
    def citing(self) -> Citing:
        """How this map's quotes, links and paths are written to be pasted elsewhere."""
        from evmap.exchange.citing import Citing

        return Citing(self.index.sources, self.index.concepts, self.articles.if_readable)
