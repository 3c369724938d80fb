"""Tests of finding what stands in a part of the map: the same while a map is still being noted and afterwards."""

from evmap.layout.geometry import grown, overlap
from evmap.layout.pieces import whole
from evmap.ui.canvas.geometry.scene import build_scene
from tests.made_maps import made_map


def test_concepts_are_found_before_all_is_noted_and_after() -> None:
    scene = build_scene(*made_map(90))
    asked = [grown(concept.rect, 60.0) for concept in scene.concepts[::7]]
    at_once = [scene.whereabouts.concepts(rect) for rect in asked]
    whole(scene.whereabouts.prepare_all())
    for rect, found in zip(asked, at_once, strict=True):
        inside = [i for i, concept in enumerate(scene.concepts) if overlap(concept.rect, rect)]
        assert found == inside
        assert set(inside) <= set(scene.whereabouts.concepts(rect))


def test_a_phrase_is_told_where_it_touches_no_box_and_no_phrase_told_before() -> None:
    scene = build_scene(*made_map(90))
    told = [rect for rect in map(scene.phrases.rect, range(len(scene.links))) if rect[2] > 0]
    boxes = [concept.rect for concept in scene.concepts]
    assert 0 < len(told) < len(scene.links)
    for i, rect in enumerate(told):
        assert not any(overlap(rect, other, -1.0) for other in (*boxes, *told[:i]))
