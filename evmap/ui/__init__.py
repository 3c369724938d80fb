"""All of Qt: the canvas, the panels, the theme, the actions, the window."""

# Once PySide6 is imported, it reads the source of every module imported later, to see whether that uses PySide6 too.
# What does not is therefore imported here, before: that saves some milliseconds of every start.
import evmap.layout.boxes
import evmap.layout.phrases
import evmap.workspace.opening  # noqa: F401
