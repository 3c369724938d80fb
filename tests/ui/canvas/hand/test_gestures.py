"""Gestures without a window: a shaky click is a click, Escape puts everything back."""

from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.camera import Camera
from evmap.ui.canvas.hand.gestures import BoxSelect, Carry, Gesture, Pan, Press


class Table:
    """Notes down what a gesture does."""

    def __init__(self) -> None:
        self.camera = Camera(0.5, 10.0, 20.0)
        self.chosen: list[tuple[str | None, bool]] = []
        self.boxes: list[Rect] = []
        self.band: Rect | None = None
        self.held = 0
        self.movable = False
        self.carried: Point | None = None
        self.put: list[Point | None] = []
        self.several = False
        self.offered: list[tuple[Point, bool]] = []

    def item_at(self, point: Point) -> str | None:
        return "concept" if point == (5, 5) else None

    def unfold_at(self, point: Point) -> bool:
        return False

    def take_up(self, item: str) -> bool:
        if not self.movable:
            return False
        self.carried = (0.0, 0.0)
        return True

    def carry(self, dx: float, dy: float) -> None:
        self.carried = (dx, dy)

    def put_down(self) -> None:
        self.put.append(self.carried)

    def put_back(self) -> None:
        self.carried = None

    def hold(self, camera: Camera) -> None:
        self.camera = camera
        self.held += 1

    def let_go(self) -> None:
        self.held = 0

    def offer_links(self, point: Point, *, toggle: bool) -> bool:
        self.offered.append((point, toggle))
        return self.several

    def choose(self, item: str | None, *, toggle: bool) -> None:
        self.chosen.append((item, toggle))

    def choose_within(self, rect: Rect, *, toggle: bool) -> None:
        self.boxes.append(rect)

    def show_band(self, rect: Rect | None) -> None:
        self.band = rect


def test_a_click_chooses_what_is_there() -> None:
    table = Table()
    Press(table, (5, 5), toggle=False, box=False).finish((5, 5))
    assert table.chosen == [("concept", False)]


def test_where_links_lie_on_each_other_they_are_offered_and_none_is_chosen_yet() -> None:
    table = Table()
    table.several = True
    Press(table, (8, 8), toggle=True, box=False).finish((8, 8))
    assert table.offered == [((8, 8), True)]
    assert table.chosen == []


def test_a_shaky_click_is_a_click_where_it_began() -> None:
    table = Table()
    gesture: Gesture = Press(table, (5, 5), toggle=True, box=False).move((6, 6))
    gesture.finish((7, 6))
    assert table.chosen == [("concept", True)]
    assert table.camera == Camera(0.5, 10.0, 20.0)


def test_a_drag_moves_the_map_with_the_hand() -> None:
    table = Table()
    gesture = Press(table, (5, 5), toggle=False, box=False).move((45, 5))
    assert isinstance(gesture, Pan)
    gesture.move((105, 55))
    assert table.camera == Camera(0.5, 10.0 - 200, 20.0 - 100)
    gesture.finish((105, 55))
    assert table.chosen == []
    assert table.held == 0


def test_escape_puts_the_map_back() -> None:
    table = Table()
    gesture = Press(table, (5, 5), toggle=False, box=False).move((400, 300))
    gesture.cancel()
    assert table.camera == Camera(0.5, 10.0, 20.0)


def test_a_box_is_drawn_and_chooses() -> None:
    table = Table()
    gesture = Press(table, (50, 60), toggle=True, box=True).move((10, 20))
    assert isinstance(gesture, BoxSelect)
    assert table.band == (10, 20, 40, 40)
    gesture.finish((10, 20))
    assert table.band is None
    assert table.boxes == [(10, 20, 40, 40)]


def test_escape_lets_a_box_go() -> None:
    table = Table()
    Press(table, (50, 60), toggle=True, box=True).move((10, 20)).cancel()
    assert table.band is None
    assert table.boxes == []


def test_a_concept_that_can_be_moved_is_carried_and_put_down_once() -> None:
    table = Table()
    table.movable = True
    gesture = Press(table, (5, 5), toggle=False, box=False).move((45, 5))
    assert isinstance(gesture, Carry)
    gesture.move((65, 25))
    assert table.carried == (60, 20)
    gesture.finish((75, 25))
    assert table.put == [(70, 20)]
    assert table.camera == Camera(0.5, 10.0, 20.0)


def test_giving_up_puts_a_carried_concept_back() -> None:
    table = Table()
    table.movable = True
    Press(table, (5, 5), toggle=False, box=False).move((45, 5)).cancel()
    assert table.carried is None
    assert table.put == []
