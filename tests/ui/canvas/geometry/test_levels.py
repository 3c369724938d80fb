"""How much is told at a scale, and that a hand near a border does not make it flicker."""

from evmap.ui.canvas.geometry.levels import Level, level_at


def test_nearer_tells_more() -> None:
    assert [level_at(scale) for scale in (0.2, 0.5, 0.7, 0.8, 2.0)] == [
        Level.FAR,
        Level.FAR,
        Level.NAMES,
        Level.PHRASES,
        Level.PHRASES,
    ]


def test_a_level_lingers_ten_per_cent_below_its_border() -> None:
    assert level_at(0.72, Level.PHRASES) is Level.PHRASES
    assert level_at(0.69, Level.PHRASES) is Level.NAMES
    assert level_at(0.6, Level.NAMES) is Level.NAMES
    assert level_at(0.55, Level.NAMES) is Level.FAR


def test_zooming_in_is_not_held_back() -> None:
    assert level_at(0.8, Level.FAR) is Level.PHRASES


def test_a_scale_to_and_fro_within_the_border_changes_nothing() -> None:
    level = level_at(0.8)
    for scale in (0.76, 0.79, 0.74, 0.78, 0.75):
        level = level_at(scale, level)
        assert level is Level.PHRASES
