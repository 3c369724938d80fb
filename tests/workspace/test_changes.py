"""The workspace's plain signal."""

from evmap.workspace import Change, Signal


def test_listeners_are_called_in_the_order_in_which_they_came() -> None:
    signal: Signal[Change] = Signal()
    heard: list[str] = []
    signal.connect(lambda change: heard.append(f"first {change}"))
    signal.connect(lambda change: heard.append(f"second {change}"))
    signal.emit(Change.HOVER)
    assert heard == ["first hover", "second hover"]


def test_one_that_leaves_while_it_is_called_hears_no_more() -> None:
    signal: Signal[int] = Signal()
    heard: list[int] = []

    def once(number: int) -> None:
        heard.append(number)
        signal.disconnect(once)
        signal.disconnect(once)

    signal.connect(once)
    signal.emit(1)
    signal.emit(2)
    assert heard == [1]
