"""All of Qt: the canvas, the panels, the theme, the actions, the window.

Once PySide6 is imported, it stands before every ``import`` of the program: it asks each whether it is for one of its
``__feature__`` switches, and reads the source text of every module imported from then on, to see whether that may ask
for one. That is a quarter of what our start takes beyond Qt's own, and nobody here has such a switch on. So Python's
own ``import``, which PySide6 keeps, is put back; should another PySide6 keep it elsewhere, only time is lost.
"""

import builtins

import PySide6.QtCore  # noqa: F401  (puts its own in the place of Python's)

if hasattr(builtins, "__orig_import__"):
    setattr(builtins, "__import__", builtins.__orig_import__)  # noqa: B010  (a name that PySide6 does not promise)
