"""A talk being given: where it is, what the class sees, tools, ink and clock. Windows only show it. No Qt."""

from evmap.workspace.talk.clock import Clock, Pace
from evmap.workspace.talk.ink import Ink, Stroke
from evmap.workspace.talk.scenes import Scene, scene_of, stages
from evmap.workspace.talk.state import Asking, Blank, Position, TalkState, Tool
from evmap.workspace.talk.talk import Talk, TalkChange

__all__ = [
    "Asking",
    "Blank",
    "Clock",
    "Ink",
    "Pace",
    "Position",
    "Scene",
    "Stroke",
    "Talk",
    "TalkChange",
    "TalkState",
    "Tool",
    "scene_of",
    "stages",
]
