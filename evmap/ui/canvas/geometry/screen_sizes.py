"""How large names and icons are on the map where they keep their size on the screen, in pixels of the usual type."""

NAME_PX = 12.0
"""A name beside an icon."""

DENSE_PX = 11.0
"""The same where icons stand close."""

LIT_PX = 12.5
"""The same while it is lit."""

LANDMARK_PX = 13.0
"""A name in the box of a landmark."""

ICON = 22.0
"""An icon seen from near enough."""

ON_LINE = 11.0
"""How large the badge of a lens is on a line."""

FROM_START, SHORTEST = 7.5, 30.0
"""How far from its start a line has its badge, and how long it has to be for one."""
