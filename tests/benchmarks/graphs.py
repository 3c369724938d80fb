"""The maps that are measured, as files: as quick to read as the shipped one, and as the web pages want them."""

from pathlib import Path

import msgspec

from evmap.model import ConceptMap, Kind, Places


def write_graph(size: int, path: Path) -> None:
    """Write a map and its places, as quick to read as the compiled copy of the shipped one."""
    from tests.made_maps import generated_map, generated_places  # brings the layout, which no reader is to pay for

    concept_map = generated_map(size)
    path.write_bytes(msgspec.json.encode((concept_map, generated_places(concept_map))))


def read_graph(path: Path) -> tuple[ConceptMap, Places]:
    """Read what :func:`write_graph` wrote."""
    return msgspec.json.decode(path.read_bytes(), type=tuple[ConceptMap, Places])


def graph_for_peers(concept_map: ConceptMap, places: Places) -> bytes:
    """The same map as the web pages want it; ``x, y`` is a box's middle."""
    numbers = {concept.id: i for i, concept in enumerate(concept_map.concepts)}
    kinds = list(Kind)
    nodes = []
    for concept in concept_map.concepts:
        x, y, w, h = places.concepts[concept.id]
        kind = kinds.index(concept.kind)
        nodes.append({"name": concept.name, "kind": kind, "x": x + w / 2, "y": y + h / 2, "w": w, "h": h})
    links = [
        {"source": numbers[link.subject], "target": numbers[link.object], "phrase": link.phrase}
        for link in concept_map.links
    ]
    return msgspec.json.encode({"nodes": nodes, "links": links})
