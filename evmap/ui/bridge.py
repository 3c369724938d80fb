"""From the workspace's plain signal to a Qt signal, so that a widget's slots end with the widget."""

import weakref

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from evmap.workspace import Change, Workspace


class Bridge(QObject):
    """Emits ``changed(Change)`` whenever the workspace does, as long as its parent lives."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        me = weakref.ref(self)

        def pass_on(change: Change) -> None:
            bridge = me()
            if bridge is not None and isValid(bridge):
                bridge.changed.emit(change)
            else:
                workspace.changed.disconnect(pass_on)

        workspace.changed.connect(pass_on)
