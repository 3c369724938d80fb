"""The camera as a value: what is seen where, and flights as functions of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.ui.canvas.geometry.camera import Camera, Flight, brought_into_view, fit

SIZE = (800.0, 600.0)
places = st.floats(-5000, 5000)
scales = st.floats(0.05, 2.5)
cameras = st.builds(Camera, scales, places, places)


@given(cameras, st.tuples(places, places))
def test_the_screen_and_the_map_agree(camera: Camera, point: tuple[float, float]) -> None:
    assert camera.to_map(camera.to_screen(point, SIZE), SIZE) == pytest.approx(point, abs=1e-6)


@given(cameras, scales, st.tuples(st.floats(0, 800), st.floats(0, 600)))
def test_zooming_keeps_the_place_under_the_pointer(camera: Camera, scale: float, pointer: tuple[float, float]) -> None:
    zoomed = camera.scaled_at(scale, pointer, SIZE)
    assert zoomed.to_screen(camera.to_map(pointer, SIZE), SIZE) == pytest.approx(pointer, abs=1e-5)


@given(cameras, scales, st.tuples(st.floats(0, 800), st.floats(0, 600)), st.floats(0, 1))
def test_the_place_under_the_pointer_stays_all_the_way(
    camera: Camera, scale: float, pointer: tuple[float, float], t: float
) -> None:
    flight = Flight(camera, camera.scaled_at(scale, pointer, SIZE))
    there = camera.to_map(pointer, SIZE)
    assert flight.at(t).to_screen(there, SIZE) == pytest.approx(pointer, abs=0.01)


@given(cameras, cameras)
def test_a_flight_starts_and_ends_exactly(start: Camera, end: Camera) -> None:
    flight = Flight(start, end)
    assert flight.at(0.0) == start
    assert flight.at(1.0) == end


def test_a_flight_grows_evenly_by_factors() -> None:
    flight = Flight(Camera(0.25, 0, 0), Camera(1.0, 100, 0))
    assert flight.at(0.5).scale == pytest.approx(0.5)


def test_a_flight_at_one_scale_is_a_straight_line() -> None:
    flight = Flight(Camera(0.5, 0, 0), Camera(0.5, 100, 50))
    middle = flight.at(0.5)
    assert (middle.scale, middle.x, middle.y) == pytest.approx((0.5, 50, 25))


def test_fitting_shows_all_of_it_between_the_margins() -> None:
    bounds = (-100.0, 50.0, 2000.0, 900.0)
    camera = fit(bounds, SIZE, (50, 20, 50, 40))
    left, top = camera.to_screen((-100, 50), SIZE)
    right, bottom = camera.to_screen((1900, 950), SIZE)
    assert left >= 50 - 1e-6
    assert top >= 20 - 1e-6
    assert right <= 750 + 1e-6
    assert bottom <= 560 + 1e-6


def test_a_small_map_is_not_blown_up() -> None:
    assert fit((0, 0, 100, 40), SIZE).scale == 1.0


def test_what_is_in_view_does_not_move_the_camera() -> None:
    camera = Camera(0.5, 0, 0)
    assert brought_into_view(camera, (-50, -50, 100, 100), SIZE, 40) == camera


def test_what_is_off_the_view_comes_just_inside() -> None:
    camera = brought_into_view(Camera(1.0, 0, 0), (500, 0, 100, 40), SIZE, 40)
    assert camera.scale == 1.0
    assert camera.to_screen((600, 0), SIZE)[0] == pytest.approx(760)
    assert camera.y == 0


def test_what_is_too_large_for_the_view_is_shown_from_farther_away() -> None:
    assert brought_into_view(Camera(1.0, 0, 0), (0, 0, 1600, 100), SIZE, 0).scale == pytest.approx(0.5)


@given(cameras, st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_pictures_start_on_whole_device_pixels(camera: Camera, ratio: float) -> None:
    x, y = camera.origin(SIZE, ratio)
    assert x * ratio == pytest.approx(round(x * ratio), abs=1e-6)
    assert y * ratio == pytest.approx(round(y * ratio), abs=1e-6)
