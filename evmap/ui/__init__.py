"""All of Qt: the canvas, the panels, the theme, the actions, the window.

Once PySide6 is imported, it reads the source text of every module imported later, to see whether that may ask for its
``__feature__`` switches. That is a quarter of what our start takes beyond Qt's own, and nobody here has such a switch
on. So it is told so once; should another PySide6 look in another way, it looks again, and nothing but time is lost.
"""

import sys

import PySide6.QtCore  # noqa: F401  (brings what is spared)


def _without_reading(_module: object) -> bool:
    """Whether a module uses PySide6: it may, with all switches off."""
    return True


_features = sys.modules.get("shibokensupport.feature")
if hasattr(_features, "_mod_uses_pyside"):
    setattr(_features, "_mod_uses_pyside", _without_reading)  # noqa: B010  (a name that PySide6 does not promise)
